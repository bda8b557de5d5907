import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/** Where more lines than this go from one layer to the next, there is no room for each beside the others. */
const CROWD = 200

/** Whether so many lines lead from a layer to the next that nobody could follow them one by one. */
export function isCrowded(
  { layerStarts, out }: Pick<Layered, 'layerStarts' | 'out'>,
  { vertices }: Order,
  layer: number,
): boolean {
  let lines = 0
  for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++)
    lines += out.starts[vertices[at]! + 1]! - out.starts[vertices[at]!]!
  return lines > CROWD
}
