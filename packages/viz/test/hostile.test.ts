import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { HOSTILE_RUN, HOSTILE_TEXTS } from './hostile-run.ts'
import { said } from './on-page.ts'
import { folderOf, lineagraph, openReport } from './run-report.ts'
import { linesOf, pictureOf } from './serve-page.ts'

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

/** A report whose title, path and catalog are hostile too. */
function hostileReport(): string {
  const name = '<img src=x onerror=alert(0)>\u202e'
  const folder = folderOf({
    [`${name}/resources.jsonl`]: linesOf(HOSTILE_RUN.resources),
    [`${name}/lineage.jsonl`]: linesOf(HOSTILE_RUN.lineage),
    "'><script>alert(0)<!--.csv": `schema,table\n${HOSTILE_TEXTS[0]},${HOSTILE_TEXTS[3]}\n`,
  })
  const title = HOSTILE_TEXTS.filter((text) => !text.includes('\0')).join(' ')
  const args = ['report', name, '-o', 'r.html', '--title', title, '--preset', 'strict']
  lineagraph([...args, '--workspace', "'><script>alert(0)<!--.csv"], folder)
  return join(folder, 'r.html')
}

/** What no text of a run may ever have made. */
const STRANGERS = 'img, iframe, base, meta[http-equiv=refresh], [onerror], [onload], [onmouseover]'

/** What would turn a line round, move a cursor or not be seen: names are to be read as they are written. */
// oxlint-disable-next-line no-control-regex
const MARKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]/

/** The texts of the page that hold such marks, with those that only a pointer or a screen reader meets; what somebody types aside. */
const markedTexts = async (page: Page): Promise<string[]> => {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = [document.title]
    while (walker.nextNode()) found.push(walker.currentNode.nodeValue!)
    for (const element of document.querySelectorAll('[title], [aria-label]'))
      found.push(element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? '')
    return found
  })
  return [...new Set(texts.filter((text) => MARKS.test(text)))]
}

async function saved(page: Page, label: string): Promise<string> {
  await page.click('.export > button')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`.drop-menu button:has-text("${label}")`),
  ])
  expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N}._-]+$/u)
  return readFileSync(await download.path(), 'latin1')
}

test('a run of hostile texts is shown as text, in every panel, in both views, and in what is saved of them', async () => {
  const { page, complaints } = await openReport(browser, hostileReport(), { acceptDownloads: true })
  await pictureOf(page)
  await expect.poll(() => page.locator('.row .name').allTextContents()).toContain(HOSTILE_TEXTS[0])

  await page.keyboard.press('/')
  for (const text of ['<img', 'script', 'alert', '\u202e', '__proto__']) {
    await page.fill('#search', text)
    await page.waitForSelector('[role=option]')
    expect(await markedTexts(page)).toEqual([])
  }
  await page.keyboard.press('Enter')
  await page.waitForSelector('.details .title')
  await page.keyboard.press('Escape')

  // Every thing of the outline, with its fields, its raw line and its neighbours.
  const names = page.locator('[role=treeitem]')
  for (let i = 0; i < (await names.count()); i++) {
    await names.nth(i).click()
    await page.waitForSelector('.details .title')
    const raw = page.locator('.raw summary')
    if (await raw.count()) await raw.first().click()
    expect(await markedTexts(page)).toEqual([])
  }
  await page.click('#tab-findings')
  await page.waitForSelector('.finding')
  await page.locator('.finding').first().click()
  const next = page.locator('button[aria-label="Next finding"]')
  for (let i = 0; i < 40; i++) {
    await page.waitForSelector('.open-finding')
    expect(await markedTexts(page)).toEqual([])
    if (await next.isDisabled()) break
    const before = said(page, 'finding')
    await next.click()
    // After the last one there is none: that is known a moment after it is opened.
    await page.waitForFunction(
      (was) =>
        new URLSearchParams(location.hash.slice(1)).get('finding') !== was ||
        document.querySelector<HTMLButtonElement>('[aria-label="Next finding"]')!.disabled,
      before,
    )
  }
  await page.click('.segments button:has-text("Map")')
  await page.waitForFunction(() => !location.hash.includes('view=lineage'))
  await pictureOf(page)
  // By element: what is not drawn any more has no chip, and the others move up.
  for (const chip of await page.locator('.chip').elementHandles()) {
    if (!(await chip.isVisible())) continue
    await chip.click()
    await chip.click()
  }
  await page.click('.row:has-text("alert(2)")')
  await page.click('.segments button:has-text("Lineage")')
  await page.waitForFunction(() => location.hash.includes('focus'))
  await pictureOf(page)
  await page.mouse.move(700, 450)
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })

  await page.click('#tab-impact')
  await page.waitForSelector('.impact')
  expect(await markedTexts(page)).toEqual([])

  for (const label of ['SVG, whole', 'SVG, what']) {
    const svg = await saved(page, label)
    expect(Buffer.from(svg, 'latin1').toString('utf8')).not.toMatch(MARKS)
    const found = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml')
      const attributes = [...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())
      return {
        faults: root.querySelectorAll('parsererror').length,
        names: [...new Set([...root.querySelectorAll('*')].map((element) => element.tagName))].sort(),
        calls: attributes.filter((name) => name.startsWith('on') || name.includes('href')),
      }
    }, Buffer.from(svg, 'latin1').toString('utf8'))
    expect(found.faults).toBe(0)
    expect(found.calls).toEqual([])
    for (const name of found.names)
      expect(['svg', 'defs', 'pattern', 'path', 'rect', 'g', 'text', 'circle']).toContain(name)
  }
  for (const label of ['PNG, whole', 'PNG, what']) expect((await saved(page, label)).slice(1, 4)).toBe('PNG')
  const data = JSON.parse(Buffer.from(await saved(page, 'JSON, the picture'), 'latin1').toString('utf8')) as {
    things: { title: string }[]
  }
  expect(data.things.length).toBeGreaterThan(3)
  JSON.parse(await saved(page, 'JSON for graphology'))

  expect(await page.locator(STRANGERS).count()).toBe(0)
  // That of the app alone: what started it stands in the head, and what it was made from has gone.
  expect(await page.locator('body script').count()).toBe(0)
  expect(await page.locator('head script').count()).toBe(1)
  expect(complaints).toEqual([])
})

test('a run of hostile texts is text without scripts too, in its own direction and on no line of its own', async () => {
  const file = hostileReport()
  const { page, complaints } = await openReport(browser, file, { javaScriptEnabled: false })
  const text = (await page.textContent('.still'))!
  expect(text).toContain('<img src=x onerror=alert(1)>')
  expect(text).toContain('</script><script>alert(2)</script>')
  expect(text).toContain('\\u202egnp.exe')
  expect(text).not.toMatch(MARKS)
  expect(await page.locator(`.still :is(${STRANGERS}, script, style)`).count()).toBe(0)
  expect(readFileSync(file, 'utf8').length).toBeLessThan(1_000_000)
  const wide = await page.locator('html').evaluate((root) => root.scrollWidth)
  expect(wide).toBeLessThanOrEqual(1440)
  expect(complaints).toEqual([])
})
