import { grouped } from '../../check/grouped.ts'
import type { Answer, NodeList } from '../../graph/ask/answer.ts'
import { branches } from '../../graph/ask/branches.ts'
import { everythingInside } from '../../graph/everything-inside.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { nodeLine, nodeName, typeText } from './node-text.ts'

/**
 * An answer to be read: a tree where one thing leads to the next, else a thing a line; what there is in all stands last.
 * @example
 * ```ts
 * const text = [...answerText(graph, askGraph(graph, { kind: 'leaves', level: 'table' }))].join('')
 * ```
 */
export function* answerText(graph: LineageGraph, answer: Answer): Generator<string> {
  const { nodes, via, lists, question } = answer
  if (via && 'of' in question) yield* tree(graph, question.of, nodes, via)
  else if (lists) yield* blocks(graph, lists, question.kind === 'path')
  else for (const node of nodes) yield `${nodeLine(graph, node)}\n`
  if (nodes.length > 0) yield '\n'
  yield `${summary(graph, answer)}\n`
}

/** Deeper than this nothing is moved to the right: a line would have no end. */
const DEEPEST = 40

/** Each thing below the one from where it was first reached, as lines of a tree. */
function* tree(graph: LineageGraph, root: NodeIndex, nodes: NodeList, via: Int32Array): Generator<string> {
  if (nodes.length === 0) return
  yield `${nodeLine(graph, root)}\n`
  for (const { node, goesOn } of branches(nodes, via)) {
    const indent = goesOn.slice(0, Math.min(goesOn.length - 1, DEEPEST)).map((more) => (more ? '│  ' : '   '))
    const sign = goesOn.length > DEEPEST ? `${grouped(goesOn.length)}: ` : goesOn.at(-1) ? '├─ ' : '└─ '
    yield `${indent.join('')}${sign}${nodeLine(graph, node)}\n`
  }
}

/** Lists with a blank line between them; on a path an arrow stands before what the data gets to. */
function* blocks(graph: LineageGraph, lists: readonly NodeList[], isPath: boolean): Generator<string> {
  for (const [number, list] of lists.entries()) {
    if (number > 0) yield '\n'
    if (!isPath) yield `${grouped(list.length)} in a circle:\n`
    for (const [i, node] of list.entries())
      yield `${isPath ? (i === 0 ? '' : '→ ') : '  '}${nodeLine(graph, node)}\n`
  }
}

function summary(graph: LineageGraph, { question, nodes, lists = [], isAll }: Answer): string {
  switch (question.kind) {
    case 'upstream':
    case 'downstream': {
      const of = `${question.kind} of ${nodeName(graph, question.of)}`
      const within = question.depth === undefined ? '' : ` within ${hops(question.depth)}`
      return nodes.length === 0 ? `nothing ${of}${within}` : `${counted(graph, nodes)} ${of}${within}`
    }
    case 'path': {
      const ends = `from ${nodeName(graph, question.from)} to ${nodeName(graph, question.to)}`
      const [shortest] = lists
      if (!shortest) return `no path ${ends}${nestedWords(graph, question)}`
      const length = hops(shortest.length - 1)
      if (!question.all) return `the shortest path ${ends} has ${length}`
      return isAll
        ? `${grouped(lists.length)} ${lists.length === 1 ? 'path' : 'paths'} ${ends}, the shortest of ${length}`
        : `the first ${grouped(lists.length)} of more paths ${ends} than are looked for, the shortest of ${length}`
    }
    case 'cycles': {
      const parts = `${grouped(lists.length)} ${lists.length === 1 ? 'part' : 'parts'}`
      return lists.length === 0
        ? 'no lineage runs in a circle'
        : `${parts} in which lineage runs in a circle, ${grouped(nodes.length)} things in all`
    }
    case 'roots':
      return nodes.length === 0 ? 'no roots' : `${counted(graph, nodes)} that nothing feeds`
    case 'leaves':
      return nodes.length === 0 ? 'no leaves' : `${counted(graph, nodes)} that feed nothing`
    case 'focus':
      return nodes.length === 0 ? 'nothing selected' : `${counted(graph, nodes)} selected`
  }
}

const hops = (count: number): string => `${grouped(count)} ${count === 1 ? 'hop' : 'hops'}`

/** How many there are, and of which types, the most frequent first. */
function counted(graph: LineageGraph, nodes: NodeList): string {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    const type = typeText(graph, node)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const all = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  return `${grouped(nodes.length)} (${all.map(([type, count]) => `${type} ${grouped(count)}`).join(', ')})`
}

/** Why no path can lead from one end to the other: what is inside a thing is there already. */
function nestedWords(graph: LineageGraph, { from, to }: { from: NodeIndex; to: NodeIndex }): string {
  const isInside = (node: NodeIndex, other: NodeIndex): boolean => everythingInside(graph, [other]).has(node)
  if (from === to) return ': both ends are the same'
  if (isInside(from, to)) return `: ${nodeName(graph, from)} is inside ${nodeName(graph, to)}`
  return isInside(to, from) ? `: ${nodeName(graph, to)} is inside ${nodeName(graph, from)}` : ''
}
