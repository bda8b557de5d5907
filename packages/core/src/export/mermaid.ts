import { grouped } from '../check/grouped.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import { ExportError } from './export-error.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { labelOf } from './label-of.ts'

/** What Mermaid draws at most, as it comes: `maxEdges` and `maxTextSize`. Source: https://mermaid.js.org/config/schema-docs/config.html */
const MOST_EDGES = 500
const MOST_TEXT = 50_000

/** A flowchart of Mermaid. It is small enough to be drawn, or it is refused. */
export const mermaid: ExportForm = {
  files: { 'graph.mmd': flowchart },
  rollsUp: true,
}

function flowchart(extract: Extract): string[] {
  const { graph } = extract
  const lines: string[] = []
  let length = 0
  const add = (line: string): void => {
    length += line.length
    if (length > MOST_TEXT) throw tooLarge(`a text of ${grouped(MOST_TEXT)} characters`)
    lines.push(line)
  }
  const names = new Map<NodeIndex, string>()
  add('flowchart LR\n')
  for (const node of extract.nodes()) {
    names.set(node, `n${names.size}`)
    add(`  ${names.get(node)}["${labelText(labelOf(graph, node))}"]\n`)
  }
  let edges = 0
  for (const { from, to } of extract.edges()) {
    if (++edges > MOST_EDGES) throw tooLarge(`${MOST_EDGES} edges`)
    add(`  ${names.get(from)} --> ${names.get(to)}\n`)
  }
  return lines
}

const tooLarge = (limit: string): ExportError =>
  new ExportError(
    `Mermaid draws no more than ${limit}, and this is more`,
    'take less: --select SELECTOR, or --level table; dot has no limit',
  )

/** Mermaid reads quotes, Markdown, HTML and its own codes in a label: all but plain characters are written as a code, and blanks at the ends, which it takes away. */
const labelText = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ._/:(),-]|^ | $/gu, (character) => `#${character.codePointAt(0)};`)
