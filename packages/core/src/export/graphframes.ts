import { nodeAttributes } from '../graph/graphology-attributes.ts'
import { edgeAttributesOf } from './attributes.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { jsonLines } from './json-lines.ts'

/**
 * Vertices and edges for GraphFrames on Spark, as JSON Lines: a row is a line whatever its ids hold, so that Spark reads a file with many
 * workers at once, which it cannot with CSV that has line ends in its cells.
 */
export const graphframes: ExportForm = {
  files: {
    'vertices.jsonl': (extract) => jsonLines(vertices(extract)),
    'edges.jsonl': (extract) => jsonLines(edges(extract)),
  },
  rollsUp: true,
}

function* vertices(extract: Extract): Generator<unknown> {
  const { graph } = extract
  for (const node of extract.nodes()) yield { id: graph.keyOf(node), ...nodeAttributes(graph, node) }
}

function* edges(extract: Extract): Generator<unknown> {
  const { graph } = extract
  for (const edge of extract.edges())
    yield { src: graph.keyOf(edge.from), dst: graph.keyOf(edge.to), ...edgeAttributesOf(edge) }
}
