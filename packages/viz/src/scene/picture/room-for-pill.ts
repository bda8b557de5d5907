import { grouped } from '@lineagraph/core'
import { DETAIL, PILL, STROKE } from './measures.ts'

/** Where the data goes down there is room for a pill and its line to this scale, at which a phone shows long names. */
const SMALL = 0.75
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
  beside: (mostWidth(count) + PILL.closest) / DETAIL.full,
  above: (PILL.height + PILL.free) / DETAIL.full,
  beyond: (PILL.height + PILL.short + PILL.close) / SMALL,
})

/** As much as a pill takes off its card on the side to which the data goes, with what is free around it, where lines turn beyond it. */
export const roomBehind = (count: number, direction: 'right' | 'down'): number =>
  ((direction === 'right' ? mostWidth(count) : PILL.height) + PILL.away + PILL.free + STROKE.path / 2) /
  DETAIL.full
