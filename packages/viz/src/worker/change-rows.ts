import type { LineageGraph, NodeIndex, RunDiff } from '@lineagraph/core'
import { nameOf } from './name-of.ts'
import type { ChangeRow, Changed, Slice } from './protocol.ts'
import { sortOf } from './sort-of.ts'

/** What may hurt comes first. */
const ORDER = ['removed', 'changed', 'moved', 'added'] as const

/** The resources in which the run differs from its base, as many as are wished for. */
export function changeRows(diff: RunDiff, from: number, count: number): Slice<ChangeRow> {
  const { resources } = diff.columns
  const total = ORDER.reduce((sum, change) => sum + resources[change].length, 0)
  const rows: ChangeRow[] = []
  let start = 0
  for (const change of ORDER) {
    const nodes = resources[change]
    const graph = change === 'removed' ? diff.base.graph : diff.head.graph
    const [first, end] = [Math.max(0, from - start), Math.min(nodes.length, from + count - start)]
    for (let i = first; i < end; i++) rows.push(rowOf(diff, graph, change, nodes[i]!))
    start += nodes.length
  }
  return { rows, from, total }
}

function rowOf(diff: RunDiff, graph: LineageGraph, change: Changed, node: NodeIndex): ChangeRow {
  const { toOf, fromOf } = diff.columns.renames
  const other =
    change === 'removed'
      ? diff.head.graph.idOf(toOf[node]!)
      : change === 'added'
        ? diff.base.graph.idOf(fromOf[node]!)
        : ''
  return {
    key: graph.keyOf(node),
    name: nameOf(graph, node),
    sort: sortOf(graph, node),
    change,
    renamed: other,
  }
}
