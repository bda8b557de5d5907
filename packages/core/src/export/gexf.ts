import { nodeAttributes } from '../graph/graphology-attributes.ts'
import { EDGE_ATTRIBUTES, edgeAttributesOf, NODE_ATTRIBUTES } from './attributes.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { labelOf } from './label-of.ts'
import { xmlAttributes } from './xml-text.ts'

/** GEXF 1.2, streamed: what is unset has no `attvalue`. Source: https://gexf.net/schema.html */
export const gexf: ExportForm = {
  files: { 'graph.gexf': document },
  rollsUp: true,
}

/** GEXF's names of types. */
const TYPES = { string: 'string', int: 'integer' } as const

function* document(extract: Extract): Generator<string> {
  const { graph } = extract
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
  yield '<graph mode="static" defaultedgetype="directed">\n'
  for (const [of, attributes] of [
    ['node', NODE_ATTRIBUTES],
    ['edge', EDGE_ATTRIBUTES],
  ] as const) {
    yield `<attributes class="${of}">\n`
    for (const [name, type] of Object.entries(attributes))
      yield `<attribute${xmlAttributes({ id: name, title: name, type: TYPES[type] })}/>\n`
    yield '</attributes>\n'
  }
  yield '<nodes>\n'
  for (const node of extract.nodes()) {
    const names = { id: graph.keyOf(node), label: labelOf(graph, node) }
    yield `<node${xmlAttributes(names)}>${values(nodeAttributes(graph, node))}</node>\n`
  }
  yield '</nodes>\n<edges>\n'
  for (const edge of extract.edges()) {
    const ends = { id: edge.key, source: graph.keyOf(edge.from), target: graph.keyOf(edge.to) }
    yield `<edge${xmlAttributes(ends)}>${values(edgeAttributesOf(edge))}</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

const values = (attributes: object): string =>
  `<attvalues>${Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<attvalue${xmlAttributes({ for: name, value: value as string | number })}/>`)
    .join('')}</attvalues>`
