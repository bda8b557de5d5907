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
  /** The edge of the whole graph behind each edge here. */
  readonly edges: readonly EdgeIndex[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly out: Csr
}

/** Cuts the part of `members` out of the graph. O(size of the part), and a sort of its keys. */
export function partOf(graph: LineageGraph, members: Iterable<NodeIndex>): Part {
  const keyed = Array.from(members, (node) => ({ node, key: graph.keyOf(node) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const nodes = keyed.map(({ node }) => node)
  const here = new Map(nodes.map((node, index) => [node, index]))
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
  return { nodes, edges, from, to, out: csrOf(nodes.length, from, to) }
}
