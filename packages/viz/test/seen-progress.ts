import type { Page } from 'playwright-core'

/** What the loading page shows at a moment. */
export interface SeenProgress {
  readonly lines: number
  /** By what it calls them: tables, edges. */
  readonly types: Readonly<Record<string, number>>
}

/** Runs in the page before anything of it: keeps what the loading page shows, each time that it shows something else. */
export function keepProgress(): void {
  const numberOf = (text: string | null | undefined): number => Number((text ?? '').replaceAll(',', ''))
  const seen: SeenProgress[] = []
  Object.assign(globalThis, { seenProgress: seen })
  const look = (): void => {
    if (!document.querySelector('.loading')) return
    const types = [...document.querySelectorAll('.so-far li')].map((item) => [
      item.textContent.replace(/^[\d,]+ /, ''),
      numberOf(item.querySelector('b')?.textContent),
    ])
    const lines = numberOf(document.querySelector('.progress-head b')?.textContent)
    seen.push({ lines, types: Object.fromEntries(types) })
  }
  const what = { subtree: true, childList: true, characterData: true, attributes: true }
  new MutationObserver(look).observe(document, what)
}

/** All that was kept, in its order. */
export const seenProgress = (page: Page): Promise<SeenProgress[]> =>
  page.evaluate(() => (globalThis as unknown as { seenProgress: SeenProgress[] }).seenProgress)
