import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { ComponentBox } from '../packing/component-boxes.ts'
import { deeperBelow } from '../placing/loops.ts'
import { turnedLines } from './turned-lines.ts'

/**
 * The components, higher where more lines lead back below the last thing of a layer than pass in what is free there in any case. O(n + s).
 * @param tops of each vertex. @param height of each item.
 */
export function withDeeperFeet(
  boxes: readonly ComponentBox[],
  layered: Layered,
  { vertices }: Order,
  tops: Float64Array,
  height: Float64Array,
  inLane: Uint8Array,
): readonly ComponentBox[] {
  const turned = turnedLines(layered)
  if (!turned) return boxes
  const { nodeCount, layerStarts, componentStarts } = layered
  return boxes.map((box, component) => {
    let foot = box.top + box.height
    for (let layer = componentStarts[component]!; layer < componentStarts[component + 1]!; layer++) {
      const last = vertices[layerStarts[layer + 1]! - 1]!
      if (last >= nodeCount || inLane[last]) continue
      const lines = turned.leaving[last]! + turned.entering[last]!
      foot = Math.max(foot, tops[last]! + height[last]! + deeperBelow(lines))
    }
    return { ...box, height: foot - box.top }
  })
}
