import type { NodeIndex } from '../resolve/nodes.ts'
import type { Csr } from './csr.ts'

/**
 * The nodes in an order in which every edge leads forward, smaller indexes first where there is a choice of generation; undefined
 * where the graph has a circle, an edge from a node to itself included. O(n + m). Source: Kahn 1962, doi:10.1145/368996.369025.
 * @example
 * ```ts
 * const order = topologicalOrder(graph.out) // undefined where there is a circle
 * ```
 */
export function topologicalOrder({ starts, neighbors }: Csr): NodeIndex[] | undefined {
  const nodeCount = starts.length - 1
  const waiting = new Uint32Array(nodeCount)
  for (const neighbor of neighbors) waiting[neighbor]!++
  const order: NodeIndex[] = []
  for (let node = 0; node < nodeCount; node++) if (waiting[node] === 0) order.push(node)
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!
    for (let j = starts[node]!; j < starts[node + 1]!; j++)
      if (--waiting[neighbors[j]!]! === 0) order.push(neighbors[j]!)
  }
  return order.length === nodeCount ? order : undefined
}
