import type { NodeIndex } from '../resolve/nodes.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { PairCounts } from './pair-counts.ts'
import { edgesOfPair, weightOf, type CardEdges } from './visible-cards.ts'
import type { VisibleRows } from './visible-rows.ts'
import type { ThingIndex } from './thing-groups.ts'
import type { ThingTree } from './visible-tree.ts'

/** A run as pictures of it are made from: everything that is worked out once. */
export interface Atlas {
  readonly graph: LineageGraph
  readonly tree: ThingTree
  readonly cards: CardEdges
}

/** By position, where no drawn thing stands for what is there. */
export const BEYOND = -1
export const HIDDEN = -2

/** Lineage between what is drawn, as columns. Ends are things by their index in `things`, and rows or -1. */
export interface VisibleLines {
  readonly count: number
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly fromRow: Int32Array
  readonly toRow: Int32Array
  /** How many distinct edges each stands for. */
  readonly weights: Uint32Array
}

/** Where all of a run is: parts that sum up to the whole. */
export interface Parts {
  readonly all: number
  readonly drawn: number
  /** Inside one drawn thing. */
  readonly folded: number
  /** Left out by a filter. */
  readonly hidden: number
  /** Not in the neighbourhood, or not on the paths, that are shown. */
  readonly beyond: number
}

/** What is drawn of a run: things, boxes around them, rows of cards, and the lineage between all these. */
export interface Visible {
  /** A box stands before what is in it. From the tree's thing count on they are stacks. */
  readonly things: Int32Array
  /** The index of the box that each stands in, or -1. */
  readonly box: Int32Array
  readonly isBox: Uint8Array
  /** 1 for what stands in the lane of what is outside. */
  readonly lane: Uint8Array
  /** By position the index of what stands for it, or BEYOND or HIDDEN. */
  readonly shown: Int32Array
  /** By position: 1 for what belongs to the picture; null where everything does. A box may be there for its content alone. */
  readonly belongs: Uint8Array | null
  /** By node, where columns are followed: 1 for what belongs to the picture; else null. */
  readonly traced: Uint8Array | null
  readonly rows: VisibleRows
  readonly lines: VisibleLines
  readonly edgeParts: Parts
  readonly thingParts: Parts
}

/** What of a picture is known before lineage is added up. */
export type Frame = Omit<Visible, 'lines' | 'edgeParts' | 'thingParts'>

/**
 * Adds the lineage between what is drawn up.
 * @param pairs those that can belong to the picture: all of them where it shows all of the run.
 * @param hidden by position, 1 for what filters leave out; null where there is no filter.
 */
export function addUp(
  { graph, cards, tree }: Atlas,
  frame: Frame,
  pairs: Iterable<number>,
  hidden: Uint8Array | null,
): Visible {
  const { things, shown, belongs, traced, rows } = frame
  const counts = new PairCounts()
  const endOf = endsIn(tree, frame)
  let folded = 0
  for (const pair of pairs) {
    const [fromAt, toAt] = [cards.from[pair]!, cards.to[pair]!]
    const [from, to] = [shown[fromAt]!, shown[toAt]!]
    if (from < 0 || to < 0 || (belongs && !(belongs[fromAt] && belongs[toAt]))) continue
    const weight = weightOf(cards, pair)
    if (!traced && !hasRows(rows, from) && !hasRows(rows, to)) {
      if (from !== to) counts.add(from, to, weight)
      else {
        const self = fromAt === toAt && cards.self[fromAt] && tree.order[fromAt] === things[from] ? 1 : 0
        if (self) counts.add(from, to, 1)
        folded += weight - self
      }
      continue
    }
    for (const edge of edgesOfPair(cards, pair)) {
      const [source, target] = [graph.fromOf(edge), graph.toOf(edge)]
      if (traced && !(traced[source] && traced[target])) continue
      const [one, other] = [endOf(source), endOf(target)]
      if (one !== other || isItself(tree, frame, source, target, one)) counts.add(one, other, 1)
      else folded++
    }
  }
  const lines = linesOf(counts, things.length, rows)
  const drawn = counts.total
  const hiddenEdges = hidden ? hiddenIn(cards, hidden) : 0
  const all = graph.edgeCount
  return {
    ...frame,
    lines,
    edgeParts: { all, drawn, folded, hidden: hiddenEdges, beyond: all - drawn - folded - hiddenEdges },
    thingParts: thingParts(tree, things, rows.nodes.length, shown),
  }
}

/**
 * The edges behind the line between two ends, in the order of the pairs: things by index, rows or -1, or null for all of a thing with its rows.
 * @example
 * ```ts
 * const visible = visibleMap(atlas, { isOpen: () => false, listOf: () => null, hidden: null })
 * const edges = edgesBehind(atlas, visible, { thing: 0, row: -1 }, { thing: 1, row: -1 })
 * ```
 */
export function edgesBehind(
  { graph, cards, tree }: Atlas,
  visible: Visible,
  from: { readonly thing: number; readonly row: number | null },
  to: { readonly thing: number; readonly row: number | null },
): number[] {
  const { things, shown, belongs, traced } = visible
  const endOf = endsIn(tree, visible)
  const isAt = (end: number, { thing, row }: typeof from): boolean =>
    row === null || end === (row < 0 ? thing : things.length + row)
  const found: number[] = []
  for (let pair = 0; pair < cards.from.length; pair++) {
    const [fromAt, toAt] = [cards.from[pair]!, cards.to[pair]!]
    if (shown[fromAt] !== from.thing || shown[toAt] !== to.thing) continue
    if (belongs && !(belongs[fromAt] && belongs[toAt])) continue
    for (const edge of edgesOfPair(cards, pair)) {
      const [source, target] = [graph.fromOf(edge), graph.toOf(edge)]
      if (traced && !(traced[source] && traced[target])) continue
      const [one, other] = [endOf(source), endOf(target)]
      if (!isAt(one, from) || !isAt(other, to)) continue
      if (one !== other || isItself(tree, visible, source, target, one)) found.push(edge)
    }
  }
  return found
}

/**
 * Finds the end at which an edge from or to a node is drawn: a thing by its index, or, from the number of things on, a row; -1 where the
 * node does not belong to the picture.
 * @example
 * ```ts
 * const endOf = endFinder(atlas, visibleMap(atlas, { isOpen: () => false, listOf: () => null, hidden: null }))
 * const shownBy = endOf(node)
 * ```
 */
export function endFinder({ tree }: Pick<Atlas, 'tree'>, visible: Frame): (node: NodeIndex) => number {
  const { shown, belongs, traced } = visible
  const endOf = endsIn(tree, visible)
  return (node) => {
    const position = tree.at[node]!
    const isIn = shown[position]! >= 0 && (!belongs || belongs[position]) && (!traced || traced[node])
    return isIn ? endOf(node) : -1
  }
}

/** What stands for a node: the thing by its index, or, from the number of things on, a row. For nodes that are shown. */
function endsIn({ at, rowOf }: ThingTree, { things, shown, rows }: Frame): (node: NodeIndex) => number {
  const rowOfNode = new Map<NodeIndex, number>()
  rows.nodes.forEach((node, row) => rowOfNode.set(node, row))
  return (node) => {
    const thing = shown[at[node]!]!
    const row = rowOf[node]! >= 0 && hasRows(rows, thing) ? rowOfNode.get(rowOf[node]!) : undefined
    return row === undefined ? thing : things.length + row
  }
}

/** Whether an edge from a node to itself is one from a drawn end to itself, and not one inside of it. */
export function isItself(
  { order, at, rowOf }: ThingTree,
  { things }: Frame,
  source: NodeIndex,
  target: NodeIndex,
  end: number,
): boolean {
  if (source !== target) return false
  return end >= things.length
    ? rowOf[source] === source
    : order[at[source]!] === source && things[end] === source
}

export const hasRows = ({ starts }: VisibleRows, thing: number): boolean =>
  starts[thing + 1]! > starts[thing]!

function linesOf(counts: PairCounts, thingCount: number, { thingOf }: VisibleRows): VisibleLines {
  const count = counts.size
  const lines = {
    count,
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    fromRow: new Int32Array(count).fill(-1),
    toRow: new Int32Array(count).fill(-1),
    weights: Uint32Array.from(counts.weights),
  }
  split(counts.from, lines.from, lines.fromRow)
  split(counts.to, lines.to, lines.toRow)
  return lines

  function split(ends: readonly number[], things: Uint32Array, rows: Int32Array): void {
    for (let line = 0; line < count; line++) {
      const row = ends[line]! - thingCount
      things[line] = row < 0 ? ends[line]! : thingOf[row]!
      if (row >= 0) rows[line] = row
    }
  }
}

function hiddenIn({ from, to, edges: { starts } }: CardEdges, hidden: Uint8Array): number {
  let count = 0
  for (let pair = 0; pair < from.length; pair++)
    if (hidden[from[pair]!] || hidden[to[pair]!]) count += starts[pair + 1]! - starts[pair]!
  return count
}

/** Where each node of the run is. */
export function thingParts(
  { nodeCount, nodesBefore }: ThingTree,
  things: Int32Array,
  rowCount: number,
  shown: Int32Array,
): Parts {
  let [hidden, beyond] = [0, 0]
  for (let position = 0; position < shown.length; position++) {
    const nodes = nodesBefore[position + 1]! - nodesBefore[position]!
    if (shown[position] === HIDDEN) hidden += nodes
    else if (shown[position] === BEYOND) beyond += nodes
  }
  let drawn = rowCount
  for (const thing of things) if (thing < nodeCount) drawn++
  return { all: nodeCount, drawn, folded: nodeCount - drawn - hidden - beyond, hidden, beyond }
}

/**
 * What a filter leaves out, with everything inside it: by position. @param isOut of a thing by itself.
 * @example
 * ```ts
 * const hidden = hiddenBelow(atlas.tree, (thing) => thing === node)
 * ```
 */
export function hiddenBelow(
  { order, end }: ThingTree,
  isOut: (thing: ThingIndex, position: number) => boolean,
): Uint8Array {
  const hidden = new Uint8Array(order.length)
  for (let position = 0; position < order.length;) {
    if (isOut(order[position]!, position)) {
      hidden.fill(1, position, end[position])
      position = end[position]!
    } else position++
  }
  return hidden
}
