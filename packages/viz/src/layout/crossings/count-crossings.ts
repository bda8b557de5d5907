import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/** The crossings of edges between all layers. */
export function countCrossings(layered: Layered, order: Order): number {
  const countAfter = crossingCounter(layered, order)
  let crossings = 0
  for (let layer = 0; layer + 1 < layered.layerStarts.length; layer++) crossings += countAfter(layer)
  return crossings
}

/**
 * Makes the step that counts the crossings between a layer and the next: each end of a segment against the ends of earlier segments
 * below it, in a Fenwick tree, O(s log w) for s segments and w vertices in the next layer.
 * Source: Barth, Jünger, Mutzel 2004, doi:10.7155/jgaa.00088.
 */
export function crossingCounter({ layerStarts, out, weight }: Layered, { vertices, place }: Order) {
  const tree = new Float64Array(widest(layerStarts) + 1)

  return (layer: number): number => {
    if (layer + 2 >= layerStarts.length) return 0
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
}

/** The size of the largest layer. */
export function widest(layerStarts: Uint32Array): number {
  let most = 0
  for (let layer = 0; layer + 1 < layerStarts.length; layer++)
    most = Math.max(most, layerStarts[layer + 1]! - layerStarts[layer]!)
  return most
}
