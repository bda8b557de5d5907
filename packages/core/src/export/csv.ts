import { nodeAttributes } from '../graph/graphology-attributes.ts'
import { EDGE_ATTRIBUTES, edgeAttributesOf, NODE_ATTRIBUTES } from './attributes.ts'
import { csvRow } from './csv-text.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'

/** Two tables, of nodes and of edges, with the keys of nodes between them. */
export const csv: ExportForm = {
  files: { 'nodes.csv': nodes, 'edges.csv': edges },
  rollsUp: true,
}

function* nodes(extract: Extract): Generator<string> {
  const { graph } = extract
  yield `key,${Object.keys(NODE_ATTRIBUTES).join()}\n`
  for (const node of extract.nodes())
    yield csvRow([graph.keyOf(node), ...Object.values(nodeAttributes(graph, node))])
}

function* edges(extract: Extract): Generator<string> {
  const { graph } = extract
  yield `from,to,${Object.keys(EDGE_ATTRIBUTES).join()}\n`
  for (const edge of extract.edges())
    yield csvRow([graph.keyOf(edge.from), graph.keyOf(edge.to), ...Object.values(edgeAttributesOf(edge))])
}
