import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { heldText } from './held-text.ts'
import { labelOf } from './label-of.ts'

/** DOT, the language of Graphviz. Source: https://graphviz.org/doc/info/lang.html */
export const dot: ExportForm = {
  files: { 'graph.dot': document },
  rollsUp: true,
}

function* document(extract: Extract): Generator<string> {
  const { graph } = extract
  yield 'digraph lineage {\nrankdir=LR\nnode [shape=box]\n'
  for (const node of extract.nodes()) {
    const style = graph.kindOf(node) === 'resource' ? '' : ', style=dashed' // what the run does not declare
    const type = graph.typeOf(node) || graph.kindOf(node)
    yield `${quoted(graph.keyOf(node))} [label=${quoted(labelOf(graph, node))}, tooltip=${quoted(type)}${style}]\n`
  }
  for (const { from, to } of extract.edges())
    yield `${quoted(graph.keyOf(from))} -> ${quoted(graph.keyOf(to))}\n`
  yield '}\n'
}

/**
 * A text in double quotes. What a label shows is the text: a backslash is doubled, line ends are escapes, and what begins an entity of HTML
 * is one itself. No two texts become one, so names are written in the same way.
 */
const quoted = (text: string): string =>
  `"${heldText(text).replace(/["\\\n\r&\u2028\u2029]/g, (character) => ESCAPES[character] ?? character)}"`

const ESCAPES: { readonly [character: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '&': '&amp;',
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
}
