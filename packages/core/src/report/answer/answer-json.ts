import type { Answer, Question } from '../../graph/ask/answer.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { Stats } from '../../check/stats.ts'
import { TOOL } from '../../model/tool.ts'
import { jsonList } from '../json-list.ts'
import { answerNode } from './answer-nodes.ts'

/** The version of the form: it grows when a field changes its meaning or goes. */
export const ANSWER_FORM = 1

/**
 * An answer as JSON, piece by piece, one node or list a line. Its schema is `schema/answer.schema.json`.
 * @example
 * ```ts
 * const text = [...answerJson(graph, askGraph(graph, { kind: 'cycles', level: 'table' }))].join('')
 * ```
 */
export function* answerJson(graph: LineageGraph, answer: Answer): Generator<string> {
  const { nodes, lists, question, isAll } = answer
  yield* head(asked(graph, question))
  yield `,\n"count": ${nodes.length},\n"complete": ${isAll},\n"nodes": `
  yield* jsonList(mapped(nodes, (node) => answerNode(graph, node, answer)))
  if (lists) {
    yield `,\n"${question.kind === 'path' ? 'paths' : 'cycles'}": `
    yield* jsonList(mapped(lists, (list) => Array.from(list, (node) => graph.keyOf(node))))
  }
  yield '\n}\n'
}

/**
 * The figures of a run in the same form.
 * @example
 * ```ts
 * const text = [...statsJson(statsOf(graph))].join('')
 * ```
 */
export function* statsJson(stats: Stats): Generator<string> {
  yield* head({ kind: 'stats' })
  yield `,\n"stats": ${JSON.stringify(stats)}\n}\n`
}

function* head(query: object): Generator<string> {
  yield `{\n"version": ${ANSWER_FORM},\n"tool": ${JSON.stringify(TOOL)},\n"query": ${JSON.stringify(query)}`
}

/** What was asked, with keys in place of nodes. */
function asked(graph: LineageGraph, question: Question): object {
  const { kind, level } = question
  switch (question.kind) {
    case 'upstream':
    case 'downstream': {
      const { of, depth = null, type = null } = question
      return { kind, level, of: graph.keyOf(of), depth: depth === Infinity ? null : depth, type }
    }
    case 'path':
      return {
        kind,
        level,
        from: graph.keyOf(question.from),
        to: graph.keyOf(question.to),
        all: question.all,
      }
    case 'focus':
      return { kind, level, selector: question.selector }
    default:
      return { kind, level }
  }
}

function* mapped<Item, Result>(items: Iterable<Item>, map: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield map(item)
}
