import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** What to write on a node: its title, or else its id or its key. */
export const labelOf = (graph: LineageGraph, node: NodeIndex): string =>
  graph.titleOf(node) || graph.idOf(node) || graph.keyOf(node)
