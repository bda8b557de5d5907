import { distancesOf, type Distances } from '../coordinates/distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { BoxInput } from './box-input.ts'

/** How far apart what stands in one layer keeps; cards in the outside lane are none of the others' business. O(v). */
export function distancesIn(
  layered: Layered,
  order: Order,
  { height, isBox, lane, gaps }: Pick<BoxInput, 'height' | 'isBox' | 'lane' | 'gaps'>,
): Distances {
  const { nodeCount } = layered
  return distancesOf(layered, order, (upper, lower) => {
    const above = upper < nodeCount
    const below = lower < nodeCount
    if ((above && lane[upper]) || (below && lane[lower])) return -Infinity
    if (!above) return below ? gaps.passing : gaps.edge
    if (!below) return height[upper]! + gaps.passing
    return height[upper]! + (isBox[upper] && isBox[lower] ? gaps.box : gaps.card)
  })
}
