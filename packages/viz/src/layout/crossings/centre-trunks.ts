import type { Csr } from '@lineagraph/core'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/**
 * Puts the line that goes on through a fan into the middle of the leaves that it passes, with as many above it as below it, and leaves in the order of
 * their numbers. Only where that crosses nothing: among leaves that hang on the same vertex as it does, and on no other. Changes `order` in place. O(n + m).
 * @param lane 1 for vertices that stand below all others of their layer: those stay. @param way 1 for each node that is a leaf on its right, -1 for one on its left, 0 for others.
 */
export function centreTrunks(
  { layerStarts, out, into }: Layered,
  order: Order,
  lane: Uint8Array,
  way: Int8Array,
): void {
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    const start = layerStarts[layer]!
    let end = layerStarts[layer + 1]!
    while (end > start && lane[order.vertices[end - 1]!]) end--
    centre(start, end, into, 1)
    centre(start, end, out, -1)
  }

  function centre(start: number, end: number, ends: Csr, sign: 1 | -1): void {
    const { vertices } = order
    for (let first = start, next = start; first < end; first = next) {
      const hub = hangsOn(vertices[first]!, ends)
      next = first + 1
      if (hub < 0) continue
      let leaves = isLeaf(vertices[first]!, sign)
      for (; next < end && hangsOn(vertices[next]!, ends) === hub; next++)
        leaves += isLeaf(vertices[next]!, sign)
      if (leaves > 0 && leaves + 1 === next - first) settle(first, next, sign)
    }
  }

  /** The only vertex that one hangs on; -1 where there are several, or none. */
  function hangsOn(vertex: number, { starts, neighbors }: Csr): number {
    const [first, end] = [starts[vertex]!, starts[vertex + 1]!]
    if (first === end) return -1
    for (let i = first + 1; i < end; i++) if (neighbors[i] !== neighbors[first]) return -1
    return neighbors[first]!
  }

  function isLeaf(vertex: number, sign: 1 | -1): number {
    return way[vertex] === sign ? 1 : 0
  }

  /** A run of leaves and one trunk. */
  function settle(first: number, next: number, sign: 1 | -1): void {
    const run = order.vertices.subarray(first, next)
    const leaves = run.filter((vertex) => way[vertex] === sign).sort()
    const trunks = run.filter((vertex) => way[vertex] !== sign)
    const middle = leaves.length >> 1
    run.set(leaves.subarray(0, middle))
    run.set(trunks, middle)
    run.set(leaves.subarray(middle), middle + 1)
    for (let at = first; at < next; at++) order.place[order.vertices[at]!] = at
  }
}
