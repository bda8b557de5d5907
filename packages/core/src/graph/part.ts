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

/** Cuts the part of `members` out of the graph. O(size of the part), and a sort of its keys. */
export function partOf(graph: LineageGraph, members: Iterable<NodeIndex>): Part {
  const given = Array.from(members)
  const keyOf = given.map((node) => graph.keyOf(node))
  const inOrder = Array.from(given.keys())
  inOrder.sort((a, b) => (keyOf[a]! < keyOf[b]! ? -1 : keyOf[a]! > keyOf[b]! ? 1 : 0))
  const nodes = inOrder.map((i) => given[i]!)
  const here = new Map<NodeIndex, number>()
  for (let index = 0; index < nodes.length; index++) here.set(nodes[index]!, index)
  const edges: EdgeIndex[] = []
  const from: number[] = []
  const to: number[] = []
  nodes.forEach((node, index) => {
    for (let i = graph.out.starts[node]!; i < graph.out.starts[node + 1]!; i++) {
      const neighbor = here.get(graph.out.neighbors[i]!)
      if (neighbor === undefined || neighbor === index) continue
      edges.push(graph.out.edges[i]!)
      from.push(index)
      to.push(neighbor)
    }
  })
  return { nodes, keys: inOrder.map((i) => keyOf[i]!), edges, from, to, out: csrOf(nodes.length, from, to) }
}
