import type { Stats } from '../../check/stats.ts'
import type { Answer } from '../../graph/ask/answer.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { answerNode } from './answer-nodes.ts'

const NODE_COLUMNS = ['key', 'kind', 'entity_type', 'databuilder_id', 'title', 'parent'] as const

/**
 * An answer as CSV by RFC 4180, a node a row; with `hops` upstream and downstream, with the number of the `path` and the `step` on it, or
 * of the `cycle`. Every text is in quotes.
 * @example
 * ```ts
 * const text = [...answerCsv(graph, askGraph(graph, { kind: 'roots', level: 'table' }))].join('')
 * ```
 */
export function* answerCsv(graph: LineageGraph, answer: Answer): Generator<string> {
  const { nodes, hopsOf, lists, question } = answer
  const cellsOf = (node: number): Cell[] => {
    const row = answerNode(graph, node, answer)
    return NODE_COLUMNS.map((name) => row[name])
  }
  if (!lists) {
    yield `${[...NODE_COLUMNS, ...(hopsOf ? ['hops'] : [])].join()}\n`
    for (const node of nodes) yield csvRow([...cellsOf(node), ...(hopsOf ? [hopsOf(node)] : [])])
    return
  }
  const isPath = question.kind === 'path'
  yield `${(isPath ? ['path', 'step'] : ['cycle']).concat(NODE_COLUMNS).join()}\n`
  for (const [number, list] of lists.entries())
    for (const [step, node] of list.entries())
      yield csvRow([number + 1, ...(isPath ? [step] : []), ...cellsOf(node)])
}

/**
 * The figures of a run, one a row; those of types as `by_type.TYPE`.
 * @example
 * ```ts
 * const text = [...statsCsv(statsOf(graph))].join('')
 * ```
 */
export function* statsCsv(stats: Stats): Generator<string> {
  yield 'name,value\n'
  for (const [name, value] of figuresOf(stats)) yield csvRow([name, value])
}

/** Every figure by its name. */
export function* figuresOf(stats: Stats): Generator<[name: string, value: number | string]> {
  for (const [name, value] of Object.entries(stats) as [keyof Stats, Stats[keyof Stats]][])
    if (typeof value === 'number') yield [name, value]
    else if (Array.isArray(value)) yield [name, value.join(' ')]
    else for (const [type, count] of Object.entries(value)) yield [`${name}.${type}`, count]
}

type Cell = string | number | null

const csvRow = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : (cell ?? ''))).join(',')}\n`
