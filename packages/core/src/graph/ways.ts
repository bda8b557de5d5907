import type { NodeIndex } from '../resolve/nodes.ts'
import type { Csr } from './csr.ts'

/** What lineage is followed along: a graph itself, or another with the same nodes. */
export interface Ways {
  readonly in: Csr
  readonly out: Csr
  /** By node what stands for it; where it is not given, each for itself. */
  readonly standIn?: Int32Array
}

/**
 * What stands for some nodes, each once.
 * @example
 * ```ts
 * const tables = standInsOf(waysAt(graph, 'table'), graph.childrenOf(node))
 * ```
 */
export const standInsOf = ({ standIn }: Ways, nodes: Iterable<NodeIndex>): Set<NodeIndex> =>
  new Set(standIn ? Array.from(nodes, (node) => standIn[node]!) : nodes)
