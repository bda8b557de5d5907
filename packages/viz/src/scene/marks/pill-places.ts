import { CARD, PILL, ROW } from '../picture/measures.ts'
import type { Sides } from './hit-test.ts'

/** How a pill stands: where the data comes or goes at its card, or, where that side has no room, at another side; on its corner where none has. */
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
  /** Whether it lies over the foot or the head of its card. */
  readonly isOver?: boolean
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

/** From the top of the card, in units of the picture: where the middle of a pill is tried, at the header's middle first. */
const TRIED = [CARD.height / 2, 5, CARD.height - 5] as const
/** CSS pixels between `+n` and `»`. */
const NEXT = 4
/** CSS pixels of its card, at the foot or the head, that a pill lies over where cards stand close. */
const TUCKED = 4
/** CSS pixels from a pill that is not joined to its card to any other, and from one that lies over its own: far more than to that. */
const APART = { free: 3 * PILL.free, tucked: 3 } as const
/** From the end of a side of its card, where its middle is taken. */
const IN = 6
/** Between lines a place is tried so often, CSS pixels. */
const STEP = 6

/** Where a pill may stand where the data goes to the right, the best first: left of its card, or right of it. */
export function placesLeftOrRight({ card, sheets, side, width, away, k }: PillWish): PillPlace[] {
  const isUp = side === 'up'
  const isHigh = card.bottom - card.top > CARD.height * k
  const tops = TRIED.map((middle) => card.top + middle * k - PILL.height / 2)
  if (isHigh) tops.push(card.bottom - (ROW.height / 2 + ROW.foot) * k - PILL.height / 2)
  const x = isUp ? card.left - away - width : card.right + sheets + away
  const [end, middle] = [isUp ? card.left : card.right - width, (card.left + card.right - width) / 2]
  const aboveOrBelow = (free: number): PillPlace[] => {
    const [above, below] = [card.top - PILL.height - free, card.bottom + sheets + free]
    const apart = free < 0 ? APART.tucked : APART.free
    return [
      { x: end, y: above, stands: 'above', apart },
      { x: end, y: below, stands: 'below', apart },
      { x: middle, y: above, stands: 'above', apart },
      { x: middle, y: below, stands: 'below', apart },
    ]
  }
  // On the left corner it would lie on the icon.
  const tucked = aboveOrBelow(-TUCKED)
    .slice(0, 2)
    .reverse()
    .map((place): PillPlace => ({ ...place, apart: 0, isOver: true }))
  const over = [CARD.height, 0].map((end) => card.top + end * k - PILL.height / 2)
  const corners = isHigh ? [...tops.slice(2), over[1]!] : over
  return [
    ...tops.map((y): PillPlace => ({ x, y, stands: 'beside' })),
    ...aboveOrBelow(PILL.free),
    ...aboveOrBelow(-TUCKED),
    ...(isUp ? tucked : []),
    ...corners.map((y): PillPlace => ({
      x: (isUp ? card.left : card.right) - width / 2,
      y,
      stands: 'corner',
    })),
  ]
}

/** Where a pill may stand where the data goes downwards, the best first: above its card, or below it. */
export function placesAboveOrBelow({ card, sheets, side, width, away }: PillWish): PillPlace[] {
  const [middle, left, right] = [
    (card.left + card.right - width) / 2,
    card.left + IN,
    card.right - width - IN,
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
  const over = (side === 'up' ? card.top : card.bottom) - PILL.height / 2
  const [first, last] = [card.top, card.bottom - PILL.height]
  const ends = side === 'up' ? [first, (first + last) / 2, last] : [last, (first + last) / 2, first]
  return [
    ...[middle, right, left].map((x): PillPlace => ({ x, y: yAt(away), stands: 'beside' })),
    ...ends.flatMap((end) =>
      [card.right + sheets + PILL.free, card.left - PILL.free - width].map((x): PillPlace => ({
        x,
        y: end,
        stands: 'aside',
        apart: APART.free,
      })),
    ),
    ...between,
    ...[right, left].map((x): PillPlace => ({ x, y: over, stands: 'corner' })),
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
