import type { Lines } from './picture.ts'

/** The lines at each card, in compressed rows: those of card c are `lines[starts[c]]` to `lines[starts[c + 1] - 1]`. */
export interface Rows {
  readonly starts: Uint32Array
  readonly lines: Uint32Array
}

/** The lines of a picture by the card that they leave and by the card that they enter. */
export interface Adjacency {
  readonly out: Rows
  readonly in: Rows
}

export const adjacencyOf = (cardCount: number, { count, from, to }: Lines): Adjacency => ({
  out: rowsBy(cardCount, count, from),
  in: rowsBy(cardCount, count, to),
})

/** The lines of a card: a view. */
export const linesOf = ({ starts, lines }: Rows, card: number): Uint32Array =>
  lines.subarray(starts[card], starts[card + 1])

/** Counting sort: O(cards + lines). */
export function rowsBy(cardCount: number, lineCount: number, end: Uint32Array): Rows {
  const starts = new Uint32Array(cardCount + 1)
  for (let line = 0; line < lineCount; line++) starts[end[line]! + 1]!++
  for (let card = 0; card < cardCount; card++) starts[card + 1]! += starts[card]!
  const next = starts.slice()
  const lines = new Uint32Array(lineCount)
  for (let line = 0; line < lineCount; line++) lines[next[end[line]!]!++] = line
  return { starts, lines }
}
