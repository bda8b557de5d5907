import { linesOf, type Adjacency } from './adjacency.ts'
import type { Lines } from './picture.ts'

/** What is lit of a picture: everything upstream and downstream of where the light stands. */
export interface Light {
  /** 1 for each card that is lit. */
  readonly cards: Uint8Array
  readonly lines: Uint8Array
  /** The cards where it stands, and the line, or -1. */
  readonly starts: readonly number[]
  readonly line: number
  readonly upstream: number
  readonly downstream: number
}

/** Lights what leads to some cards and what they lead to. O(cards + lines), circles included. */
export function lightUp(lines: Lines, adjacency: Adjacency, starts: readonly number[]): Light {
  return light(lines, adjacency, starts, starts, starts, -1)
}

/** Lights a line, what leads to its beginning and what its end leads to. */
export function lightUpLine(lines: Lines, adjacency: Adjacency, line: number): Light {
  const [from, to] = [lines.from[line]!, lines.to[line]!]
  return light(lines, adjacency, [from], [to], [from, to], line)
}

function light(
  lines: Lines,
  { in: into, out }: Adjacency,
  up: readonly number[],
  down: readonly number[],
  starts: readonly number[],
  line: number,
): Light {
  const cardCount = out.starts.length - 1
  const cards = new Uint8Array(cardCount)
  const lit = new Uint8Array(lines.count)
  const upstream = spread(cardCount, up, (card) => linesOf(into, card), lines.from, cards, lit)
  const downstream = spread(cardCount, down, (card) => linesOf(out, card), lines.to, cards, lit)
  if (line >= 0) lit[line] = 1
  return { cards, lines: lit, starts, line, upstream, downstream }
}

/** Breadth first from the starts, marking cards and lines. @returns how many cards were reached beyond the starts. */
function spread(
  cardCount: number,
  starts: readonly number[],
  linesAt: (card: number) => Uint32Array,
  otherEnd: Uint32Array,
  cards: Uint8Array,
  lit: Uint8Array,
): number {
  const seen = new Uint8Array(cardCount)
  const queue: number[] = []
  for (const card of starts) {
    if (seen[card]) continue
    seen[card] = cards[card] = 1
    queue.push(card)
  }
  const startCount = queue.length
  // An array hands out what is added while it is walked: it is the queue.
  for (const card of queue)
    for (const line of linesAt(card)) {
      lit[line] = 1
      const next = otherEnd[line]!
      if (seen[next]) continue
      seen[next] = cards[next] = 1
      queue.push(next)
    }
  return queue.length - startCount
}
