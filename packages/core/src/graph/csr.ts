import type { NodeIndex } from '../resolve/nodes.ts'

/** The index of a distinct edge. */
export type EdgeIndex = number

/**
 * Out- or in-adjacency in compressed rows. `starts`: node count + 1, never falling, the last is the edge count. `neighbors`:
 * sorted inside each row. `edges`: the edge that leads to the neighbor beside it.
 */
export interface Csr {
  readonly starts: Uint32Array
  readonly neighbors: Uint32Array
  readonly edges: Uint32Array
}

/**
 * The row of `node`: a view, not a copy. Do not write into it.
 * @example
 * ```ts
 * for (const next of rowOf(graph.out, node)) console.log(graph.titleOf(next))
 * ```
 */
export const rowOf = ({ starts, neighbors }: Csr, node: NodeIndex): Uint32Array =>
  neighbors.subarray(starts[node], starts[node + 1])

/**
 * The edges of the row of `node`, beside its neighbors: a view.
 * @example
 * ```ts
 * const edges = edgesOf(graph.out, node)
 * ```
 */
export const edgesOf = ({ starts, edges }: Csr, node: NodeIndex): Uint32Array =>
  edges.subarray(starts[node], starts[node + 1])

/** The same edges in rows by the other end. Counting sort: time and memory O(n + m). */
export function transposed({ starts, neighbors, edges }: Csr): Csr {
  const nodeCount = starts.length - 1
  const into = {
    starts: new Uint32Array(nodeCount + 1),
    neighbors: new Uint32Array(neighbors.length),
    edges: new Uint32Array(edges.length),
  }
  for (let i = 0; i < neighbors.length; i++) into.starts[neighbors[i]! + 1]!++
  for (let node = 0; node < nodeCount; node++) into.starts[node + 1]! += into.starts[node]!
  const next = into.starts.slice()
  for (let node = 0; node < nodeCount; node++)
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const at = next[neighbors[i]!]!++
      into.neighbors[at] = node
      into.edges[at] = edges[i]!
    }
  return into
}

/**
 * Rows by `from`. Counting sort, once by `to` and once, stable, by `from`: time and memory O(n + m).
 * @param from the node that edge i leaves, `to` the one it enters: m each, below nodeCount.
 * @example
 * ```ts
 * const csr = csrOf(3, [0, 0, 1], [1, 2, 2]) // 0 → 1, 0 → 2, 1 → 2
 * ```
 */
export function csrOf(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Csr {
  const edgeCount = from.length
  const inOrder = Uint32Array.from({ length: edgeCount }, (_, edge) => edge)
  const byTo = sortedBy(nodeCount, inOrder, to)
  const byFrom = sortedBy(nodeCount, byTo.edges, from)
  const neighbors = new Uint32Array(edgeCount)
  for (let i = 0; i < edgeCount; i++) neighbors[i] = to[byFrom.edges[i]!]!
  return { starts: byFrom.starts, neighbors, edges: byFrom.edges }
}

function sortedBy(
  nodeCount: number,
  edges: Uint32Array,
  end: ArrayLike<number>,
): { starts: Uint32Array; edges: Uint32Array } {
  const starts = new Uint32Array(nodeCount + 1)
  for (let i = 0; i < edges.length; i++) starts[end[edges[i]!]! + 1]!++
  for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!
  const next = starts.slice()
  const sorted = new Uint32Array(edges.length)
  for (const edge of edges) sorted[next[end[edge]!]!++] = edge
  return { starts, edges: sorted }
}
