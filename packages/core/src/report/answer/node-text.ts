import { visible } from '../../check/quote.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { selectorOf } from '../../graph/select/selector-of.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'

/** Longer names are cut: some have ten thousand characters. */
const LONGEST = 120

/** What to call a node in a sentence: with the parts of a table's place that are given, and a column with its table. Harmless. */
export function nodeName(graph: LineageGraph, node: NodeIndex): string {
  const kind = graph.kindOf(node)
  const title = graph.titleOf(node) || graph.idOf(node)
  if (kind === 'external_table') return placed(graph, node)
  const parent = graph.parentOf(node)
  const isColumn = kind === 'external_column' || graph.typeOf(node) === 'column'
  return isColumn && parent >= 0
    ? short(`${graph.titleOf(parent) || graph.idOf(parent)}.${title}`)
    : short(title)
}

/** The same with the parts of its place, also where it is declared: what tells it from others of its name. Harmless. */
export const fullName = (graph: LineageGraph, node: NodeIndex): string =>
  graph.kindOf(node) === 'resource' && graph.typeOf(node) !== 'column'
    ? placed(graph, node)
    : nodeName(graph, node)

function placed(graph: LineageGraph, node: NodeIndex): string {
  const { cluster, database, schema } = graph.placePartsOf(node)
  const title = graph.titleOf(node) || graph.idOf(node)
  return short([cluster, database, schema, title].filter((part) => part !== undefined).join('.'))
}

/**
 * A line about a node: its name, its type, and by what it is named alone where it has an id. Harmless.
 * @example
 * ```ts
 * console.log(nodeLine(graph, node))
 * ```
 */
export const nodeLine = (graph: LineageGraph, node: NodeIndex): string =>
  `${nodeName(graph, node)}  (${typeText(graph, node)}${graph.idOf(node) === '' ? '' : `, ${selectorOf(graph, node)}`})`

/** Its type in words. Harmless. */
export function typeText(graph: LineageGraph, node: NodeIndex): string {
  switch (graph.kindOf(node)) {
    case 'resource':
      return short(graph.typeOf(node) || 'no type')
    case 'missing':
      return 'not declared'
    case 'external_table':
      return 'external table'
    case 'external_column':
      return 'external column'
  }
}

const short = (text: string): string =>
  visible(text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 41)}…${text.slice(-40)}`)
