import type { Csr } from './csr.ts'
import { groupsOf } from '../resolve/groups.ts'
import type { StrongComponents } from './strong-components.ts'

/**
 * The number of edges on the longest path, each circle taken as one node. O(n + m).
 * @example
 * ```ts
 * const edges = longestPath(graph.out, strongComponents(graph.out))
 * ```
 */
export function longestPath({ starts, neighbors }: Csr, { count, componentOf }: StrongComponents): number {
  const { members } = groupsOf(count, componentOf)
  // Edges lead to lower parts, so the longest way on from each is known before it is asked for.
  const stepsFrom = new Uint32Array(count)
  let longest = 0
  for (const node of members) {
    const own = componentOf[node]!
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const component = componentOf[neighbors[i]!]!
      if (component !== own) stepsFrom[own] = Math.max(stepsFrom[own]!, stepsFrom[component]! + 1)
    }
    longest = Math.max(longest, stepsFrom[own]!)
  }
  return longest
}
