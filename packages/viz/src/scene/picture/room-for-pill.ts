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

/** How far a pill reaches above its middle and below it, with half an arrowhead: units of the picture. */
export const REACH = (PILL.height / 2 + HEAD.half) / DETAIL.full
