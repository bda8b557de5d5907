import {
  outermost,
  standingAround,
  type FieldChange,
  type Impact,
  type LineageGraph,
  type NodeIndex,
  type Outermost,
  type RunDiff,
  type Impact as Impacted,
} from '@lineagraph/core'
import { nameOf, placeOf } from './name-of.ts'
import type { Slice, Named } from './named.ts'
import type { Changed } from './run-facts.ts'
import { sortOf } from './sort-of.ts'

export interface ChangesWish {
  /** Which changes are listed. */
  readonly of: readonly Changed[]
  readonly from: number
  readonly count: number
}

/** A resource in which a run differs from its base. What came or went inside another is counted there. */
export interface ChangeRow extends Named {
  readonly change: Changed
  readonly place: string
  /** How many came or went with it. */
  readonly inside: number
  /** The other id of what looks renamed, or nothing. */
  readonly renamed: string
  /** What it says now, and what it said; a parent too. Cut to what a panel can show. */
  readonly fields: readonly { readonly name: string; readonly base: string; readonly head: string }[]
  /** What stands downstream of what is removed or changed. Null where nobody can say. */
  readonly impact: Omit<Impacted, 'examples'> | null
  /** The key of what the picture shows of it: of what is removed what stands around it. Null for nothing. */
  readonly shownAs: string | null
}

/** What may hurt comes first. */
const ORDER = ['removed', 'changed', 'added'] as const
/** Of a value that is another now no more is shown. */
const LONGEST = 120

type What = Pick<ChangeRow, 'fields' | 'impact'>

/** Lists the resources in which a run differs from its base. */
export type ChangesTeller = (wish: ChangesWish) => Slice<ChangeRow>

export function changesTeller(diff: RunDiff): ChangesTeller {
  const { base, head, columns } = diff
  const { added, removed, changed, moved } = columns.resources
  const [saysElse, isElsewhere] = [new Set(changed), new Set(moved)]
  const lists: Readonly<Record<Changed, Outermost>> = {
    removed: outermost(removed, base.graph.parents),
    changed: { nodes: Int32Array.from(new Set([...changed, ...moved])).sort(), inside: new Uint32Array() },
    added: outermost(added, head.graph.parents),
  }
  const around = standingAround(diff)
  const rowOf = (change: Changed, node: NodeIndex, inside: number, what: What): ChangeRow => {
    const graph = change === 'removed' ? base.graph : head.graph
    const standing = change === 'removed' ? around(node) : node
    return {
      key: graph.keyOf(node),
      name: nameOf(graph, node),
      sort: sortOf(graph, node),
      place: placeOf(graph, node),
      change,
      inside,
      renamed: renamed(diff, change, node),
      ...what,
      shownAs: standing >= 0 ? head.graph.keyOf(standing) : null,
    }
  }
  /** What is said of some at once: what counting downstream may take is for all of them together. */
  const whatOf = (change: Changed, nodes: Int32Array): What[] => {
    if (change === 'added') return Array.from(nodes, () => ({ fields: [], impact: null }))
    if (change === 'removed')
      return Array.from(diff.removed(nodes), ({ impact }) => ({ fields: [], impact: plainImpact(impact) }))
    const others = diff.changed(nodes.filter((node) => saysElse.has(node)))
    const moves = diff.moved(nodes.filter((node) => isElsewhere.has(node)))
    return Array.from(nodes, (node) => {
      const move = isElsewhere.has(node) ? moves.next().value : undefined
      const other = saysElse.has(node) ? others.next().value : undefined
      const parent = move && {
        name: 'parent',
        base: parentName(base.graph, move.base),
        head: parentName(head.graph, move.head),
      }
      return {
        fields: [...(parent ? [parent] : []), ...(other?.fields ?? []).map(plainField)],
        impact: plainImpact((other ?? move)?.impact ?? null),
      }
    })
  }
  return ({ of, from, count }) => {
    const rows: ChangeRow[] = []
    let total = 0
    for (const change of ORDER) {
      if (!of.includes(change)) continue
      const { nodes, inside } = lists[change]
      const [first, end] = [Math.max(0, from - total), Math.min(nodes.length, from + count - total)]
      const what = whatOf(change, nodes.subarray(first, Math.max(first, end)))
      for (const [i, told] of what.entries())
        rows.push(rowOf(change, nodes[first + i]!, inside[first + i] ?? 0, told))
      total += nodes.length
    }
    return { rows, from, total }
  }
}

function renamed({ base, head, columns }: RunDiff, change: Changed, node: NodeIndex): string {
  const { toOf, fromOf } = columns.renames
  if (change === 'removed') return toOf[node]! < 0 ? '' : head.graph.idOf(toOf[node]!)
  if (change === 'added') return fromOf[node]! < 0 ? '' : base.graph.idOf(fromOf[node]!)
  return ''
}

const parentName = (graph: LineageGraph, id: string | null): string => {
  const node = id === null ? undefined : graph.nodeOfKey(`id:${id}`)
  return node === undefined ? (id ?? 'nothing') : nameOf(graph, node)
}

const plainField = ({ field, base, head }: FieldChange): ChangeRow['fields'][number] => ({
  name: field,
  base: plainValue(base),
  head: plainValue(head),
})

function plainValue(value: unknown): string {
  if (value === null) return 'not set'
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4 * LONGEST)
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

const plainImpact = (impact: Impact | null): ChangeRow['impact'] =>
  impact && {
    dashboards: impact.dashboards,
    charts: impact.charts,
    tables: impact.tables,
    things: impact.things,
  }
