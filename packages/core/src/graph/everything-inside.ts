import type { NodeIndex } from '../resolve/nodes.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** The nodes and everything inside them, each once: parents may run in a circle. O(what is inside). */
export function everythingInside(graph: LineageGraph, nodes: Iterable<NodeIndex>): Set<NodeIndex> {
  const inside = new Set(nodes)
  // A set hands out what is added while it is walked: it is the queue.
  for (const node of inside) for (const child of graph.childrenOf(node)) inside.add(child)
  return inside
}
