import { GRAPHOLOGY_OPTIONS, nodeAttributes } from '../graph/graphology-attributes.ts'
import { edgeAttributesOf } from './attributes.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { jsonListField, jsonOf } from './json-lines.ts'

/**
 * The graph in graphology's serialized form, which its `DirectedGraph.from` reads, one node or edge a line. Written from our own graph:
 * a run is too large to be a graphology graph first.
 */
export const graphology: ExportForm = {
  files: { 'graphology.json': document },
  rollsUp: true,
}

function* document(extract: Extract): Generator<string> {
  yield `{\n"attributes": {},\n"options": ${JSON.stringify(GRAPHOLOGY_OPTIONS)},\n`
  yield* jsonListField('nodes', jsonOf(nodesOf(extract)))
  yield ',\n'
  yield* jsonListField('edges', jsonOf(edgesOf(extract)))
  yield '\n}\n'
}

function* nodesOf(extract: Extract): Generator<unknown> {
  const { graph } = extract
  for (const node of extract.nodes())
    yield { key: graph.keyOf(node), attributes: nodeAttributes(graph, node) }
}

function* edgesOf(extract: Extract): Generator<unknown> {
  const { graph } = extract
  for (const edge of extract.edges())
    yield {
      key: edge.key,
      source: graph.keyOf(edge.from),
      target: graph.keyOf(edge.to),
      attributes: edgeAttributesOf(edge),
    }
}
