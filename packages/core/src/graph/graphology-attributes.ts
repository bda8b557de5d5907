import type { NodeIndex, NodeKind } from '../resolve/nodes.ts'
import type { EdgeIndex } from './csr.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** What a node carries in graphology. Its key is `graph.keyOf(node)`. */
export interface GraphologyNode {
  kind: NodeKind
  entity_type: string
  databuilder_id: string
  title: string
  /** The parts of a table's name, and of the table of an external column; null where they are not given. */
  cluster: string | null
  database: string | null
  schema: string | null
  /** The parent's key, or null. */
  parent: string | null
}

/** What an edge carries in graphology: how many lines declare it. */
export interface GraphologyEdge {
  declarations: number
}

export const GRAPHOLOGY_OPTIONS = { type: 'directed', multi: false, allowSelfLoops: true } as const

/** A key of our own: those that graphology makes up differ from run to run. */
export const edgeKeyOf = (edge: EdgeIndex): string => `edge:${edge}`

export function nodeAttributes(graph: LineageGraph, node: NodeIndex): GraphologyNode {
  const parent = graph.parentOf(node)
  const { cluster = null, database = null, schema = null } = placeOf(graph, node)
  return {
    kind: graph.kindOf(node),
    entity_type: graph.typeOf(node),
    databuilder_id: graph.idOf(node),
    title: graph.titleOf(node),
    cluster,
    database,
    schema,
    parent: parent < 0 ? null : graph.keyOf(parent),
  }
}

function placeOf(graph: LineageGraph, node: NodeIndex): ReturnType<LineageGraph['placePartsOf']> {
  switch (graph.kindOf(node)) {
    case 'missing':
      return {}
    case 'external_column':
      return graph.placePartsOf(graph.parentOf(node))
    case 'resource':
    case 'external_table':
      return graph.placePartsOf(node)
  }
}

export const edgeAttributes = (graph: LineageGraph, edge: EdgeIndex): GraphologyEdge => ({
  declarations: graph.linesOf(edge).length,
})
