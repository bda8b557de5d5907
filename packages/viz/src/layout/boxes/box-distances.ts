import { distancesOf, type Distances } from '../coordinates/distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import { roomForLines } from '../placing/loops.ts'
import type { BoxInput } from './box-input.ts'
import { turnedLines } from './turned-lines.ts'

/** How far apart what stands in one layer keeps; cards in the outside lane are none of the others' business. O(v). */
export function distancesIn(
  layered: Layered,
  order: Order,
  { height, sheets, isBox, lane, gaps }: Pick<BoxInput, 'height' | 'sheets' | 'isBox' | 'lane' | 'gaps'>,
): Distances {
  const { nodeCount } = layered
  const turned = turnedLines(layered)
  /** What lines that lead back below an item take at least. */
  const least = (upper: number): number =>
    turned ? roomForLines(turned.leaving[upper]! + turned.entering[upper]!) : 0
  return distancesOf(layered, order, (upper, lower) => {
    const above = upper < nodeCount
    const below = lower < nodeCount
    if ((above && lane[upper]) || (below && lane[lower])) return -Infinity
    if (!above) return below ? gaps.passing : gaps.edge
    const foot = height[upper]! + sheets[upper]!
    if (!below) return foot + Math.max(gaps.passing, least(upper))
    return foot + Math.max(isBox[upper] && isBox[lower] ? gaps.box : gaps.card, least(upper))
  })
}
