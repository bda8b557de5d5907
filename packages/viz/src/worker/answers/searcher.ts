import {
  explainSelectorFault,
  findingNodes,
  parseSelector,
  selectNodes,
  visible,
  type About,
  type LineageGraph,
  type NodeIndex,
  type Selector,
} from '@lineagraph/core'
import { lookOf } from '../../tokens/looks.ts'
import { nameOf, placeOf } from '../names/name-of.ts'
import { textSearchOf } from './search.ts'
import { sortOf } from '../names/sort-of.ts'
import type { Named, Slice } from '../names/named.ts'

export interface Hit extends Named {
  readonly place: string
  readonly id: string
}

/** What was found for a text. */
export interface Hits extends Slice<Hit> {
  /** Whether the text was taken for a selector, not for a name. */
  readonly isSelector: boolean
  /** Why nothing was found, where there is more to say than that. */
  readonly said: string
}

/** Answers what somebody writes into the search field: a selector where it is one, else what is named so, or nearly. */
export interface Searcher {
  search(text: string, from: number, count: number): Hits
}

interface Answer {
  readonly nodes: ArrayLike<NodeIndex>
  readonly isSelector: boolean
  readonly said: string
}

/** @param findings looked at when somebody asks for some. */
export function searcherOf(graph: LineageGraph, findings: () => Iterable<About>): Searcher {
  const textSearch = textSearchOf(graph)
  const wrong = findingNodes(graph, findings)
  let last: { readonly text: string; readonly answer: Answer } | undefined

  const answerTo = (text: string): Answer => {
    const { selector } = parseSelector(text)
    const isMeant = selector !== undefined && isMeantSo(selector)
    // Who writes a colon means a selector too, if nothing is called that.
    const selected =
      selector && (isMeant || text.includes(':'))
        ? selectNodes(graph, selector, { findings: wrong })
        : undefined
    if (isMeant && selected?.nodes)
      return { nodes: columnsLast(graph, selected.nodes), isSelector: true, said: '' }
    // An id may look like a selector.
    const nodes = textSearch(text)
    if (nodes.length > 0 || !selected?.fault) return { nodes, isSelector: false, said: '' }
    const { what, help } = explainSelectorFault(selected.fault)
    return { nodes, isSelector: false, said: sentence(`${what}: ${help}`) }
  }
  return {
    search(text, from, count) {
      if (last?.text !== text) last = { text, answer: answerTo(text) }
      const { nodes, isSelector, said } = last.answer
      const rows: Hit[] = []
      for (let i = from; i < Math.min(nodes.length, from + count); i++) rows.push(hitOf(graph, nodes[i]!))
      return { rows, from, total: nodes.length, isSelector, said }
    },
  }
}

/** Things first, each in their order, then columns: of a table that is meant all columns are. */
function columnsLast(graph: LineageGraph, nodes: ArrayLike<NodeIndex>): Uint32Array {
  const isColumn = (node: NodeIndex): boolean => lookOf(sortOf(graph, node)).icon === 'column'
  const [sorted, columns] = [new Uint32Array(nodes.length), new Uint32Array(nodes.length)]
  let [things, rows] = [0, 0]
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    if (isColumn(node)) columns[rows++] = node
    else sorted[things++] = node
  }
  sorted.set(columns.subarray(0, rows), things)
  return sorted
}

/** Words with blanks between them are names that people look for; what follows lineage or names a condition is a selector. */
const isMeantSo = ({ groups }: Selector): boolean =>
  groups.some(
    (group) =>
      group.length > 1 || group.some(({ method, up, down }) => method !== 'name' || up > 0 || down > 0),
  )

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const hitOf = (graph: LineageGraph, node: NodeIndex): Hit => ({
  key: graph.keyOf(node),
  name: nameOf(graph, node),
  sort: sortOf(graph, node),
  place: placeOf(graph, node),
  id: visible(graph.idOf(node)),
})
