import { grouped } from '@lineagraph/core'
import { STROKE } from '../picture/measures.ts'

/** Each ten times as many make a line so much wider. */
const GROWTH = 0.85
/** Past this, widths would fill the gaps: then all lines of the picture are drawn thinner, the heaviest as wide as this. */
const [HEAVY, MOST] = [1000, 2.25]

/** How wide a line is on the screen at rest, in CSS pixels: it grows with the logarithm of the edges that it stands for. */
export function lineWidth(weight: number, heaviest: number): number {
  const tens = Math.log10(Math.max(1, weight))
  if (heaviest <= HEAVY) return STROKE.rest + GROWTH * tens
  return STROKE.fine + ((MOST - STROKE.fine) * tens) / Math.log10(heaviest)
}

/** A count as a line's label: `41 k` where it would be long. */
export const shortCount = (count: number): string =>
  count < 10_000
    ? grouped(count)
    : count < 1_000_000
      ? `${Math.round(count / 1000)} k`
      : `${(count / 1_000_000).toFixed(1)} M`
