import { BOX_ASPECT } from '../packing/aspects.ts'
import type { PlacingInput } from '../placing/placing.ts'
import type { CutGraph } from './cut-graph.ts'
import type { OrderedBoxes } from './order-boxes.ts'
import type { PlacedBoxes } from './place-boxes.ts'
import type { Room } from './room-across.ts'

/** No box is to be slimmer than this, however much stands beside it. */
const SLIMMEST = 0.5

/**
 * The room in boxes whose sizes are known from a picture without a bound. A box that has others before and behind it is to be so much slimmer that all of
 * them together have the shape that is wished for: were every layer filled from top to bottom, it would be as wide as its part of the area. O(n).
 */
export function shapedRoom(
  { isBox }: PlacingInput,
  { graphs }: CutGraph,
  { outsideIn, ordered }: OrderedBoxes,
  { width, height }: PlacedBoxes,
  { across, aspect: wished }: Room,
): Room {
  const aspect = wished.slice()
  for (const own of outsideIn) {
    const { items } = graphs[own]!
    const { layer, componentOf, componentCount } = ordered[own]!.layers
    const area = Float64Array.from(items, (item) => width[item]! * height[item]!)
    const layerKey = (i: number): number => layer[i]! * componentCount + componentOf[i]!
    const inLayer = new Map<number, number>()
    const inComponent = new Float64Array(componentCount)
    area.forEach((one, i) => {
      inLayer.set(layerKey(i), (inLayer.get(layerKey(i)) ?? 0) + one)
      inComponent[componentOf[i]!]! += one
    })
    items.forEach((item, i) => {
      if (!isBox[item]) return
      const wanted =
        (aspect[own]! * inLayer.get(layerKey(i))! ** 2) / (inComponent[componentOf[i]!]! * area[i]!)
      // As exact as a picture keeps it: one that goes on from that is to find the same.
      aspect[item] = Math.fround(Math.max(SLIMMEST, Math.min(BOX_ASPECT, wanted)))
    })
  }
  return { across, aspect, extent: height, breadth: width }
}
