import { grouped } from '@lineagraph/core'
import { CARD, DETAIL, HEAD, PILL, STROKE } from './measures.ts'

/** Where the data goes down there is room for a pill and its line to this scale, at which a phone shows long names. */
const SMALL = 0.75
/** Pills are at the size of their text, or left out. */
export const LEAST_SCALE = 0.7
/** As wide as any digit, CSS pixels. */
const WIDEST = 7

export const pillText = (count: number): string => `+${grouped(count)}`

/** How wide a pill is at most, CSS pixels. */
export const mostWidth = (count: number): number =>
  Math.max(PILL.least, WIDEST * pillText(count).length + PILL.pad)

/**
 * As much as the pill of so many neighbours takes beside or above its card, where that says all it has, and, where the data goes downwards, above
 * it or below: units of the picture. The room beside it is that of a further layer, and no more is taken than it takes.
 */
export const roomForPill = (
  count: number,
): { readonly beside: number; readonly above: number; readonly beyond: number } => ({
  beside: (mostWidth(count) + PILL.closest) / LEAST_SCALE,
  above: (PILL.height + PILL.free) / DETAIL.full,
  beyond: (PILL.height + PILL.short + PILL.close) / SMALL,
})

/** As much as a pill takes off its card, with what is free around it, where lines turn beyond it. */
export const roomBeside = (count: number, direction: 'right' | 'down'): number =>
  ((direction === 'right' ? mostWidth(count) : PILL.height) + PILL.away + OFF_LINES) / DETAIL.full

/** From a pill to the middle of a line: one that is lit is free all round too. CSS pixels. */
export const OFF_LINES = PILL.free + STROKE.path / 2

/** From the top or the foot of a header to the middle of a pill that is clear of an arrowhead at the middle of that; units of the picture. */
const ASIDE = 3.5

/** From the top of a card, in units of the picture: where the middle of a pill is tried where the data goes to the right, at the header's middle first. */
export const MIDDLES = [CARD.height / 2, ASIDE, CARD.height - ASIDE] as const

/** Along the side of a card it is tried so close to the ends of that, CSS pixels. */
export const FROM_END = 6

/** Where pills are to stand along the sides of their cards; units of the picture. @param count how many neighbours wait there at most. */
export function placesAlong(
  width: Float64Array,
  count: number,
  direction: 'right' | 'down',
): { readonly middle: Float64Array; readonly around: readonly number[]; readonly reach: number } {
  if (direction === 'right')
    return {
      middle: new Float64Array(width.length).fill(MIDDLES[0]),
      around: MIDDLES.map((middle) => middle - MIDDLES[0]),
      reach: (PILL.height / 2 + HEAD.half) / DETAIL.full,
    }
  const half = mostWidth(count) / 2
  const furthest = CARD.width / 2 - (FROM_END + half) / DETAIL.full
  return {
    middle: width.map((own) => own / 2),
    around: ALONG.map((part) => part * furthest),
    reach: (half + HEAD.half) / DETAIL.full,
  }
}

/** Parts of the way from the middle of a side to its ends. */
const ALONG = [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1]
