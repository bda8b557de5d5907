import type { NodeIndex } from '../resolve/nodes.ts'
import type { Csr } from './csr.ts'

/** How many steps away each node is, and what can be reached, the nearest first. */
export interface Distances {
  /** By node; -1 for what cannot be reached. */
  readonly steps: Int32Array
  /** In the order in which they were found, the starts first. */
  readonly reached: Uint32Array
}

/**
 * Breadth first, from several starts at once. O(n + m), 8 bytes a node, without recursion.
 * @param csr out-adjacency for what is downstream, in-adjacency for what is upstream.
 * @param most how many steps to go; all the way where it is not given.
 */
export function distancesFrom(
  { starts, neighbors }: Csr,
  from: Iterable<NodeIndex>,
  most = Infinity,
): Distances {
  const nodeCount = starts.length - 1
  const steps = new Int32Array(nodeCount).fill(-1)
  const queue = new Uint32Array(nodeCount)
  let length = 0
  for (const node of from) {
    if (steps[node] === 0) continue
    steps[node] = 0
    queue[length++] = node
  }
  for (let i = 0; i < length; i++) {
    const node = queue[i]!
    const step = steps[node]! + 1
    if (step > most) break
    for (let j = starts[node]!; j < starts[node + 1]!; j++) {
      const next = neighbors[j]!
      if (steps[next] !== -1) continue
      steps[next] = step
      queue[length++] = next
    }
  }
  return { steps, reached: queue.slice(0, length) }
}
