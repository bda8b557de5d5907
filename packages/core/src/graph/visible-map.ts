import type { NodeIndex } from '../resolve/nodes.ts'
import { addUp, HIDDEN, type Atlas, type Frame, type Visible } from './visible.ts'
import { edgesOfPair, type CardEdges } from './visible-cards.ts'
import { chooseRows, type RowList } from './visible-rows.ts'
import { OUTSIDE, type ThingIndex } from './thing-groups.ts'
import { isContainer, type ThingTree } from './visible-tree.ts'

/** Which containers are open, and what else a map shows. */
export interface MapWish {
  /** Whether a container shows what is inside it. */
  readonly isOpen: (container: ThingIndex) => boolean
  /** What a table shows of its columns; null for nothing. */
  readonly listOf: (thing: ThingIndex) => RowList | null
  /** Whether there is room for a lane, as there is where it is left out: else what is outside is a box, however little it is. */
  readonly hasLane?: boolean
  /** By position, 1 for what filters leave out, with all that is inside; null for no filter. */
  readonly hidden: Uint8Array | null
}

/** With more of them than one in so many things, what is outside is where the picture begins: it is a box among the others then. */
const FEW_OUTSIDE = 8

/**
 * The hierarchy as far as it is open, at any mix of levels: everything is shown itself or by the one closed thing around it. O(things of
 * the run), without a look at single edges but for cards that show their columns.
 * @example
 * ```ts
 * const { things, lines } = visibleMap(atlas, { isOpen: () => false, listOf: () => null, hidden: null })
 * ```
 */
export function visibleMap(atlas: Atlas, wish: MapWish): Visible {
  const { cards } = atlas
  const frame = frameOf(atlas, wish)
  const pairs = wish.hidden ? pairsFromShown(cards, frame.shown) : cards.from.keys()
  return addUp(atlas, frame, pairs, wish.hidden)
}

/** Pairs that leave what is shown, in their order: few where filters leave out most. */
function pairsFromShown({ out: { starts } }: CardEdges, shown: Int32Array): number[] {
  const pairs: number[] = []
  for (let position = 0; position < shown.length; position++)
    if (shown[position]! >= 0)
      for (let pair = starts[position]!; pair < starts[position + 1]!; pair++) pairs.push(pair)
  return pairs
}

function frameOf({ graph, tree, cards }: Atlas, wish: MapWish): Frame {
  const boxed = frontier(tree, wish, false)
  const outsideAt = tree.groupOfKey.get(OUTSIDE)
  const outside = outsideAt === undefined ? 0 : boxed.outside
  const inLane = wish.hasLane !== false && outside > 0 && outside * FEW_OUTSIDE <= boxed.things.length
  const { things, box, isBox, shown, lane } = inLane ? frontier(tree, wish, true) : boxed
  const listOf = (thing: ThingIndex): RowList | null =>
    thing < tree.nodeCount && graph.kindOf(thing) !== 'missing' ? wish.listOf(thing) : null
  const lists = Array.from(things, (thing, index) => (isBox[index] ? null : listOf(thing)))
  const traced = new Set<NodeIndex>()
  things.forEach((thing, index) => {
    if (!lists[index]) return
    const position = tree.at[thing]!
    for (const adjacency of [cards.out, cards.in])
      for (let i = adjacency.starts[position]!; i < adjacency.starts[position + 1]!; i++) {
        if (shown[adjacency.neighbors[i]!]! < 0) continue
        for (const edge of edgesOfPair(cards, adjacency.edges[i]!)) {
          traced.add(tree.rowOf[graph.fromOf(edge)]!)
          traced.add(tree.rowOf[graph.toOf(edge)]!)
        }
      }
  })
  const rows = chooseRows(
    graph,
    tree,
    things,
    (thing) => lists[shown[tree.at[thing]!]!] ?? null,
    (column) => traced.has(column),
  )
  return { things, box, isBox, lane, shown, belongs: null, traced: null, rows }
}

interface Frontier {
  readonly things: Int32Array
  readonly box: Int32Array
  readonly isBox: Uint8Array
  readonly lane: Uint8Array
  readonly shown: Int32Array
  /** How many things of other integrations are shown. */
  readonly outside: number
}

/**
 * What is shown when some containers are open.
 * @param dissolves whether the open groups of what is outside are no boxes: what is in them stands in the lane then. Else only those are none
 * that hold but one thing or are all that there is around them.
 */
function frontier(tree: ThingTree, { isOpen, hidden }: MapWish, dissolves: boolean): Frontier {
  const { order, end } = tree
  const shown = new Int32Array(order.length).fill(HIDDEN)
  const things: number[] = []
  const box: number[] = []
  const isBox: number[] = []
  const lane: number[] = []
  const open: { index: number; end: number }[] = []
  const outsideRoot = tree.groupOfKey.get(OUTSIDE)
  const outsideFrom = outsideRoot === undefined ? Infinity : tree.at[outsideRoot]!
  const outsideTo = outsideRoot === undefined ? 0 : end[outsideFrom]!
  let outside = 0
  for (let position = 0; position < order.length;) {
    while (open.length > 0 && position >= open.at(-1)!.end) open.pop()
    if (hidden?.[position]) {
      position = end[position]!
      continue
    }
    const thing = order[position]!
    const isOutside = position >= outsideFrom && position < outsideTo
    const opens = isContainer(tree, thing) && isOpen(thing)
    if (opens && isOutside && (dissolves || (position > outsideFrom && isAlone(tree, position)))) {
      position++
      continue
    }
    const index = things.push(thing) - 1
    box.push(open.at(-1)?.index ?? -1)
    isBox.push(opens ? 1 : 0)
    lane.push(isOutside && dissolves ? 1 : 0)
    if (isOutside && !opens) outside++
    if (opens) {
      shown[position] = index
      open.push({ index, end: end[position]! })
      position++
    } else {
      if (!hidden) shown.fill(index, position, end[position])
      else for (let at = position; at < end[position]!; at++) if (!hidden[at]) shown[at] = index
      position = end[position]!
    }
  }
  return {
    things: Int32Array.from(things),
    box: Int32Array.from(box),
    isBox: Uint8Array.from(isBox),
    lane: Uint8Array.from(lane),
    shown,
    outside,
  }
}

/** Whether a box round it would say nothing: it holds one thing alone, or is all that what is around it holds. */
function isAlone({ order, at, parents, end }: ThingTree, position: number): boolean {
  const around = at[parents[order[position]!]!]!
  return end[position + 1] === end[position] || (position === around + 1 && end[position] === end[around])
}

/**
 * How many things a map shows at each level, boxes included: level l has every container open that fewer than l things are around.
 * Never falls.
 */
export function thingsAtLevels({ depth }: ThingTree): number[] {
  const counts: number[] = [0]
  for (const one of depth) if (one >= 0) counts[one] = (counts[one] ?? 0) + 1
  for (let level = 0; level < counts.length; level++)
    counts[level] = (counts[level] ?? 0) + (counts[level - 1] ?? 0)
  return counts
}

/**
 * The deepest level at which a map shows no more than so many things.
 * @example
 * ```ts
 * const level = readableLevel(thingTreeOf(graph))
 * ```
 */
export function readableLevel(tree: ThingTree, most = 150): number {
  const counts = thingsAtLevels(tree)
  let level = 0
  while (level + 1 < counts.length && counts[level + 1]! <= most) level++
  return level
}
