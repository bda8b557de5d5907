import type { Distances } from './distances.ts'
import type { Blocks } from './join-level.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/**
 * A height for each vertex such that blocks are level: that which its block wishes, or as little further on as `distances` ask for. O(n).
 * Source: Brandes, Walter, Zink 2020, arXiv:2008.01252, by longest paths in place of classes.
 * @param distances that vertices keep from those above them. @param wishes by root. @param forth 1 for downwards, -1 for upwards.
 */
export function compactBlocks(
  { vertexCount }: Layered,
  { vertices, place }: Order,
  { root, next, shift }: Blocks,
  distances: Distances,
  wishes: Float64Array,
  forth: 1 | -1,
): Float64Array {
  /** To the place of what a vertex keeps its distance from: behind it, and before it, as the picture is built. */
  const [before, behind] = forth > 0 ? [0, 1] : [1, 0]

  const waiting = new Uint32Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++)
    if (distances[place[vertex]! + before]! > -Infinity) waiting[root[vertex]!]!++
  const order = new Uint32Array(vertexCount)
  let length = 0
  for (let vertex = 0; vertex < vertexCount; vertex++)
    if (root[vertex] === vertex && waiting[vertex] === 0) order[length++] = vertex

  const y = wishes.map((wish) => forth * wish)
  for (let at = 0; at < length; at++) {
    const block = order[at]!
    let vertex = block
    do {
      const gap = distances[place[vertex]! + behind]!
      if (gap > -Infinity) {
        const after = vertices[place[vertex]! + forth]!
        const other = root[after]!
        y[other] = Math.max(y[other]!, y[block]! + (gap + forth * (shift[vertex]! - shift[after]!)))
        if (--waiting[other]! === 0) order[length++] = other
      }
      vertex = next[vertex]!
    } while (vertex !== block)
  }
  const heights = new Float64Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++)
    heights[vertex] = forth * y[root[vertex]!]! + shift[vertex]!
  return heights
}
