import type { Csr } from './csr.ts'

/**
 * The parts that hang together when edges have no direction, of the nodes that have an edge at all; -1 for the others.
 * Union-find with path halving: O(m α(n)).
 * @example
 * ```ts
 * const parts = weakComponents(graph.out)
 * ```
 */
export function weakComponents({ starts, neighbors }: Csr): { count: number; componentOf: Int32Array } {
  const nodeCount = starts.length - 1
  const leader = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const linked = new Uint8Array(nodeCount)
  const find = (node: number): number => {
    while (leader[node] !== node) node = leader[node] = leader[leader[node]!]!
    return node
  }
  for (let node = 0; node < nodeCount; node++)
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const neighbor = neighbors[i]!
      linked[node] = linked[neighbor] = 1
      const one = find(node)
      const other = find(neighbor)
      // The smaller index leads: parts are then numbered by their first node, whatever the order of edges.
      leader[Math.max(one, other)] = Math.min(one, other)
    }

  const componentOf = new Int32Array(nodeCount).fill(-1)
  let count = 0
  for (let node = 0; node < nodeCount; node++) {
    if (!linked[node]) continue
    const first = find(node)
    componentOf[node] = first === node ? count++ : componentOf[first]!
  }
  return { count, componentOf }
}
