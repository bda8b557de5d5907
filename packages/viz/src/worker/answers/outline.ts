import { OUTSIDE, type LineageGraph, type NodeIndex } from '@lineagraph/core'
import type { Sort } from '../../tokens/looks.ts'
import type { Badges } from '../names/badges.ts'
import { ancestorsOf, nameOf } from '../names/name-of.ts'
import { sortOf } from '../names/sort-of.ts'
import type { Named, Slice } from '../names/named.ts'

export interface OutlineRow extends Named {
  /** From 0. */
  readonly depth: number
  readonly isOpen: boolean
  /** How many there are inside, directly. */
  readonly children: number
  /** What to write beside the name: of a database its tables, else what is directly inside. */
  readonly count: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Its number among its siblings, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
}

export interface OutlineWish {
  readonly open: readonly string[]
  readonly from: number
  readonly count: number
  /** The thing whose row is looked for. */
  readonly focus: string | null
}

export interface Outline extends Slice<OutlineRow> {
  /** The row of the focus, or -1. */
  readonly focus: number
}

/** A heading for what has no place in the hierarchy. */
interface Heading {
  readonly key: string
  readonly name: string
  readonly sort: Sort
  readonly members: readonly NodeIndex[]
}

/** The hierarchy as a tree: every node of the graph is in it once, whatever its parents say. */
export interface Tree {
  readonly roots: readonly NodeIndex[]
  readonly headings: readonly Heading[]
  /** Nodes that stand at the top though they have a parent: where parents run in a circle, one has to. */
  readonly loose: ReadonlySet<NodeIndex>
}

export function treeOf(graph: LineageGraph): Tree {
  const roots: NodeIndex[] = []
  const members = new Map<Sort, NodeIndex[]>([
    ['@external', []],
    ['@missing', []],
  ])
  const reached = new Uint8Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.placedParents[node]! >= 0) continue
    const list = members.get(sortOf(graph, node)) ?? roots
    list.push(node)
    reach(graph, node, reached)
  }
  const loose = new Set<NodeIndex>()
  for (let node = 0; node < graph.nodeCount; node++) {
    if (reached[node]) continue
    loose.add(node)
    roots.push(node)
    reach(graph, node, reached)
  }
  const names = { '@external': 'Outside this run', '@missing': 'Not declared' } as const
  const headings = (['@external', '@missing'] as const)
    .map((sort) => ({ key: `heading:${sort}`, name: names[sort], sort, members: members.get(sort)! }))
    .filter(({ members }) => members.length > 0)
  return { roots, headings, loose }
}

function reach(graph: LineageGraph, root: NodeIndex, reached: Uint8Array): void {
  const open = [root]
  reached[root] = 1
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const child of graph.placedIn(node))
      if (!reached[child]) {
        reached[child] = 1
        open.push(child)
      }
}

/** A row before anybody looks at it: a node, or a heading as -1 - its number; and its depth, number and siblings. */
type Place = readonly [thing: number, depth: number, position: number, siblings: number]

/** The rows that are wanted, of the tree as far as it is open. O(what is open). */
export function outlineOf(graph: LineageGraph, tree: Tree, badges: Badges, wish: OutlineWish): Outline {
  const open = new Set(wish.open)
  const places = placesOf(graph, tree, open)
  const rows = places
    .slice(wish.from, wish.from + wish.count)
    .map((place) => rowOf(graph, tree, badges, open, place))
  const node = wish.focus === null ? undefined : graph.nodeOfKey(wish.focus)
  // What is outside stands under its heading, without the groups that pictures put around it.
  const about = wish.focus?.startsWith(OUTSIDE) ? 'heading:@external' : wish.focus
  const heading = tree.headings.findIndex(({ key }) => key === about)
  const focused = node ?? (heading >= 0 ? -1 - heading : undefined)
  const focus = focused === undefined ? -1 : places.findIndex(([thing]) => thing === focused)
  return { rows, from: wish.from, total: places.length, focus }
}

function placesOf(graph: LineageGraph, tree: Tree, open: ReadonlySet<string>): Place[] {
  const places: Place[] = []
  const waiting: Place[] = []
  const put = (things: ArrayLike<number>, depth: number): void => {
    for (let i = things.length - 1; i >= 0; i--) waiting.push([things[i]!, depth, i + 1, things.length])
  }
  put([...tree.roots, ...tree.headings.map((_, i) => -1 - i)], 0)
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    places.push(place)
    const [thing, depth] = place
    const inside = insideOf(graph, tree, thing)
    if (inside.length > 0 && open.has(keyOf(graph, tree, thing))) put(inside, depth + 1)
  }
  return places
}

function rowOf(
  graph: LineageGraph,
  tree: Tree,
  badges: Badges,
  open: ReadonlySet<string>,
  [thing, depth, position, siblings]: Place,
): OutlineRow {
  const key = keyOf(graph, tree, thing)
  const children = insideOf(graph, tree, thing).length
  const at = { key, depth, position, siblings, children, isOpen: children > 0 && open.has(key) }
  if (thing < 0) {
    const { name, sort, members } = tree.headings[-1 - thing]!
    const sum = (counts: Uint32Array): number => members.reduce((total, member) => total + counts[member]!, 0)
    const [errors, warnings, infos] = [sum(badges.errors), sum(badges.warnings), sum(badges.infos)]
    return { ...at, name, sort, count: children, errors, warnings, infos }
  }
  return {
    ...at,
    name: nameOf(graph, thing),
    sort: sortOf(graph, thing),
    count: graph.typeOf(thing) === 'database' ? grandchildren(graph, thing) : children,
    errors: badges.errors[thing]!,
    warnings: badges.warnings[thing]!,
    infos: badges.infos[thing]!,
  }
}

/** Of a database: its tables. Where schemas are missing, what is directly inside counts for itself. */
const grandchildren = (graph: LineageGraph, node: NodeIndex): number =>
  graph
    .placedIn(node)
    .reduce(
      (count, child) => count + (graph.typeOf(child) === 'schema' ? graph.placedIn(child).length : 1),
      0,
    )

const keyOf = (graph: LineageGraph, { headings }: Tree, thing: number): string =>
  thing < 0 ? headings[-1 - thing]!.key : graph.keyOf(thing)

function insideOf(graph: LineageGraph, { headings, loose }: Tree, thing: number): ArrayLike<number> {
  if (thing < 0) return headings[-1 - thing]!.members
  const children = graph.placedIn(thing)
  return loose.size > 0 ? children.filter((child) => !loose.has(child)) : children
}

/** What must be open for a node to be seen: what is around it, and its heading. */
export function wayTo(graph: LineageGraph, { headings, loose }: Tree, node: NodeIndex): string[] {
  const above = loose.has(node) ? [] : ancestorsOf(graph, node, graph.nodeCount)
  const top = above.findIndex((ancestor) => loose.has(ancestor))
  const way = top < 0 ? above : above.slice(0, top + 1)
  const root = way.at(-1) ?? node
  const heading = headings.find(({ sort, members }) => sort === sortOf(graph, root) && members.includes(root))
  return [...way.map((ancestor) => graph.keyOf(ancestor)), ...(heading ? [heading.key] : [])]
}
