import type { NodeIndex } from '../resolve/nodes.ts'
import { NO_HOP, type Neighbourhood } from './neighbourhood.ts'
import { addUp, BEYOND, HIDDEN, type Atlas, type Frame, type Visible } from './visible.ts'
import { edgesOfPair } from './visible-cards.ts'
import { chooseRows, type RowList } from './visible-rows.ts'
import { OUTSIDE, type ThingIndex } from './thing-groups.ts'
import type { Position, ThingTree } from './visible-tree.ts'

/** The boxes around the cards of the lineage view: what is nearest around each, or what is furthest out. */
export type Boxes = 'none' | 'schema' | 'database'

/** How a lineage view shows a neighbourhood. */
export interface LineageWish {
  /** A container that is the focus and closed: it stands for all that is inside; -1 for none. */
  readonly whole: ThingIndex
  /** The ends of a path, which are drawn in any case, each as a box around what of it is on the path; none for a neighbourhood. */
  readonly ends: readonly ThingIndex[]
  readonly boxes: Boxes
  /** Whether a box is closed: it stands for what is drawn inside it. */
  readonly isClosed: (box: ThingIndex) => boolean
  /** What a card shows of its columns; null for nothing. */
  readonly listOf: (thing: ThingIndex) => RowList | null
  /** A column that is a row in any case: the focus; -1 for none. */
  readonly row: NodeIndex
  /** By position, 1 for what filters leave out; null for no filter. */
  readonly hidden: Uint8Array | null
}

/**
 * A neighbourhood as cards with their columns, in boxes where they are wished for, and the lineage among them.
 * @example
 * ```ts
 * const near = neighbourhoodOf(atlas, { focus: node, up: 2, down: 2, expansions: [], hidden: null, most: 300 })
 * const wish = { whole: node, ends: [], boxes: 'schema' as const, isClosed: () => false, listOf: () => null, row: -1, hidden: null }
 * const visible = visibleLineage(atlas, near, wish)
 * ```
 */
export function visibleLineage(atlas: Atlas, near: Neighbourhood, wish: LineageWish): Visible {
  const { cards } = atlas
  const pairs: number[] = []
  for (const position of near.positions)
    for (let i = cards.out.starts[position]!; i < cards.out.starts[position + 1]!; i++)
      if (near.hop[cards.out.neighbors[i]!] !== NO_HOP) pairs.push(cards.out.edges[i]!)
  return addUp(atlas, frameOf(atlas, near, pairs, wish), pairs, wish.hidden)
}

function frameOf(
  { graph, tree, cards }: Atlas,
  { positions, traced }: Neighbourhood,
  pairs: readonly number[],
  wish: LineageWish,
): Frame {
  const { order, at, end } = tree
  const shown = new Int32Array(order.length).fill(BEYOND)
  if (wish.hidden)
    for (let position = 0; position < order.length; position++)
      if (wish.hidden[position]) shown[position] = HIDDEN
  const belongs = new Uint8Array(order.length)
  for (const position of positions) belongs[position] = 1

  const wholeAt = wish.whole < 0 ? -1 : at[wish.whole]!
  const wholeEnd = wish.whole < 0 ? -1 : end[wholeAt]!
  const isInWhole = (position: Position): boolean => position > wholeAt && position < wholeEnd
  const standing = new Set<Position>(wholeAt >= 0 ? [wholeAt] : [])
  for (const position of positions) if (!isInWhole(position)) standing.add(position)
  const endsAt = wish.ends.map((thing) => at[thing]!).filter((position) => shown[position] !== HIDDEN)
  for (const position of endsAt) standing.add(position)
  const boxOf = new Map<Position, Position>()
  for (const position of standing) {
    const around = endsAt.filter((one) => position > one && position < end[one]!)
    let inner = position
    for (const box of innermostFirst(boxAround(tree, position, wish.boxes), around)) {
      boxOf.set(inner, box)
      inner = box
    }
  }
  const boxes = new Set(boxOf.values())
  const isClosed = (box: Position): boolean => wish.isClosed(order[box]!)
  const closedAround = outermost(boxOf, isClosed)
  const all = [...new Set([...standing, ...boxes])]
  const drawn = all.filter((position) => closedAround(position) < 0).sort((a, b) => a - b)
  const things = Int32Array.from(drawn, (position) => order[position]!)
  const indexOf = new Map(drawn.map((position, index) => [position, index]))
  for (const position of all) {
    const around = closedAround(position)
    shown[position] = indexOf.get(around < 0 ? position : around)!
  }
  for (let position = wholeAt + 1; position < wholeEnd; position++)
    if (shown[position] !== HIDDEN) shown[position] = shown[wholeAt]!
  const isBox = Uint8Array.from(drawn, (position) => (boxes.has(position) && !isClosed(position) ? 1 : 0))
  const outsideRoot = tree.groupOfKey.get(OUTSIDE)
  const isOutside = (position: Position): boolean =>
    outsideRoot !== undefined && position >= at[outsideRoot]! && position < end[at[outsideRoot]!]!
  // Boxes cut across a lane: there what is outside stands in those of its own schema or database, or in the end of a path.
  const hasLane = wish.boxes === 'none' && ![...boxes].some(isOutside)

  const linked = tracedColumns({ graph, tree, cards }, pairs, traced)
  if (wish.row >= 0) linked.add(tree.rowOf[wish.row]!)
  const rows = chooseRows(
    graph,
    tree,
    things,
    (thing) => {
      const index = shown[at[thing]!]!
      const isCard = !isBox[index] && thing !== wish.whole && thing < tree.nodeCount
      return isCard && graph.kindOf(thing) !== 'missing' ? wish.listOf(thing) : null
    },
    (column) => linked.has(column),
  )
  return {
    things,
    box: Int32Array.from(drawn, (position) => indexOf.get(boxOf.get(position) ?? -1) ?? -1),
    isBox,
    lane: Uint8Array.from(drawn, (position) => (hasLane && isOutside(position) ? 1 : 0)),
    shown,
    belongs,
    traced,
    rows,
  }
}

/** The boxes around a thing: what is inside stands behind it in the order of the tree. @param box or -1. */
const innermostFirst = (box: Position, others: readonly Position[]): Position[] =>
  [...new Set(box < 0 ? others : [box, ...others])].sort((a, b) => b - a)

/** Finds the outermost box around a thing that something holds for, or -1. Boxes nest as deep as the hierarchy does. */
function outermost(
  boxOf: ReadonlyMap<Position, Position>,
  holds: (box: Position) => boolean,
): (position: Position) => Position {
  return (position) => {
    let found = -1
    for (let box = boxOf.get(position); box !== undefined; box = boxOf.get(box)) if (holds(box)) found = box
    return found
  }
}

/** The columns that an edge of the picture begins or ends at. */
function tracedColumns(
  { graph, tree, cards }: Atlas,
  pairs: readonly number[],
  traced: Uint8Array | null,
): Set<NodeIndex> {
  const linked = new Set<NodeIndex>()
  for (const pair of pairs)
    for (const edge of edgesOfPair(cards, pair)) {
      const [from, to] = [graph.fromOf(edge), graph.toOf(edge)]
      if (traced && !(traced[from] && traced[to])) continue
      linked.add(tree.rowOf[from]!)
      linked.add(tree.rowOf[to]!)
    }
  return linked
}

/** The position of the box around a thing, or -1. Ranges are no boxes here: nothing says that they belong together. */
function boxAround(
  { order, at, parents, groups, nodeCount }: ThingTree,
  position: Position,
  boxes: Boxes,
): Position {
  if (boxes === 'none') return -1
  let found = -1
  for (let above = parents[order[position]!]!; above >= 0; above = parents[above]!) {
    const group = groups[above - nodeCount]
    if (group?.kind === 'range' || group?.key === OUTSIDE) continue
    found = at[above]!
    if (boxes === 'schema') break
  }
  return found
}
