import type { EdgeIndex, LineageGraph, NodeIndex, RunDiff } from '@lineagraph/core'
import { lookOf } from '../../tokens/looks.ts'
import type { ChangedEdge, ChangesWish } from './change-row.ts'
import { namedOf } from '../names/named-of.ts'
import { ancestorsOf } from '../names/name-of.ts'
import type { Named, Slice } from '../names/named.ts'
import type { Changed } from './run-facts.ts'
import { shownPlace } from '../names/shown-text.ts'
import { sortOf } from '../names/sort-of.ts'

/** Up to so many edges all are listed at first. */
const FEW_EDGES = 40

interface Between {
  readonly key: string
  readonly from: Named
  readonly to: Named
  readonly edges: { readonly change: Changed; readonly edge: EdgeIndex }[]
}

/** Lists the edges in which a run differs from its base, those between two containers together, what is gone first. */
export function edgeChangesTeller({
  base,
  head,
  columns,
}: RunDiff): (wish: ChangesWish) => Slice<ChangedEdge> {
  const { edges } = columns
  const all = groupsOf(base.graph, head.graph, edges)
  const isFew = edges.added.length + edges.removed.length <= FEW_EDGES
  const edgeRow = (change: Changed, edge: EdgeIndex): ChangedEdge => {
    const { graph } = change === 'removed' ? base : head
    const [from, to] = [namedOf(graph, graph.fromOf(edge)), namedOf(graph, graph.toOf(edge))]
    const [place] = graph.placesOf(edge)
    const standsNow = (key: string): boolean => head.graph.nodeOfKey(key) !== undefined
    return {
      ...{ kind: 'edge', depth: 1, isOpen: null, change, counts: NONE, from, to },
      key: `${change}:${edge}`,
      declared: place ? shownPlace(place) : null,
      isRenamed: (change === 'removed' ? edges.isRemovedByRename : edges.isAddedByRename)[edge] === 1,
      stands: standsNow(from.key) && standsNow(to.key),
    }
  }
  return ({ of, turned, from, count }) => {
    const isTurned = new Set(turned)
    const rows: ChangedEdge[] = []
    let total = 0
    const isWanted = (): boolean => total >= from && total < from + count
    for (const group of all) {
      const listed = group.edges.filter(({ change }) => of.includes(change))
      if (listed.length === 0) continue
      const isOpen = isFew !== isTurned.has(group.key)
      if (isWanted()) rows.push(groupRow(group, isOpen, countsOf(listed)))
      total++
      if (!isOpen) continue
      for (const { change, edge } of listed) {
        if (isWanted()) rows.push(edgeRow(change, edge))
        total++
      }
    }
    return { rows, from, total }
  }
}

const NONE = { removed: 0, changed: 0, added: 0 } as const

const groupRow = (
  { key, from, to }: Between,
  isOpen: boolean,
  counts: ChangedEdge['counts'],
): ChangedEdge => ({
  ...{ kind: 'edge', depth: 0, isOpen, change: null, counts, key, from, to },
  ...{ declared: null, isRenamed: false, stands: true },
})

function countsOf(edges: Between['edges']): ChangedEdge['counts'] {
  const removed = edges.filter(({ change }) => change === 'removed').length
  return { removed, changed: 0, added: edges.length - removed }
}

/** By the containers of both ends, the most edges first. O(edges), and a sort of the groups. */
function groupsOf(
  base: LineageGraph,
  head: LineageGraph,
  { removed, added }: RunDiff['columns']['edges'],
): Between[] {
  const numbers = new Map<string, number>()
  const groups = new Map<number, Between>()
  /** The number of a container, the same in both runs where it has the same key; each node is looked at once. */
  const numbersIn = (graph: LineageGraph) => {
    const known = new Int32Array(graph.nodeCount).fill(-1)
    return (node: NodeIndex): number => {
      if (known[node]! >= 0) return known[node]!
      const key = graph.keyOf(containerOf(graph, node))
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return (known[node] = number)
    }
  }
  const put = (change: Changed, graph: LineageGraph, edges: Int32Array): void => {
    const numberOf = numbersIn(graph)
    const most = base.nodeCount + head.nodeCount
    for (const edge of edges) {
      const [from, to] = [graph.fromOf(edge), graph.toOf(edge)]
      const number = numberOf(from) * most + numberOf(to)
      let group = groups.get(number)
      if (!group) {
        const ends = [from, to].map((end) => namedOf(graph, containerOf(graph, end)))
        group = { key: `between:${number}`, from: ends[0]!, to: ends[1]!, edges: [] }
        groups.set(number, group)
      }
      group.edges.push({ change, edge })
    }
  }
  put('removed', base, removed)
  put('added', head, added)
  return [...groups.values()].sort((one, other) => other.edges.length - one.edges.length)
}

/** More around a column than this is no hierarchy. */
const MOST_AROUND = 12

/** What the card of a node is in: of a column the schema of its table. What is in nothing stands for itself. */
function containerOf(graph: LineageGraph, node: NodeIndex): NodeIndex {
  const above = ancestorsOf(graph, node, MOST_AROUND)
  const isColumn = (one: NodeIndex): boolean => lookOf(sortOf(graph, one)).icon === 'column'
  const card = [node, ...above].findIndex((one) => !isColumn(one))
  return [node, ...above][card + 1] ?? [node, ...above][Math.max(0, card)]!
}
