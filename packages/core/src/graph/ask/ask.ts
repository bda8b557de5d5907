import type { NodeIndex } from '../../resolve/nodes.ts'
import { cyclicParts } from '../cyclic-parts.ts'
import { everythingInside } from '../everything-inside.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import { searchPaths, shortestOf, simplePathsOf, type SearchedPaths } from '../paths.ts'
import { rolledUp } from '../roll-up.ts'
import { isOfType } from '../select/nodes-of-type.ts'
import { standInsOf, type Ways } from '../ways.ts'
import type { Answer, AskLevel, Question } from './answer.ts'
import { leavesOf, rootsOf } from './ends.ts'
import { flowOf, liftedTo } from './flow.ts'

/**
 * What lineage is followed along at a level.
 * @example
 * ```ts
 * const { out } = waysAt(graph, 'table')
 * ```
 */
export const waysAt = (graph: LineageGraph, level: AskLevel): Ways =>
  level === 'table' ? rolledUp(graph) : graph

/**
 * Answers a question: `askGraph(graph, { kind: 'downstream', of: node, level: 'column' }).nodes`. A thing stands for itself and everything
 * inside it. O(n + m), but for all paths, which are bounded.
 * @param ways what `waysAt` gave for the level, where it is at hand.
 * @example
 * ```ts
 * const answer = askGraph(graph, { kind: 'downstream', of: node, level: 'table', type: 'dashboard' })
 * ```
 */
export function askGraph(
  graph: LineageGraph,
  question: Question,
  ways: Ways = waysAt(graph, question.level),
): Answer {
  switch (question.kind) {
    case 'upstream':
    case 'downstream': {
      const flow = flowOf(ways, inside(question.of), question.kind, question.depth)
      if (question.type === undefined) return { question, ...flow, isAll: true }
      const isWanted = isOfType(graph, question.type) ?? (() => false)
      return { question, ...liftedTo(graph, flow, isWanted), isAll: true }
    }
    case 'path': {
      const found = searchPaths(ways, [...inside(question.from)], [...inside(question.to)])
      const { paths, isAll } = question.all
        ? allPaths(found)
        : { paths: listOf(shortestOf(found)), isAll: true }
      return { question, nodes: [...new Set(paths.flat())], lists: paths, isAll }
    }
    case 'roots':
      return { question, nodes: rootsOf(ways), isAll: true }
    case 'leaves':
      return { question, nodes: leavesOf(ways), isAll: true }
    case 'cycles': {
      const parts = cyclicParts(ways.out).sort((a, b) => b.length - a.length || a[0]! - b[0]!)
      return { question, nodes: parts.flatMap((part) => [...part]), lists: parts, isAll: true }
    }
    case 'focus':
      return { question, nodes: Uint32Array.from(standInsOf(ways, question.selected)).sort(), isAll: true }
  }

  function inside(node: NodeIndex): Set<NodeIndex> {
    return standInsOf(ways, everythingInside(graph, [node]))
  }
}

/** The nodes of an answer as a part of the graph: with what upstream and downstream begin at, so that all of it hangs together. */
export function partOfAnswer(graph: LineageGraph, { question, nodes }: Answer): Set<NodeIndex> {
  const part = new Set<NodeIndex>('of' in question ? everythingInside(graph, [question.of]) : [])
  for (const node of nodes) part.add(node)
  return part
}

/** As many paths as can be told: no more than so many, and no more nodes on them than this if all were as long as the shortest. */
const MOST_PATHS = 1000
const MOST_ON_PATHS = 1_000_000

function allPaths(found: SearchedPaths): { paths: readonly (readonly NodeIndex[])[]; isAll: boolean } {
  const most = Math.max(1, Math.min(MOST_PATHS, Math.floor(MOST_ON_PATHS / (found.length + 1))))
  const { paths, isAll } = simplePathsOf(found, most)
  return paths.length > 0 ? { paths, isAll } : { paths: listOf(shortestOf(found)), isAll }
}

const listOf = <Item>(item: Item | undefined): readonly Item[] => (item === undefined ? [] : [item])
