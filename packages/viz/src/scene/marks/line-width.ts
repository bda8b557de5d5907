import { STROKE } from '../picture/measures.ts'

/** Past this, widths would fill the gaps: then all lines of the picture are drawn thinner. */
const HEAVY = 1000

/** How wide a line is on the screen at rest, in CSS pixels: it grows with the logarithm of the edges that it stands for. */
export function lineWidth(weight: number, heaviest: number): number {
  const growth = 0.85 * Math.log10(Math.max(1, weight))
  return heaviest > HEAVY ? Math.max(1, growth - 1.2) : STROKE.rest + growth
}

/** A count as a line's label: `41 k` where it would be long. */
export const shortCount = (count: number): string =>
  count < 10_000
    ? count.toLocaleString('en-US')
    : count < 1_000_000
      ? `${Math.round(count / 1000)} k`
      : `${(count / 1_000_000).toFixed(1)} M`
