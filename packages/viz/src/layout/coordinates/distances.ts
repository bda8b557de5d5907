import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/**
 * How far below the top of what stands above it in its layer the top of each vertex must be, by its place in the order, and one more for what
 * would come last. -Infinity where nothing is above it, or where the two are none of each other's business. They are asked for so often that
 * they are looked up, not worked out.
 */
export type Distances = Float64Array

/** @param distance that two vertices of a layer must keep, the upper one first. */
export function distancesOf(
  { layerStarts }: Pick<Layered, 'layerStarts'>,
  { vertices }: Order,
  distance: (upper: number, lower: number) => number,
): Distances {
  const distances = new Float64Array(vertices.length + 1).fill(-Infinity)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++)
    for (let at = layerStarts[layer]! + 1; at < layerStarts[layer + 1]!; at++)
      distances[at] = distance(vertices[at - 1]!, vertices[at]!)
  return distances
}
