import { DirectedGraph } from 'graphology'
import type { NodeIndex } from '../resolve/nodes.ts'
import { edgesOf } from './csr.ts'
import {
  edgeAttributes,
  edgeKeyOf,
  nodeAttributes,
  type GraphologyEdge,
  type GraphologyNode,
} from './graphology-attributes.ts'
import type { LineageGraph } from './lineage-graph.ts'

/**
 * What people select of a run, as a graphology graph: the nodes of `selection` and the edges between them. For graphology's own
 * libraries; a whole run of a million resources is too much for it (1.6 GB), a neighbourhood is not.
 * @param selection the nodes to take, each once whatever its repeats; all where it is not given.
 * @example
 * ```ts
 * const all = toGraphology(graph)
 * const part = toGraphology(graph, reachable(graph.out, [node], 2).keys())
 * ```
 */
export function toGraphology(
  graph: LineageGraph,
  selection: Iterable<NodeIndex> = allNodes(graph),
): DirectedGraph<GraphologyNode, GraphologyEdge> {
  const result = new DirectedGraph<GraphologyNode, GraphologyEdge>()
  const keys = new Map<NodeIndex, string>()
  for (const node of selection) {
    if (keys.has(node)) continue
    const key = graph.keyOf(node)
    keys.set(node, key)
    result.addNode(key, nodeAttributes(graph, node))
  }
  for (const [node, key] of keys)
    for (const edge of edgesOf(graph.out, node)) {
      const other = keys.get(graph.toOf(edge))
      if (other !== undefined) result.addEdgeWithKey(edgeKeyOf(edge), key, other, edgeAttributes(graph, edge))
    }
  return result
}

function* allNodes(graph: LineageGraph): Generator<NodeIndex> {
  for (let node = 0; node < graph.nodeCount; node++) yield node
}
