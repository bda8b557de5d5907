import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'

/** The crossings of edges between all layers. */
export function countCrossings(layered: Layered, order: Order): number {
  return crossingCounter(layered, order)(0, layered.layerStarts.length - 1)
}

/**
 * Makes the step that counts the crossings between each two neighbouring layers of a range: each end of a segment against the ends of
 * earlier segments below it, in a Fenwick tree, O(s log w) for s segments and w vertices in the widest layer.
 * Source: Barth, Jünger, Mutzel 2004, doi:10.7155/jgaa.00088.
 */
export function crossingCounter({ layerStarts, out, weight }: Layered, { vertices, place }: Order) {
  const tree = new Float64Array(widest(layerStarts) + 1)

  function countAfter(layer: number): number {
    const start = layerStarts[layer + 1]!
    const size = layerStarts[layer + 2]! - start
    if (size < 2) return 0
    tree.fill(0, 0, size + 1)
    let crossings = 0
    let total = 0
    for (let at = layerStarts[layer]!; at < start; at++) {
      const vertex = vertices[at]!
      const rowEnd = out.starts[vertex + 1]!
      // Segments of one vertex do not cross: all are counted before any is entered.
      for (let i = out.starts[vertex]!; total > 0 && i < rowEnd; i++) {
        let notBelow = 0
        for (let j = place[out.neighbors[i]!]! - start + 1; j > 0; j -= j & -j) notBelow += tree[j]!
        crossings += weight[out.edges[i]!]! * (total - notBelow)
      }
      for (let i = out.starts[vertex]!; i < rowEnd; i++) {
        const own = weight[out.edges[i]!]!
        total += own
        for (let j = place[out.neighbors[i]!]! - start + 1; j <= size; j += j & -j) tree[j]! += own
      }
    }
    return crossings
  }

  return (firstLayer: number, endLayer: number): number => {
    let crossings = 0
    for (let layer = firstLayer; layer + 1 < endLayer; layer++) crossings += countAfter(layer)
    return crossings
  }
}

/** The size of the largest layer. */
export function widest(layerStarts: Uint32Array): number {
  let most = 0
  for (let layer = 0; layer + 1 < layerStarts.length; layer++)
    most = Math.max(most, layerStarts[layer + 1]! - layerStarts[layer]!)
  return most
}
