import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** What the address says of the view by a name. */
export const said = (page: Page, name: string): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name)

/** Waits until the address says so. */
export const saysOnce = (page: Page, name: string, value: string): Promise<unknown> =>
  page.waitForFunction(
    ([wantedName, wanted]) => new URLSearchParams(location.hash.slice(1)).get(wantedName!) === wanted,
    [name, value] as const,
  )

/** The rows of the impact list: `+1 amount`. */
export const impactRows = (page: Page): Promise<string[]> =>
  page.$$eval('.impact .impact-row:not(.heads)', (rows) =>
    rows.map(
      (row) => `${row.querySelector('.hops')!.textContent} ${row.querySelector('.name')!.textContent}`,
    ),
  )

/** The edges that the details of a line list: `orders.id→stg_orders.idlineage.jsonl:1`. */
export const edgesListed = (page: Page): Promise<(string | null)[]> =>
  page.$$eval('.details .pair', (all) => all.map((pair) => pair.textContent))

/** What is saved while something is done: its name, and its text. */
export async function savedBy(page: Page, does: () => Promise<void>): Promise<[string, string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), does()])
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')]
}

/** Presses Tab, or Shift and Tab, until what has the focus answers to a selector. A page with a trap, or without a way there, fails. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (isThere) return
    await page.keyboard.press(key)
  }
  throw new Error(`no way by ${key} to ${selector}`)
}

/** Looks for a text by its keys alone and goes to the first that is found, which is the one to be shown. */
export async function findByKeys(page: Page, text: string, thing: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await saysOnce(page, 'thing', thing)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}
