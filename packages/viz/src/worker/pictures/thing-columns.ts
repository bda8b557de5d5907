import { isContainer, rowsOf, visible, type Atlas, type ThingIndex } from '@lineagraph/core'
import { FORMS, ROLES, type Form, type Role, type Things, type Waffles } from '../../scene/picture/picture.ts'
import type { Sort } from '../../tokens/looks.ts'
import { badgesOf, type Badges, type Marked } from '../names/badges.ts'
import type { Composed } from './composed.ts'
import { insideOfThing, wafflesOf, type Inside } from './inside.ts'
import { levelsOf } from './levels-of.ts'
import { nameOf, placeOf } from '../names/name-of.ts'
import { namesKept } from '../names/names-kept.ts'
import type { Signs } from '../names/signs.ts'
import type { Stack } from '../names/stack.ts'
import { countedSort, namedStack, sortOfThing, fullTitleOf, titleOf } from '../names/thing-names.ts'

/** All of the things but where they stand and what waits beside them. */
export type ThingColumns = Omit<
  Things,
  'x' | 'y' | 'width' | 'height' | 'layers' | 'aspects' | 'waitsUp' | 'waitsDown'
>

export interface NamedThings {
  readonly things: ThingColumns
  readonly waffles: Waffles
}

/** What is drawn of each thing: what it is, its names, what is inside and what is wrong. */
export function nameThings(
  atlas: Atlas,
  signs: Signs,
  composed: Composed,
  findings: readonly Marked[],
): NamedThings {
  const { tree } = atlas
  const { visible, hidden } = composed
  const { things, box, rows } = visible
  const names = namesKept(atlas, signs)
  const known = formsOf(atlas, signs, composed)
  const { indexes, stackAt, positions, insides, forms } = known
  const sorts = indexes.map((index) => names.sort(stackAt[index]?.members[0] ?? things[index]!))
  const columns = indexes.map((index) => (stackAt[index] ? 0 : rowsOf(tree, things[index]!).length))
  const counts = indexes.map((index) => stackAt[index]?.members.length ?? insides[index]?.count ?? 0)
  return {
    things: {
      count: things.length,
      box,
      depth: Uint8Array.from(levelsOf(box), (level) => Math.min(255, level)),
      forms: Uint8Array.from(forms, (form) => FORMS.indexOf(form)),
      roles: Uint8Array.from(sorts, (sort) => ROLES.indexOf(roleOf(sort))),
      keys: indexes.map((index) => stackAt[index]?.key ?? names.key(things[index]!)),
      titles: titlesOf(atlas, signs, composed, known, sorts, names.title),
      places: placesOf(atlas, signs, composed, known, columns),
      sorts,
      ...badgesAround(findings, atlas, composed),
      inside: Uint32Array.from(counts),
      columns: Uint32Array.from(columns),
      more: rows.more,
      opens: Uint8Array.from(indexes, (index) =>
        forms[index] === 'tile' || forms[index] === 'card' ? (columns[index]! > 0 ? 1 : 0) : 1,
      ),
    },
    waffles: wafflesOf(
      atlas,
      signs,
      hidden,
      indexes.map((index) => (forms[index] === 'container' ? positions[index]! : -1)),
      counts,
      indexes.map((index) => insides[index]?.sort ?? sorts[index]!),
    ),
  }
}

/** By thing, what each is drawn as. */
interface FormedThings {
  readonly indexes: readonly number[]
  readonly stackAt: readonly (Stack | undefined)[]
  /** Its place in the tree, or -1 for a stack. */
  readonly positions: readonly number[]
  /** What is inside, of those that are drawn as what holds it. */
  readonly insides: readonly (Inside | null)[]
  readonly forms: readonly Form[]
}

function formsOf(
  atlas: Atlas,
  signs: Signs,
  { visible, stacks, hidden, near, whole }: Composed,
): FormedThings {
  const { tree } = atlas
  const { things, isBox, rows } = visible
  const isMap = near === null
  const indexes = Array.from(things.keys())
  const stackAt = indexes.map((index): Stack | undefined =>
    things[index]! < tree.thingCount ? undefined : stacks[things[index]! - tree.thingCount],
  )
  const positions = indexes.map((index) => (stackAt[index] ? -1 : tree.at[things[index]!]!))
  const standsForMore = new Uint8Array(things.length)
  for (const position of near?.positions ?? []) {
    const index = visible.shown[position]!
    if (index >= 0 && things[index] !== tree.order[position]) standsForMore[index] = 1
  }
  /** A container in the lineage view stands for itself alone, but where the view is about all in it, or where it is a box that is closed. */
  const holds = (index: number): boolean =>
    !stackAt[index] &&
    isContainer(tree, things[index]!) &&
    (isMap || isBox[index] === 1 || standsForMore[index] === 1 || things[index] === whole)
  const insides = indexes.map((index): Inside | null =>
    holds(index) ? insideOfThing(atlas, signs, hidden, positions[index]!) : null,
  )
  const formOf = (index: number): Form => {
    if (isBox[index]) return 'box'
    if (stackAt[index]) return 'stack'
    if (insides[index]) return 'container'
    const hasList = rows.starts[index + 1]! > rows.starts[index]! || rows.more[index]! > 0
    return isMap && !hasList ? 'tile' : 'card'
  }
  return { indexes, stackAt, positions, insides, forms: indexes.map(formOf) }
}

/** The names, as much of them as tells things apart: what is around a thing need not be drawn. */
function titlesOf(
  atlas: Atlas,
  signs: Signs,
  { visible: { things, box, lane }, near }: Composed,
  { indexes, stackAt }: FormedThings,
  sorts: readonly Sort[],
  nameOfThing: (thing: ThingIndex) => string,
): string[] {
  const { tree } = atlas
  return indexes.map((index) => {
    const stack = stackAt[index]
    if (stack) return namedStack(atlas, signs, stack).name
    const thing = things[index]!
    const isApart =
      lane[index] === 1 || (tree.parents[thing]! >= 0 && tree.parents[thing] !== things[box[index]!])
    if (!isApart) return nameOfThing(thing)
    if (thing >= tree.nodeCount) return fullTitleOf(atlas, thing)
    return near === null && sorts[index] === '@external' ? qualified(atlas, thing) : nameOfThing(thing)
  })
}

/** What stands below the names: where things are, or how much is inside. */
function placesOf(
  atlas: Atlas,
  signs: Signs,
  { visible: { things }, near }: Composed,
  { indexes, stackAt, insides }: FormedThings,
  columns: readonly number[],
): string[] {
  return indexes.map((index) => {
    const stack = stackAt[index]
    if (stack) return stackPlace(atlas, signs, stack)
    const inside = insides[index]
    if (inside) return inside.text
    const thing = things[index]!
    if (near !== null) return thing < atlas.tree.nodeCount ? placeOf(atlas.graph, thing) : ''
    return columns[index]! > 0 ? countedSort('column', columns[index]!) : ''
  })
}

const roleOf = (sort: Sort): Role =>
  sort === '@missing' ? 'ghost' : sort === '@external' || sort === '@external_column' ? 'outside' : 'declared'

/** In the lane nothing around it says where a table is from. */
function qualified({ graph }: Atlas, table: number): string {
  const { schema, database } = graph.placePartsOf(table)
  return [visible(schema ?? database ?? ''), nameOf(graph, table)].filter((part) => part).join('.')
}

/** Where the things of a stack are: `in 5 dashboards`. */
function stackPlace(atlas: Atlas, signs: Signs, { members }: Stack): string {
  const { tree } = atlas
  const around = new Set(members.map((member) => tree.parents[member]!))
  around.delete(-1)
  const [first] = around
  if (first === undefined) return ''
  if (around.size === 1) return `in ${titleOf(atlas, first)}`
  const sorts = new Set(Array.from(around, (thing) => sortAround(atlas, signs, thing)))
  const [sort] = sorts
  return sorts.size === 1 ? `in ${countedSort(sort!, around.size)}` : `in ${around.size} places`
}

/** The sort of what is around a thing: of what is outside a run the names alone say what it is. */
function sortAround(atlas: Atlas, signs: Signs, thing: ThingIndex): Sort {
  const group = atlas.tree.groups[thing - atlas.tree.nodeCount]
  if (group?.kind !== 'outside' || group.parts.length === 0) return sortOfThing(atlas, signs, thing)
  return group.parts.length === 3 ? 'schema' : 'database'
}

/** Findings of what is drawn, counted at the boxes around it too. */
function badgesAround(findings: readonly Marked[], { tree }: Atlas, { visible }: Composed): Badges {
  const { shown, things, box } = visible
  return badgesOf(
    findings,
    (node, at) => {
      for (let index = shown[tree.at[node]!]!; index >= 0; index = box[index]!) at(index)
    },
    things.length,
  )
}
