import type { Csr } from '@lineagraph/core'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'
import { hashOfRow } from './same-rows.ts'

/**
 * Puts nodes of a layer that have the same neighbours, by as many edges, in their own order, in the places that they have together: whichever stands where, as
 * much crosses, and the order that is left by looking for fewer crossings is any. Changes `order` in place. O((n + m) log n).
 * @param lane 1 for vertices that stand below all others of their layer. @param fixed 1 for each layer that keeps its order.
 */
export function orderTwins(
  { nodeCount, layerStarts, out, into, weight }: Layered,
  { vertices, place }: Order,
  lane: Uint8Array,
  fixed: Uint8Array = new Uint8Array(layerStarts.length - 1),
): void {
  const hash = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    hash[node] = hashOfRow(out, node, hashOfRow(into, node, lane[node]! + 1) + 3)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) if (!fixed[layer]) settle(layer)

  function settle(layer: number): void {
    const nodes = vertices
      .subarray(layerStarts[layer], layerStarts[layer + 1])
      .filter((vertex) => vertex < nodeCount)
      .sort((a, b) => hash[a]! - hash[b]! || a - b)
    for (let start = 0, end = 0; start < nodes.length; start = end) {
      const first = nodes[start]!
      while (end < nodes.length && hash[nodes[end]!] === hash[first]) end++
      if (end - start < 2) continue
      const twins = nodes.subarray(start, end).filter((node) => isTwin(first, node))
      const places = twins.map((node) => place[node]!).sort()
      for (const [i, node] of twins.entries()) {
        vertices[places[i]!] = node
        place[node] = places[i]!
      }
    }
  }

  function isTwin(one: number, other: number): boolean {
    return lane[one] === lane[other] && hasSameRow(out, one, other) && hasSameRow(into, one, other)
  }

  function hasSameRow({ starts, neighbors, edges }: Csr, one: number, other: number): boolean {
    const away = starts[other]! - starts[one]!
    if (starts[other + 1]! - starts[one + 1]! !== away) return false
    for (let i = starts[one]!; i < starts[one + 1]!; i++)
      if (neighbors[i] !== neighbors[i + away] || weight[edges[i]!] !== weight[edges[i + away]!]) return false
    return true
  }
}
