import { heldText } from './held-text.ts'

/** What a cell can hold: null is empty, a text is always in quotes, so that an empty one is told from none. */
export type Cell = string | number | null

/** A row of CSV by RFC 4180, but for its end, which is a line feed: every text in quotes, quotes in it doubled, line ends as they are. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\n`

function cellText(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : `"${heldText(cell).replaceAll('"', '""')}"`
}
