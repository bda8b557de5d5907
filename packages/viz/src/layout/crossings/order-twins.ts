import { hashOfRow, isSameRow } from './same-rows.ts'
import { crossingCounter } from './count-crossings.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/**
 * Puts nodes of a layer that have the same neighbours in their own order, in the places that they have together: no other order crosses less by itself,
 * and the one that is left by looking for fewer crossings is any. A layer in which more would cross, since more edges run to one of them than to another, stays
 * as it is. Changes `order` in place. O((n + m) log n).
 * @param lane 1 for vertices that stand below all others of their layer. @param fixed 1 for each layer that keeps its order.
 */
export function orderTwins(
  layered: Layered,
  order: Order,
  lane: Uint8Array,
  fixed: Uint8Array = new Uint8Array(layered.layerStarts.length - 1),
): void {
  const { nodeCount, layerStarts, out, into } = layered
  const { vertices, place } = order
  const countAfter = crossingCounter(layered, order)
  const hash = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    hash[node] = hashOfRow(out, node, hashOfRow(into, node, lane[node]! + 1) + 3)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) if (!fixed[layer]) settle(layer)

  function settle(layer: number): void {
    const row = vertices.subarray(layerStarts[layer], layerStarts[layer + 1])
    const nodes = row.filter((vertex) => vertex < nodeCount).sort((a, b) => hash[a]! - hash[b]! || a - b)
    const before = row.slice()
    const crossed = (): number => (layer > 0 ? countAfter(layer - 1) : 0) + countAfter(layer)
    let least = -1
    for (let start = 0, end = 0; start < nodes.length; start = end) {
      const first = nodes[start]!
      while (end < nodes.length && hash[nodes[end]!] === hash[first]) end++
      if (end - start < 2) continue
      const twins = nodes.subarray(start, end).filter((node) => isTwin(first, node))
      const places = twins.map((node) => place[node]!).sort()
      if (twins.every((node, i) => place[node] === places[i])) continue
      if (least < 0) least = crossed()
      for (const [i, node] of twins.entries()) put(node, places[i]!)
    }
    if (least >= 0 && crossed() > least)
      for (const [i, vertex] of before.entries()) put(vertex, layerStarts[layer]! + i)
  }

  function put(vertex: number, at: number): void {
    vertices[at] = vertex
    place[vertex] = at
  }

  function isTwin(one: number, other: number): boolean {
    return lane[one] === lane[other] && isSameRow(out, one, other) && isSameRow(into, one, other)
  }
}
