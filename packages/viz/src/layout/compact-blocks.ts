import type { Blocks, Corner } from './align-blocks.ts'
import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'

/**
 * A height for each block, as near to the side where the picture is begun as `distance` lets it. O(n). Source: Brandes, Walter, Zink 2020, arXiv:2008.01252, by longest paths in place of classes.
 * @param distance that two vertices of a layer must keep, the upper one first.
 */
export function compactBlocks(
  { vertexCount, layerOf, layerStarts }: Layered,
  { vertices, place }: Order,
  { root, next, shift }: Blocks,
  { fromTop }: Corner,
  distance: (upper: number, lower: number) => number,
): Float64Array {
  const forth = fromTop ? 1 : -1
  const beside = (vertex: number, step: number): number => {
    const layer = layerOf[vertex]!
    const at = place[vertex]! + step
    return at >= layerStarts[layer]! && at < layerStarts[layer + 1]! ? vertices[at]! : -1
  }
  const gap = (one: number, other: number): number => (fromTop ? distance(one, other) : distance(other, one))

  const waiting = new Uint32Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++)
    if (beside(vertex, -forth) >= 0) waiting[root[vertex]!]!++
  const order = new Uint32Array(vertexCount)
  let length = 0
  for (let vertex = 0; vertex < vertexCount; vertex++)
    if (root[vertex] === vertex && waiting[vertex] === 0) order[length++] = vertex

  const y = new Float64Array(vertexCount)
  for (let at = 0; at < length; at++) {
    const block = order[at]!
    let vertex = block
    do {
      const after = beside(vertex, forth)
      if (after >= 0) {
        const other = root[after]!
        const apart = gap(vertex, after) + forth * (shift[vertex]! - shift[after]!)
        y[other] = Math.max(y[other]!, y[block]! + apart)
        if (--waiting[other]! === 0) order[length++] = other
      }
      vertex = next[vertex]!
    } while (vertex !== block)
  }
  return y.map((_, vertex) => forth * y[root[vertex]!]! + shift[vertex]!)
}
