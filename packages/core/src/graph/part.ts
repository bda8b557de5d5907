import type { NodeIndex } from '../resolve/nodes.ts'
import { csrOf, type Csr, type EdgeIndex } from './csr.ts'
import type { LineageGraph } from './lineage-graph.ts'

/**
 * A few nodes of a graph and the edges among them, as a graph of its own. Nodes are numbered by their keys, so that what is found
 * in it does not depend on the order in which things were declared. Edges from a node to itself are left out.
 */
export interface Part {
  /** The node of the whole graph behind each node here. */
  readonly nodes: readonly NodeIndex[]
  /** The key of each node: ascending. */
  readonly keys: readonly string[]
  /** The edge of the whole graph behind each edge here. */
  readonly edges: readonly EdgeIndex[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly out: Csr
}

/**
 * Cuts the part of `members` out of the graph. O(size of the part), and a sort of its keys.
 * @param members ascending.
 */
export function partOf(graph: LineageGraph, members: Uint32Array): Part {
  const keys = Array.from(members, (node) => graph.keyOf(node))
  const inOrder = Array.from(keys.keys())
  inOrder.sort((one, other) => (keys[one]! < keys[other]! ? -1 : keys[one]! > keys[other]! ? 1 : 0))
  const here = new Int32Array(members.length)
  inOrder.forEach((member, index) => (here[member] = index))
  const edges: EdgeIndex[] = []
  const from: number[] = []
  const to: number[] = []
  const { starts, neighbors } = graph.out
  inOrder.forEach((member, index) => {
    const node = members[member]!
    for (let i = starts[node]!; i < starts[node + 1]!; i++) {
      const neighbor = indexIn(members, neighbors[i]!)
      if (neighbor < 0 || neighbor === member) continue
      edges.push(graph.out.edges[i]!)
      from.push(index)
      to.push(here[neighbor]!)
    }
  })
  return {
    nodes: inOrder.map((member) => members[member]!),
    keys: inOrder.map((member) => keys[member]!),
    edges,
    from,
    to,
    out: csrOf(members.length, from, to),
  }
}

/** Where a node is among others, which ascend; -1 where it is not. */
function indexIn(nodes: Uint32Array, wanted: NodeIndex): number {
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nodes[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return nodes[low] === wanted ? low : -1
}
