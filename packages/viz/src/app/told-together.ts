/** One notice of several: the first of them is told first, and what says nothing is left out. */
export const toldTogether = (...notices: readonly string[]): string =>
  notices.filter((notice) => notice !== '').join(' ')

/** A notice without what stands at its end: what was said of something that is no more. */
export const withoutLast = (notice: string, last: string): string =>
  notice.endsWith(last) ? notice.slice(0, notice.length - last.length).trimEnd() : notice
