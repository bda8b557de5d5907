import { nodeAttributes } from '../graph/graphology-attributes.ts'
import { EDGE_ATTRIBUTES, edgeAttributesOf, NODE_ATTRIBUTES } from './attributes.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

/** GraphML, streamed: what is unset has no `data`. Source: http://graphml.graphdrawing.org/primer/graphml-primer.html */
export const graphml: ExportForm = {
  files: { 'graph.graphml': document },
  rollsUp: true,
}

function* document(extract: Extract): Generator<string> {
  const { graph } = extract
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  for (const [of, attributes] of [
    ['node', NODE_ATTRIBUTES],
    ['edge', EDGE_ATTRIBUTES],
  ] as const)
    for (const [name, type] of Object.entries(attributes))
      yield `<key${xmlAttributes({ id: name, for: of, 'attr.name': name, 'attr.type': type })}/>\n`
  yield '<graph edgedefault="directed">\n'
  for (const node of extract.nodes())
    yield `<node${xmlAttributes({ id: graph.keyOf(node) })}>${data(nodeAttributes(graph, node))}</node>\n`
  for (const edge of extract.edges()) {
    const ends = { id: edge.key, source: graph.keyOf(edge.from), target: graph.keyOf(edge.to) }
    yield `<edge${xmlAttributes(ends)}>${data(edgeAttributesOf(edge))}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

const data = (values: object): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<data${xmlAttributes({ key })}>${xmlText(String(value))}</data>`)
    .join('')
