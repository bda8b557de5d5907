import { linesOf, type Adjacency } from './adjacency.ts'
import type { Lines, Things } from './picture.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * The card that an arrow key leads to: left to what feeds it, right to what it feeds, whichever stands nearest in height; up and down
 * to the next card of the same layer. -1 where there is none.
 */
export function walk(
  cards: Things,
  lines: Lines,
  adjacency: Adjacency,
  card: number,
  direction: Direction,
): number {
  if (direction === 'left') return nearest(cards, card, linesOf(adjacency.in, card), lines.from)
  if (direction === 'right') return nearest(cards, card, linesOf(adjacency.out, card), lines.to)
  return neighbor(cards, card, direction === 'up' ? -1 : 1)
}

function nearest(cards: Things, card: number, lines: Uint32Array, otherEnd: Uint32Array): number {
  let found = -1
  let least = Infinity
  for (const line of lines) {
    const other = otherEnd[line]!
    const distance = Math.abs(cards.y[other]! - cards.y[card]!)
    if (other === card || distance >= least) continue
    least = distance
    found = other
  }
  return found
}

/** A layer is one x: cards of one size stand flush. */
function neighbor({ count, x, y }: Things, card: number, sign: -1 | 1): number {
  let found = -1
  let least = Infinity
  for (let other = 0; other < count; other++) {
    const distance = (y[other]! - y[card]!) * sign
    if (other === card || distance <= 0 || distance >= least || Math.abs(x[other]! - x[card]!) > 1) continue
    least = distance
    found = other
  }
  return found
}

/** The card whose middle is nearest to a point, or -1 in an empty picture. */
export function nearestTo({ count, x, y }: Things, at: { x: number; y: number }): number {
  let found = -1
  let least = Infinity
  for (let card = 0; card < count; card++) {
    const distance = (x[card]! - at.x) ** 2 + (y[card]! - at.y) ** 2
    if (distance >= least) continue
    least = distance
    found = card
  }
  return found
}

/** Where an arrow key leads: from the thing that is chosen, or, where none is, to the one nearest to a point. */
export const walkFrom = (
  { things, lines, adjacency }: { things: Things; lines: Lines; adjacency: Adjacency },
  here: number | undefined,
  direction: Direction,
  at: { x: number; y: number },
): number => (here === undefined ? nearestTo(things, at) : walk(things, lines, adjacency, here, direction))
