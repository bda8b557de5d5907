import { SEVERITIES, type Atlas, type NodeIndex } from '@lineagraph/core'
import type { Sort } from '../../tokens/looks.ts'
import type { Marked } from './badges.ts'
import { MARKS } from '../../scene/picture/picture.ts'
import { sortOf } from './sort-of.ts'

/** What a picture shows of things beside their names, worked out once a run: what sort they are, and what is wrong with them. */
export interface Signs {
  /** The sorts of a run; `sortAt` has indexes into them. */
  readonly sorts: readonly Sort[]
  /** By position in the tree. Of a group the sort of what is in it. */
  readonly sortAt: Uint16Array
  /** How many nodes of each sort there are, columns included. */
  readonly counts: ReadonlyMap<Sort, number>
  /** By position: the severities of findings on a card and its columns, as bits 1 << an index into MARKS. */
  readonly own: Uint8Array
  /** The same with all that is inside. */
  readonly within: Uint8Array
  /** The gravest on a column, as an index into MARKS. */
  readonly onRow: ReadonlyMap<NodeIndex, number>
}

export function signsOf({ graph, tree }: Atlas, marked: readonly Marked[]): Signs {
  const sorts: Sort[] = []
  const known = new Map<Sort, number>()
  const numberOf = (sort: Sort): number => {
    let number = known.get(sort)
    if (number === undefined) {
      known.set(sort, (number = sorts.length))
      sorts.push(sort)
    }
    return number
  }
  const counts: number[] = []
  const sortAt = new Uint16Array(tree.order.length)
  /** By the string of a type: a million things have a few types. */
  const numberOfType = new Map<number, number>()
  const { resources } = graph.run
  for (let node = 0; node < graph.nodeCount; node++) {
    const declared = graph.resourceOf(node)
    const type = declared < 0 ? undefined : resources.type.at(declared)
    let number = type === undefined ? undefined : numberOfType.get(type)
    if (number === undefined) {
      number = numberOf(sortOf(graph, node))
      if (type !== undefined) numberOfType.set(type, number)
    }
    counts[number] = (counts[number] ?? 0) + 1
    if (tree.rowOf[node]! < 0) sortAt[tree.at[node]!] = number
  }
  const outside = numberOf('@external')
  for (const group of tree.groups.keys()) sortAt[tree.at[graph.nodeCount + group]!] = outside
  for (let position = tree.order.length - 1; position >= 0; position--) {
    const group = tree.groups[tree.order[position]! - graph.nodeCount]
    // A range is of the sort of its first thing, which stands behind it.
    if (group?.kind === 'range') sortAt[position] = sortAt[position + 1]!
  }

  const own = new Uint8Array(tree.order.length)
  const onRow = new Map<NodeIndex, number>()
  for (const { severity, nodes } of marked)
    for (const node of nodes) {
      const mark = MARKS.indexOf(severity)
      own[tree.at[node]!]! |= 1 << mark
      const row = tree.rowOf[node]!
      if (row >= 0) onRow.set(row, Math.max(mark, onRow.get(row) ?? 0))
    }
  const within = own.slice()
  for (let position = tree.order.length - 1; position >= 0; position--) {
    const parent = tree.parents[tree.order[position]!]!
    if (parent >= 0) within[tree.at[parent]!]! |= within[position]!
  }
  const countOf = new Map(sorts.map((sort, number) => [sort, counts[number] ?? 0]))
  return { sorts, sortAt, counts: countOf, own, within, onRow }
}

/** The bits of some severities by their names; others are none. */
export const severityBits = (names: readonly string[]): number =>
  SEVERITIES.filter((severity) => names.includes(severity)).reduce(
    (bits, severity) => bits | (1 << MARKS.indexOf(severity)),
    0,
  )

/** The gravest of some bits, as an index into MARKS. */
export const gravest = (bits: number): number => (bits === 0 ? 0 : 31 - Math.clz32(bits))
