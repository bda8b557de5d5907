import { compactBlocks } from './compact-blocks.ts'
import type { Distances } from './distances.ts'
import type { Blocks } from './join-level.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/**
 * A height for each vertex such that blocks are level and stand near where their vertices would like to: once each is put no higher than there,
 * once no lower, and it takes the middle of both. O(n).
 * @param y where vertices would like to stand. @param distances that vertices keep from those above them.
 */
export function standBlocks(
  layered: Layered,
  order: Order,
  blocks: Blocks,
  y: Float64Array,
  distances: Distances,
): Float64Array {
  const wishes = wishesOf(blocks, y)
  const below = compactBlocks(layered, order, blocks, distances, wishes, 1)
  const above = compactBlocks(layered, order, blocks, distances, wishes, -1)
  return below.map((height, vertex) => (height + above[vertex]!) / 2)
}

/** By root: the mean of the heights that the vertices of a block would like it to have. */
function wishesOf({ root, shift }: Blocks, y: Float64Array): Float64Array {
  const wishes = new Float64Array(y.length)
  const size = new Uint32Array(y.length)
  for (let vertex = 0; vertex < y.length; vertex++) {
    const own = root[vertex]!
    wishes[own]! += (y[vertex]! - shift[vertex]! - wishes[own]!) / ++size[own]!
  }
  return wishes
}
