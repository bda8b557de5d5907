import { NO_NODE } from '../resolve/nodes.ts'
import { groupsOf, membersOf, type Groups } from '../resolve/groups.ts'
import { cardRowsOf } from './card-rows.ts'
import type { LineageGraph } from './lineage-graph.ts'
import {
  groupOutside,
  keyAmong,
  OUTSIDE,
  splitIntoRanges,
  type ThingGroup,
  type ThingIndex,
} from './thing-groups.ts'

/** The place of a thing in the order of the tree: what is inside it follows it. */
export type Position = number

/**
 * The hierarchy as pictures go by it: a forest in which everything of a run has one place. Parents that run in a circle are cut open, what
 * is outside has groups around it, columns are rows of their tables and no things of their own, and nothing has so many children that they
 * could not be drawn.
 */
export interface ThingTree {
  readonly nodeCount: number
  /** Nodes, then groups. */
  readonly thingCount: number
  readonly groups: readonly ThingGroup[]
  readonly groupOfKey: ReadonlyMap<string, ThingIndex>
  /** The things that are no rows, each before what is inside it. */
  readonly order: Uint32Array
  /** By thing: its place in the order; of a row that of its card. */
  readonly at: Int32Array
  /** By position: one beyond the last thing inside. */
  readonly end: Uint32Array
  /** By position: how many things are around it; -1 for the group of all that is outside. */
  readonly depth: Int32Array
  /** By position: how many nodes stand before it, rows included; one longer than the order. */
  readonly nodesBefore: Uint32Array
  /** Of each thing that is no row; -1 for a root. */
  readonly parents: Int32Array
  /** Of each thing those that are no rows; see `insideOf`. */
  readonly children: Groups
  readonly roots: Uint32Array
  /** By node: the row of its card that it is, or is inside; -1 where it is no row. */
  readonly rowOf: Int32Array
  /** The rows of each card; see `rowsOf`. */
  readonly rows: Groups
}

/**
 * The things directly inside another, its rows aside: a view.
 * @example
 * ```ts
 * for (const thing of insideOf(atlas.tree, node)) console.log(keyOfThing(graph, atlas.tree, thing))
 * ```
 */
export const insideOf = ({ children }: ThingTree, thing: ThingIndex): Uint32Array =>
  membersOf(children, thing)

/**
 * Whether other things than rows are inside.
 * @example
 * ```ts
 * const opens = isContainer(atlas.tree, node)
 * ```
 */
export const isContainer = ({ children: { starts } }: ThingTree, thing: ThingIndex): boolean =>
  starts[thing + 1]! > starts[thing]!

/**
 * The columns of a card, as nodes: a view.
 * @example
 * ```ts
 * for (const column of rowsOf(atlas.tree, node)) console.log(graph.titleOf(column))
 * ```
 */
export const rowsOf = ({ rows }: ThingTree, thing: ThingIndex): Uint32Array => membersOf(rows, thing)

/**
 * A name that no other thing has and that stays from run to run.
 * @example
 * ```ts
 * const key = keyOfThing(graph, atlas.tree, node)
 * ```
 */
export const keyOfThing = (graph: LineageGraph, { groups }: ThingTree, thing: ThingIndex): string =>
  keyAmong(graph, groups, thing)

/**
 * The thing, or the row, that a key names, as far as this run has it.
 * @example
 * ```ts
 * const thing = thingOfKey(graph, atlas.tree, 'id:public.orders')
 * ```
 */
export const thingOfKey = (graph: LineageGraph, tree: ThingTree, key: string): ThingIndex | undefined =>
  tree.groupOfKey.get(key) ?? graph.nodeOfKey(key)

/**
 * Builds the tree in O(n), without recursion.
 * @param given the parents of nodes: those by which pictures go, where no others are given.
 * @example
 * ```ts
 * const tree = thingTreeOf(graph)
 * const atlas = { graph, tree, cards: cardEdgesOf(graph, tree) }
 * ```
 */
export function thingTreeOf(graph: LineageGraph, given: Int32Array = graph.placedParents): ThingTree {
  const { nodeCount } = graph
  const { parents: nodeParents, rowOf } = cardRowsOf(graph, given)

  const groups: ThingGroup[] = []
  const parents: number[] = Array.from(nodeParents)
  for (let node = 0; node < nodeCount; node++) if (rowOf[node]! >= 0) parents[node] = NO_NODE
  groupOutside(graph, parents, groups)
  const isRow = (thing: ThingIndex): boolean => thing < nodeCount && rowOf[thing]! >= 0
  splitIntoRanges(graph, parents, isRow, groups)

  const thingCount = parents.length
  const children = groupsOf(thingCount, parents)
  const rootList: ThingIndex[] = []
  for (let thing = 0; thing < thingCount; thing++)
    if (parents[thing] === NO_NODE && !isRow(thing)) rootList.push(thing)
  const roots = Uint32Array.from(rootList)
  const outsideRoot = groups.findIndex(({ key }) => key === OUTSIDE)
  const walked = walk(roots, children, nodeCount + outsideRoot, outsideRoot >= 0)
  const at = new Int32Array(thingCount)
  walked.order.forEach((thing, position) => (at[thing] = position))
  const cardOfRow = new Int32Array(nodeCount).fill(-1)
  for (let node = 0; node < nodeCount; node++) {
    const row = rowOf[node]!
    if (row >= 0) at[node] = at[nodeParents[row]!]!
    if (row === node) cardOfRow[node] = nodeParents[node]!
  }
  const nodesBefore = new Uint32Array(walked.order.length + 1)
  for (let node = 0; node < nodeCount; node++) nodesBefore[at[node]! + 1]!++
  for (let position = 0; position < walked.order.length; position++)
    nodesBefore[position + 1]! += nodesBefore[position]!
  return {
    nodeCount,
    thingCount,
    groups,
    groupOfKey: new Map(groups.map(({ key }, i) => [key, nodeCount + i])),
    ...walked,
    at,
    nodesBefore,
    parents: Int32Array.from(parents),
    children,
    roots,
    rowOf,
    rows: groupsOf(thingCount, cardOfRow),
  }
}

interface Walked {
  readonly order: Uint32Array
  readonly end: Uint32Array
  readonly depth: Int32Array
}

/** Each thing before what is inside it. */
function walk(roots: Uint32Array, children: Groups, outside: ThingIndex, hasOutside: boolean): Walked {
  const order: number[] = []
  const depths: number[] = []
  const ends: number[] = []
  /** Things whose inside is being walked, and how far. */
  const open: { position: Position; next: number; end: number }[] = []
  for (const root of roots) {
    enter(root, hasOutside && root === outside ? -1 : 0)
    for (let here = open.at(-1); here; here = open.at(-1)) {
      if (here.next < here.end) enter(children.members[here.next++]!, depths[here.position]! + 1)
      else {
        ends[here.position] = order.length
        open.pop()
      }
    }
  }
  return { order: Uint32Array.from(order), end: Uint32Array.from(ends), depth: Int32Array.from(depths) }

  function enter(thing: ThingIndex, depth: number): void {
    open.push({ position: order.length, next: children.starts[thing]!, end: children.starts[thing + 1]! })
    order.push(thing)
    depths.push(depth)
    ends.push(0)
  }
}
