import type { Distances } from './distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/** A height for each vertex such that each layer is one stack, with the middles of all of them level: no picture is less high. O(n). */
export function stackLayers(
  { layerStarts }: Pick<Layered, 'layerStarts'>,
  { vertices }: Order,
  distances: Distances,
): Float64Array {
  const y = new Float64Array(vertices.length)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    const [start, end] = [layerStarts[layer]!, layerStarts[layer + 1]!]
    let height = 0
    for (let at = start; at < end; at++) {
      if (distances[at]! > -Infinity) height += distances[at]!
      y[vertices[at]!] = height
    }
    for (let at = start; at < end; at++) y[vertices[at]!]! -= height / 2
  }
  return y
}
