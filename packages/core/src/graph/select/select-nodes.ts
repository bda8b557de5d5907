import type { NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import type { Ways } from '../ways.ts'
import { markedIn } from './marked-in.ts'
import type { Selector, SelectorFault, SelectorTerm } from './parse-selector.ts'
import { termReader } from './term-reader.ts'

/** What a selector is looked up with. */
export interface SelectOptions {
  /** The nodes that findings of a severity, or of a rule, are about; undefined where there is neither of this name. */
  readonly findings: (name: string) => Iterable<NodeIndex> | undefined
  /** What hops go along, if not the lineage as it is declared. */
  readonly ways?: Ways
}

/** What a selector means in a graph. */
export interface Selected {
  /** Ascending, each once. */
  readonly nodes: Uint32Array
  /** The names that mean several things, which are all taken. */
  readonly several: readonly { readonly term: SelectorTerm; readonly nodes: readonly NodeIndex[] }[]
  readonly fault?: undefined
}

/** What a selector means, or why it means nothing. */
export type SelectorResult =
  | Selected
  | { readonly fault: SelectorFault; readonly nodes?: undefined; readonly several?: undefined }

/**
 * The nodes that a selector means. A name means a thing with everything inside it; hops start from a thing and everything inside it. A
 * name that means nothing is a fault, a type or a finding that is known and does not occur is not. O(n + m) for each term at most.
 * @example
 * ```ts
 * const parsed = parseSelector('type:chart')
 * if (parsed.selector) {
 *   const { nodes } = selectNodes(graph, parsed.selector, { findings: findingNodes(graph, () => report.findings) })
 * }
 * ```
 */
export function selectNodes(
  graph: LineageGraph,
  { groups }: Selector,
  { findings, ways = graph }: SelectOptions,
): SelectorResult {
  const { meantBy, several } = termReader(graph, findings, ways)
  const isMeant = new Uint8Array(graph.nodeCount)
  const isLeftOut = new Uint8Array(graph.nodeCount)
  /** By node how many terms of a group mean it, counted on from group to group so that nothing is ever set back. */
  const counts = new Float64Array(graph.nodeCount)
  let before = 0
  let hasMeant = false
  for (const group of groups) {
    const wanted = group.filter(({ isNot }) => !isNot)
    let last: Iterable<NodeIndex> = []
    for (const [i, term] of wanted.entries()) {
      const nodes = meantBy(term)
      if (!nodes) return fault(term)
      for (const node of nodes) if (i === 0 || counts[node] === before + i) counts[node] = before + i + 1
      last = nodes
    }
    for (const term of group) {
      if (!term.isNot) continue
      const nodes = meantBy(term)
      if (!nodes) return fault(term)
      for (const node of nodes)
        if (wanted.length === 0) isLeftOut[node] = 1
        else counts[node] = 0
    }
    before += wanted.length
    if (wanted.length > 0) hasMeant = true
    for (const node of last) if (counts[node] === before) isMeant[node] = 1
    before++
  }
  if (!hasMeant) isMeant.fill(1)
  for (let node = 0; node < isMeant.length; node++) if (isLeftOut[node] === 1) isMeant[node] = 0
  return { nodes: markedIn(isMeant), several }

  function fault({ method, value, start, end }: SelectorTerm): { readonly fault: SelectorFault } {
    return { fault: { code: 'nothing-meant', method, value, start, end } }
  }
}
