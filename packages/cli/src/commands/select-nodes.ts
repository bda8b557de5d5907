import {
  explainSelectorFault,
  findingNodes,
  parseSelector,
  selectNodes,
  selectorOf,
  visible,
  type Report,
  type Selector,
  type SelectorFault,
} from '@lineagraph/core'
import { UsageError } from '../input/usage-error.ts'

/** As many things as are named that one name means. */
const NAMED = 3

/** Reads what --select was given. Throws UsageError where it is not in the language. */
export function parseSelect(text: string): Selector {
  const parsed = parseSelector(text)
  if (parsed.fault) throw faultOf(text, parsed.fault)
  return parsed.selector
}

/** The nodes that are meant, ascending. Says where one name means several things. Throws UsageError where one means nothing. */
export function nodesMeant(report: Report, text: string, selector: Selector): Uint32Array {
  const { graph } = report
  const found = selectNodes(graph, selector, { findings: findingNodes(graph, () => report.findings) })
  if (found.fault) throw faultOf(text, found.fault)
  for (const { term, nodes } of found.several) {
    const some = nodes.slice(0, NAMED).map((node) => selectorOf(graph, node))
    const more = nodes.length > NAMED ? ', …' : ''
    process.stderr.write(
      `lineagraph: '${visible(term.value)}' means ${nodes.length} things, and all are taken: ${some.join(', ')}${more}\n`,
    )
  }
  return found.nodes
}

function faultOf(text: string, fault: SelectorFault): UsageError {
  const { what, help } = explainSelectorFault(fault)
  return new UsageError(`--select ${visible(text)}, character ${fault.start + 1}: ${what}`, help)
}
