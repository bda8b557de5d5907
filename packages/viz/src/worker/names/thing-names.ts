import { grouped, keyOfThing, OUTSIDE, visible, type Atlas, type ThingIndex } from '@lineagraph/core'
import { lookOf, type Sort } from '../../tokens/looks.ts'
import { nameOf } from './name-of.ts'
import type { Named } from './named.ts'
import { namedOf } from './named-of.ts'
import type { Signs } from './signs.ts'
import { sortOf } from './sort-of.ts'
import type { Stack } from './stack.ts'

/** What to call a thing of the tree: a node by its name, a group by what it holds. */
export function titleOf(atlas: Atlas, thing: ThingIndex): string {
  const { graph, tree } = atlas
  const group = tree.groups[thing - graph.nodeCount]
  if (!group) return nameOf(graph, thing)
  if (group.kind === 'outside') return group.key === OUTSIDE ? 'Outside this run' : outsideTitle(group.parts)
  return `${nameOf(graph, nodeAt(atlas, group.first, 'first'))} … ${nameOf(graph, nodeAt(atlas, group.last, 'last'))}`
}

/** What to call a thing with nothing around it that says where it is from: what is outside by all its parts. */
export function fullTitleOf(atlas: Atlas, thing: ThingIndex): string {
  const { graph, tree } = atlas
  const group = tree.groups[thing - graph.nodeCount]
  return group?.kind === 'outside' && group.key !== OUTSIDE
    ? visible(group.parts.filter((part) => part !== null).join('.'))
    : titleOf(atlas, thing)
}

/** Of a schema its name alone: its database stands around it. */
const outsideTitle = (parts: readonly (string | null)[]): string =>
  visible(parts.length > 2 ? (parts.at(-1) ?? '') : parts.filter((part) => part !== null).join('.'))

/** The first or the last node of a range: ranges may hold ranges. */
function nodeAt({ graph, tree }: Atlas, thing: ThingIndex, end: 'first' | 'last'): ThingIndex {
  let here = thing
  for (;;) {
    const group = tree.groups[here - graph.nodeCount]
    if (group?.kind !== 'range') return here
    here = group[end]
  }
}

export const sortOfThing = ({ graph, tree }: Atlas, { sorts, sortAt }: Signs, thing: ThingIndex): Sort =>
  thing < graph.nodeCount ? sortOf(graph, thing) : sorts[sortAt[tree.at[thing]!]!]!

export const namedThing = (atlas: Atlas, signs: Signs, thing: ThingIndex): Named => ({
  key: keyOfThing(atlas.graph, atlas.tree, thing),
  name: titleOf(atlas, thing),
  sort: sortOfThing(atlas, signs, thing),
})

/** The same as an end of lineage: of a column with its table. */
export const namedEnd = (atlas: Atlas, signs: Signs, thing: ThingIndex): Named =>
  thing < atlas.graph.nodeCount ? namedOf(atlas.graph, thing) : namedThing(atlas, signs, thing)

/** The same where nothing around it says where it is from. */
export const namedFully = (atlas: Atlas, signs: Signs, thing: ThingIndex): Named => ({
  ...namedThing(atlas, signs, thing),
  name: fullTitleOf(atlas, thing),
})

export function namedStack(atlas: Atlas, signs: Signs, { key, kind, members }: Stack): Named {
  const sort = sortOfThing(atlas, signs, members[0]!)
  const count = grouped(members.length)
  return { key, sort, name: kind === 'circle' ? `Circle of ${count}` : countedSort(sort, members.length) }
}

/** `1 table`, `20 tables`; what is outside is counted as tables. */
export function countedSort(sort: Sort, count: number): string {
  const { one, many } = lookOf(sort === '@external' ? 'table' : sort)
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** `5 tables` of things of one sort, `5 things` of several. */
export const countedSorts = (sorts: readonly Sort[], several?: string): string =>
  countedTogether(new Set(sorts), sorts.length, several)

/** The same of so many things that are of these sorts. */
export function countedTogether(sorts: ReadonlySet<Sort>, count: number, several = 'thing'): string {
  const [sort = '', ...others] = sorts
  if (sort !== '' && others.length === 0) return countedSort(sort, count)
  return `${grouped(count)} ${count === 1 ? several : `${several}s`}`
}
