import type { StringIndex } from '../read/strings.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { groupsOf, membersOf, type Groups } from '../resolve/groups.ts'
import { parentCircles } from './hierarchy.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** What a picture can show by itself: a node of the graph, or, from the node count on, a group of them. */
export type ThingIndex = number

/** The place of a thing in the order of the tree: what is inside it follows it. */
export type Position = number

/**
 * Things under one heading that no declaration makes: tables of other integrations by the parts of their names, or so many siblings that
 * they are better shown in ranges.
 */
export type ThingGroup =
  | { readonly kind: 'outside'; readonly key: string; readonly parts: readonly (string | null)[] }
  | { readonly kind: 'range'; readonly key: string; readonly first: ThingIndex; readonly last: ThingIndex }

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
  keyOf(graph, groups, thing)

const keyOf = (graph: LineageGraph, groups: readonly ThingGroup[], thing: ThingIndex): string =>
  groups[thing - graph.nodeCount]?.key ?? graph.keyOf(thing)

/**
 * The thing, or the row, that a key names, as far as this run has it.
 * @example
 * ```ts
 * const thing = thingOfKey(graph, atlas.tree, 'id:public.orders')
 * ```
 */
export const thingOfKey = (graph: LineageGraph, tree: ThingTree, key: string): ThingIndex | undefined =>
  tree.groupOfKey.get(key) ?? graph.nodeOfKey(key)

/** The key of the group around all that is outside. */
export const OUTSIDE = 'outside:'

/** More children than this are shown in ranges of about so many. */
const MOST_CHILDREN = 1500
const RANGE = 1000

/** Parents, with circles cut open, and by node the row of its card that it is, or is inside; -1 where it is no row. */
export function cardRowsOf(graph: LineageGraph): {
  readonly parents: Int32Array
  readonly rowOf: Int32Array
} {
  const parents = graph.parents.slice()
  for (const [first] of parentCircles(graph.parents)) parents[first!] = NO_NODE
  return { parents, rowOf: findRows(graph, parents) }
}

/**
 * Builds the tree in O(n), without recursion.
 * @example
 * ```ts
 * const tree = thingTreeOf(graph)
 * const atlas = { graph, tree, cards: cardEdgesOf(graph, tree) }
 * ```
 */
export function thingTreeOf(graph: LineageGraph): ThingTree {
  const { nodeCount } = graph
  const { parents: nodeParents, rowOf } = cardRowsOf(graph)

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

/** By node the row that it is in: a column, in something that holds nothing but columns. */
function findRows(graph: LineageGraph, parents: Int32Array): Int32Array {
  const { nodeCount } = graph
  const isColumn = columnsIn(graph)
  const holdsThings = new Uint8Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    if (!isColumn[node]) {
      // A column that holds things is one itself, and so what holds it holds things.
      let above = parents[node]!
      while (above !== NO_NODE && !holdsThings[above]) {
        holdsThings[above] = 1
        if (!isColumn[above]) break
        above = parents[above]!
      }
    }
  const UNKNOWN = -2
  const rowOf = new Int32Array(nodeCount).fill(UNKNOWN)
  const way: NodeIndex[] = []
  for (let start = 0; start < nodeCount; start++) {
    let node = start
    while (rowOf[node] === UNKNOWN) {
      way.push(node)
      const parent = parents[node]!
      if (!isColumn[node] || parent === NO_NODE || holdsThings[parent]) {
        rowOf[node] = NO_NODE
        way.pop()
        break
      }
      node = parent
    }
    for (let below = way.pop(); below !== undefined; below = way.pop()) {
      const above = rowOf[parents[below]!]!
      rowOf[below] = above === NO_NODE ? below : above
    }
  }
  return rowOf
}

function columnsIn(graph: LineageGraph): Uint8Array {
  const type: StringIndex = graph.run.strings.find('column')
  const isColumn = new Uint8Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    const declared = graph.resourceOf(node)
    const isOne =
      declared >= 0
        ? type >= 0 && graph.run.resources.type.at(declared) === type
        : graph.kindOf(node) === 'external_column'
    if (isOne) isColumn[node] = 1
  }
  return isColumn
}

/** Puts each table of another integration below its schema, its database and the group of all. */
function groupOutside(graph: LineageGraph, parents: number[], groups: ThingGroup[]): void {
  const known = new Map<string, ThingIndex>()
  const group = (key: string, parts: readonly (string | null)[], parent: ThingIndex): ThingIndex => {
    const found = known.get(key)
    if (found !== undefined) return found
    parents.push(parent)
    groups.push({ kind: 'outside', key, parts })
    known.set(key, parents.length - 1)
    return parents.length - 1
  }
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kindOf(node) !== 'external_table') continue
    const { cluster = null, database = null, schema = null } = graph.placePartsOf(node)
    let around = group(OUTSIDE, [], NO_NODE)
    if (cluster !== null || database !== null)
      around = group(OUTSIDE + JSON.stringify([cluster, database]), [cluster, database], around)
    if (schema !== null)
      around = group(
        OUTSIDE + JSON.stringify([cluster, database, schema]),
        [cluster, database, schema],
        around,
      )
    parents[node] = around
  }
}

/** Puts ranges between things and their parents where there are too many, until nowhere are. */
function splitIntoRanges(
  graph: LineageGraph,
  parents: number[],
  isRow: (thing: ThingIndex) => boolean,
  groups: ThingGroup[],
): void {
  const { nodeCount } = graph
  const rangesOf = new Map<ThingIndex, number>()
  for (let left = true; left;) {
    left = false
    const count = new Uint32Array(parents.length + 1) // by parent + 1
    for (let thing = 0; thing < parents.length; thing++) if (!isRow(thing)) count[parents[thing]! + 1]!++
    const size = new Map<ThingIndex, number>()
    count.forEach((children, parent) => {
      if (children > MOST_CHILDREN) size.set(parent - 1, Math.ceil(children / Math.ceil(children / RANGE)))
    })
    if (size.size === 0) return
    const open = new Map<ThingIndex, { range: ThingIndex; room: number }>()
    const thingCount = parents.length
    for (let thing = 0; thing < thingCount; thing++) {
      const parent = parents[thing]!
      const most = isRow(thing) ? undefined : size.get(parent)
      if (most === undefined) continue
      left = true
      let here = open.get(parent)
      if (!here || here.room === 0) {
        const number = rangesOf.get(parent) ?? 0
        rangesOf.set(parent, number + 1)
        parents.push(parent)
        const key = `range:${number}:${parent === NO_NODE ? '' : keyOf(graph, groups, parent)}`
        groups.push({ kind: 'range', key, first: thing, last: thing })
        open.set(parent, (here = { range: parents.length - 1, room: most }))
      }
      parents[thing] = here.range
      here.room--
      const group = groups[here.range - nodeCount]!
      if (group.kind === 'range') groups[here.range - nodeCount] = { ...group, last: thing }
    }
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
