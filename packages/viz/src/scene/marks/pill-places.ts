import { CARD, PILL, ROW } from '../picture/measures.ts'
import { FROM_END, MIDDLES } from '../picture/room-for-pill.ts'
import type { Sides } from './hit-test.ts'

/** How a pill stands: where the data comes or goes at its card, or, where that side has no room, at another side; where none has, on its corner while one is there. */
export type Stands = 'beside' | 'above' | 'below' | 'aside' | 'corner'

/** A place for a pill, CSS pixels of the window. */
export interface PillPlace {
  readonly x: number
  readonly y: number
  readonly stands: Stands
  /** How far from its card it stands beside that, where not as far as is wished. */
  readonly away?: number
  /** How far it must be from other things, so that it is plain whose it is. */
  readonly apart?: number
}

/** What is to be placed at a card. @param away how far from it. */
export interface PillWish {
  readonly card: Sides
  /** How far the sheets of a stack lie right of it and below it. */
  readonly sheets: number
  readonly side: 'up' | 'down'
  readonly width: number
  readonly away: number
  /** The scale of the picture. */
  readonly k: number
}

/** CSS pixels between `+n` and `»`. */
const NEXT = 4
/** CSS pixels from a pill that is not joined to its card to any other: far more than to that. */
const APART = 3 * PILL.free
/** Between lines a place is tried so often, CSS pixels. */
const STEP = 6

/** Where a pill may stand where the data goes to the right, the best first: left of its card, or right of it. */
export function placesLeftOrRight({ card, sheets, side, width, away, k }: PillWish): PillPlace[] {
  const isUp = side === 'up'
  const isHigh = card.bottom - card.top > CARD.height * k
  const tops = MIDDLES.map((middle) => card.top + middle * k - PILL.height / 2)
  if (isHigh) tops.push(card.bottom - (ROW.height / 2 + ROW.foot) * k - PILL.height / 2)
  const x = isUp ? card.left - away - width : card.right + sheets + away
  const [end, middle] = [isUp ? card.left : card.right - width, (card.left + card.right - width) / 2]
  const [above, below] = [card.top - PILL.height - PILL.free, card.bottom + sheets + PILL.free]
  return [
    ...tops.map((y): PillPlace => ({ x, y, stands: 'beside' })),
    ...[end, middle].flatMap((at): PillPlace[] => [
      { x: at, y: above, stands: 'above', apart: APART },
      { x: at, y: below, stands: 'below', apart: APART },
    ]),
  ]
}

/** Where the pill of a card that has no room beside it lies on it while one is there, the best first. */
export function placesOnCard({ card, side, width, k }: PillWish, isDown: boolean): PillPlace[] {
  const isUp = side === 'up'
  if (isDown) {
    const y = (isUp ? card.top : card.bottom) - PILL.height / 2
    return [card.right - width - FROM_END, card.left + FROM_END].map((x) => ({ x, y, stands: 'corner' }))
  }
  const x = (isUp ? card.left : card.right) - width / 2
  return [CARD.height * k, 0].map((end) => ({ x, y: card.top + end - PILL.height / 2, stands: 'corner' }))
}

/** Where a pill may stand where the data goes downwards, the best first: above its card, or below it. */
export function placesAboveOrBelow({ card, sheets, side, width, away }: PillWish): PillPlace[] {
  const [middle, left, right] = [
    (card.left + card.right - width) / 2,
    card.left + FROM_END,
    card.right - width - FROM_END,
  ]
  const yAt = (far: number): number =>
    side === 'up' ? card.top - far - PILL.height : card.bottom + sheets + far
  const along = Array.from(
    { length: Math.max(0, Math.floor((right - left) / STEP)) },
    (_, i) => right - i * STEP,
  )
  const between = [away, Math.min(away, PILL.closest)].flatMap((far) =>
    along.map((x): PillPlace => ({ x, y: yAt(far), stands: 'beside', away: far })),
  )
  const [first, last] = [card.top, card.bottom - PILL.height]
  const ends = side === 'up' ? [first, (first + last) / 2, last] : [last, (first + last) / 2, first]
  return [
    ...[middle, right, left].map((x): PillPlace => ({ x, y: yAt(away), stands: 'beside' })),
    ...ends.flatMap((end) =>
      [card.right + sheets + PILL.free, card.left - PILL.free - width].map((x): PillPlace => ({
        x,
        y: end,
        stands: 'aside',
        apart: APART,
      })),
    ),
    ...between,
  ]
}

/** Where `»` may stand at `+n`, and how wide it is there, the best first: on along the side of the card, back along it, beyond it. */
export function placesNextTo(
  { x, y, stands }: PillPlace,
  isDown: boolean,
  { card, side, width }: PillWish,
): (PillPlace & { readonly width: number })[] {
  const beyond = (side === 'up' ? -1 : 1) * (isDown ? PILL.height + NEXT : width + NEXT)
  if (isDown) {
    const [left, right] = [x - NEXT - PILL.least, x + width + NEXT]
    const isLeft = stands === 'aside' ? x < card.left : right + PILL.least > card.right
    const along = isLeft ? [left, right] : [right, left]
    return [
      ...along.map((at) => ({ x: at, y, width: PILL.least, stands })),
      { x, y: y + beyond, width: PILL.least, stands },
    ]
  }
  if (stands === 'above' || stands === 'below')
    return [
      { x: x + (side === 'up' ? width + NEXT : -width - NEXT), y, width, stands },
      { x: x + beyond, y, width, stands },
    ]
  return [
    { x, y: y + PILL.height + NEXT, width, stands },
    { x, y: y - PILL.height - NEXT, width, stands },
    { x: x + beyond, y, width, stands },
  ]
}
