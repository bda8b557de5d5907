import {
  outermost,
  standingAround,
  type FieldChange,
  type Impact,
  type LineageGraph,
  type NodeIndex,
  type Outermost,
  type RunDiff,
} from '@lineagraph/core'
import { changeTree, listedOf, type ChangeSlot, type ListedSlot } from './change-tree.ts'
import { edgeChangesTeller } from './edge-changes.ts'
import { nameOf, placeOf } from '../names/name-of.ts'
import type { ChangedThing, ChangeRow, ChangesWish } from './change-row.ts'
import type { Slice } from '../names/named.ts'
import type { Changed } from './run-facts.ts'
import { sortOf } from '../names/sort-of.ts'

/** Which changes are listed. */
/** Of a value that is another now no more is shown. */
const LONGEST = 120

type What = Pick<ChangedThing, 'fields' | 'impact'>
const NOTHING: What = { fields: [], impact: null }

/** Lists in what a run differs from its base: resources in what is around them, edges between the containers of their ends. */
export type ChangesTeller = (wish: ChangesWish) => Slice<ChangeRow>

/** @param diff loaded once; both lists are made when somebody asks first. */
export function changesTeller(diff: RunDiff): ChangesTeller {
  let things: ChangesTeller | undefined
  let edges: ChangesTeller | undefined
  return (wish) =>
    wish.what === 'things'
      ? (things ??= thingChangesTeller(diff))(wish)
      : (edges ??= edgeChangesTeller(diff))(wish)
}

function thingChangesTeller(diff: RunDiff): ChangesTeller {
  const { base, head, columns } = diff
  const { added, removed, changed, moved } = columns.resources
  const [saysElse, isElsewhere] = [new Set(changed), new Set(moved)]
  const lists: Readonly<Record<Changed, Outermost>> = {
    removed: outermost(removed, base.graph.parents),
    changed: { nodes: Int32Array.from(new Set([...changed, ...moved])).sort(), inside: new Uint32Array() },
    added: outermost(added, head.graph.parents),
  }
  const around = standingAround(diff)
  const tree = changeTree(head.graph, lists, around)
  const rowOf = ({ slot, depth, isOpen, counts }: ListedSlot, what: What): ChangedThing => {
    const { change, node, inside } = slot
    const graph = change === 'removed' ? base.graph : head.graph
    const standing = change === 'removed' ? around(node) : node
    return {
      ...{ kind: 'thing', depth, isOpen, change, counts, inside },
      key: keyOf(diff, slot),
      name: nameOf(graph, node),
      sort: sortOf(graph, node),
      place: placeOf(graph, node),
      renamed: renamed(diff, change, node),
      ...what,
      shownAs: standing >= 0 ? head.graph.keyOf(standing) : null,
    }
  }
  /** What is said of some at once: what counting downstream may take is for all of them together. */
  const whatOf = (change: Changed, nodes: Int32Array): What[] => {
    if (change === 'added') return Array.from(nodes, () => NOTHING)
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
  return ({ of, turned, from, count }) => {
    const isTurned = new Set(turned)
    const { slots, total } = listedOf(tree, of, (slot) => isTurned.has(keyOf(diff, slot)), from, count)
    const what = new Map<ChangeSlot, What>()
    for (const change of of) {
      const those = slots.filter(({ slot }) => slot.change === change)
      const told = whatOf(
        change,
        Int32Array.from(those, ({ slot }) => slot.node),
      )
      for (const [i, { slot }] of those.entries()) what.set(slot, told[i]!)
    }
    return { rows: slots.map((one) => rowOf(one, what.get(one.slot) ?? NOTHING)), from, total }
  }
}

/** What is gone and what stands may have one key: a resource that is only named now. */
const keyOf = ({ base, head }: RunDiff, { change, node }: ChangeSlot): string =>
  change === 'removed' ? `removed:${base.graph.keyOf(node)}` : head.graph.keyOf(node)

function renamed({ base, head, columns }: RunDiff, change: Changed | null, node: NodeIndex): string {
  const { toOf, fromOf } = columns.renames
  if (change === 'removed') return toOf[node]! < 0 ? '' : head.graph.idOf(toOf[node]!)
  if (change === 'added') return fromOf[node]! < 0 ? '' : base.graph.idOf(fromOf[node]!)
  return ''
}

const parentName = (graph: LineageGraph, id: string | null): string => {
  const node = id === null ? undefined : graph.nodeOfKey(`id:${id}`)
  return node === undefined ? (id ?? 'nothing') : nameOf(graph, node)
}

const plainField = ({ field, base, head }: FieldChange): ChangedThing['fields'][number] => ({
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

const plainImpact = (impact: Impact | null): ChangedThing['impact'] =>
  impact && {
    dashboards: impact.dashboards,
    charts: impact.charts,
    tables: impact.tables,
    things: impact.things,
  }
