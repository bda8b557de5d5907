import type { NodeIndex } from '../resolve/nodes.ts'
import type { Csr } from './csr.ts'

/**
 * How many steps away each node is that can be reached, by breadth-first search: O(n + m), the starts at 0.
 * @param csr out-adjacency for what is downstream, in-adjacency for what is upstream.
 * @param steps how far to go; all the way where it is not given.
 * @example
 * ```ts
 * for (const [next, steps] of reachable(graph.out, [node])) console.log(graph.idOf(next), steps)
 * ```
 */
export function reachable(
  { starts, neighbors }: Csr,
  from: Iterable<NodeIndex>,
  steps = Infinity,
): Map<NodeIndex, number> {
  const distance = new Map<NodeIndex, number>()
  for (const node of from) distance.set(node, 0)
  // A map hands out what is added while it is walked: it is the queue.
  for (const [node, steppedSoFar] of distance) {
    if (steppedSoFar >= steps) continue
    for (let i = starts[node]!; i < starts[node + 1]!; i++)
      if (!distance.has(neighbors[i]!)) distance.set(neighbors[i]!, steppedSoFar + 1)
  }
  return distance
}
