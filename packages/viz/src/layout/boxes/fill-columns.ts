import { alignBoxes } from '../packing/align-boxes.ts'
import { sidesOf } from './box-sides.ts'
import type { CutGraph } from './cut-graph.ts'
import type { OrderedBoxes } from './order-boxes.ts'
import type { PlacingInput } from '../placing/placing.ts'

/**
 * Lets what is in a box of one column use the width that the box has anyway, by changing `width`: its own at least, or that of the boxes it stands above or
 * below, which it ends with. Before anything has a place. O(n).
 */
export function fillColumns(
  input: PlacingInput,
  { graphs }: CutGraph,
  { outsideIn, ordered }: OrderedBoxes,
  width: Float64Array,
): void {
  const { count, box, isBox, useful, oneColumn } = input
  if (!useful || !oneColumn || input.direction === 'down') return
  const [widest, wanted] = [new Float64Array(count), new Float64Array(count)]
  for (let thing = 0; thing < count; thing++) {
    const own = box[thing]!
    if (own < 0 || oneColumn[own] === 0) continue
    widest[own] = Math.max(widest[own]!, width[thing]!)
    wanted[own] = Math.max(wanted[own]!, useful[thing]!)
  }
  const around = (own: number): number => {
    const { left, right } = sidesOf(input, own)
    return left + right
  }
  for (let own = 0; own < count; own++)
    if (oneColumn[own] === 1) width[own] = Math.max(width[own]!, widest[own]! + around(own))
  for (const own of outsideIn) alignBoxes(graphs[own]!.items, ordered[own]!.layered.layerOf, isBox, width)
  for (let thing = 0; thing < count; thing++) {
    const own = box[thing]!
    if (own >= 0 && oneColumn[own] === 1)
      width[thing] = Math.max(widest[own]!, Math.min(width[own]! - around(own), wanted[own]!))
  }
}
