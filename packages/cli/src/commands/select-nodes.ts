import {
  explainSelectorFault,
  findingNodes,
  nearestMeant,
  parseSelector,
  quote,
  selectNodes,
  selectorOf,
  visible,
  type LineageGraph,
  type Report,
  type Selector,
  type SelectorFault,
  type Ways,
} from '@lineagraph/core'
import { UsageError } from '../input/usage-error.ts'

/** As many things as are named that one name means. */
const NAMED = 3

/** A selector as it was given, and by what. */
export interface GivenSelector {
  readonly text: string
  /** `--select`, say. */
  readonly by: string
  readonly selector: Selector
}

/** Reads a selector. Throws UsageError where it is not in the language. */
export function parseSelect(text: string, by: string): GivenSelector {
  const parsed = parseSelector(text)
  if (parsed.fault) throw faultOf(text, by, parsed.fault)
  return { text, by, selector: parsed.selector }
}

/** The nodes that are meant, ascending. Says where one name means several things. Throws UsageError where one means nothing. */
export function nodesMeant(
  graph: LineageGraph,
  { text, by, selector }: GivenSelector,
  findings: () => Report['findings'],
  ways?: Ways,
): Uint32Array {
  const found = selectNodes(graph, selector, {
    findings: findingNodes(graph, findings),
    ...(ways && { ways }),
  })
  if (found.fault) throw faultOf(text, by, found.fault, nearestMeant(graph, found.fault))
  for (const { term, nodes } of found.several) {
    const some = nodes.slice(0, NAMED).map((node) => selectorOf(graph, node))
    const more = nodes.length > NAMED ? ', …' : ''
    process.stderr.write(
      `lineagraph: '${visible(term.value)}' means ${nodes.length} things, and all are taken: ${some.join(', ')}${more}\n`,
    )
  }
  return found.nodes
}

function faultOf(text: string, by: string, fault: SelectorFault, near?: string): UsageError {
  const { what, help } = explainSelectorFault(fault, near)
  return new UsageError(
    `${by} ${text.trim() === '' ? quote(text) : visible(text)}, character ${fault.start + 1}: ${what}`,
    help,
  )
}
