import { sortedRows } from '../resolve/distinct-pairs.ts'
import type { Csr } from './csr.ts'
import { inKeyOrder } from './key-order.ts'
import type { LineageGraph } from './lineage-graph.ts'

/**
 * A few nodes of a graph and the edges among them, as a graph of its own. Nodes are numbered by their keys, so that what is found
 * in it does not depend on the order in which things were declared. Edges from a node to itself are left out.
 */
export interface Part {
  /** The node of the whole graph behind each node here: their keys ascend. */
  readonly nodes: Uint32Array
  /** The edge of the whole graph behind each edge here. */
  readonly edges: Int32Array
  /** By edge, ascending. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly out: Csr
}

/** Cuts the part of some nodes out of a graph: see `partsOf`. */
export type CutPart = (members: Uint32Array) => Part

/** What cuts parts out of a graph. O(size of the part) each, and a sort by its keys. */
export function partsOf(graph: LineageGraph): CutPart {
  /** By node of the graph its place in the part that was cut last, where that has it at this place; whatever else is of parts before. */
  const here = new Int32Array(graph.nodeCount)
  const { starts, neighbors, edges } = graph.out
  return (members) => {
    const nodes = inKeyOrder(graph, members)
    let most = 0
    for (let i = 0; i < nodes.length; i++) {
      here[nodes[i]!] = i
      most += starts[nodes[i]! + 1]! - starts[nodes[i]!]!
    }
    const found = { edges: new Int32Array(most), from: new Int32Array(most), to: new Int32Array(most) }
    let count = 0
    for (let i = 0; i < nodes.length; i++)
      for (let at = starts[nodes[i]!]!; at < starts[nodes[i]! + 1]!; at++) {
        const neighbor = neighbors[at]!
        const to = here[neighbor]!
        if (to === i || nodes[to] !== neighbor) continue
        found.edges[count] = edges[at]!
        found.from[count] = i
        found.to[count++] = to
      }
    const [from, to] = [found.from.subarray(0, count), found.to.subarray(0, count)]
    return { nodes, edges: found.edges.subarray(0, count), from, to, out: sortedRows(nodes.length, from, to) }
  }
}
