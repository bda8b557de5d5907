import {
  findingNodes,
  quote,
  selectNodes,
  type AskLevel,
  type Report,
  type Selector,
  waysAt,
} from '@lineagraph/core'
import { mustRead } from './must-find.ts'

/** The nodes that a selector means, ascending. Says where a name means several things. Throws UsageError where one means nothing. */
export function nodesMeant(report: Report, selector: Selector, level: AskLevel): Uint32Array {
  const { graph } = report
  const findings = findingNodes(graph, () => report.findings)
  const { nodes, several } = mustRead(selectNodes(graph, selector, { findings, ways: waysAt(graph, level) }))
  for (const { term, nodes } of several)
    process.stderr.write(
      `lineagraph: ${quote(term.value)} names ${nodes.length} things, and all of them are taken\n`,
    )
  return nodes
}
