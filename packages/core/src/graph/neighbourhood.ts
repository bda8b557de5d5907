import type { NodeIndex } from '../resolve/nodes.ts'
import type { Csr } from './csr.ts'
import type { Atlas } from './visible.ts'
import type { ThingIndex } from './thing-groups.ts'
import type { Position, ThingTree } from './visible-tree.ts'

/** Upstream or downstream. */
export type Side = 'up' | 'down'

/** One side of a thing, or of several that are equally far, that is opened further: by one hop, or all the way. */
export interface Expansion {
  readonly things: readonly ThingIndex[]
  readonly side: Side
  readonly far: boolean
}

/** What is wanted around a thing: how many hops each way, and what is opened beyond. */
export interface NeighbourhoodWish {
  /** A thing, with everything inside it, or a column: then columns are followed, one by one. */
  readonly focus: ThingIndex
  /** How many hops each way; Infinity for all. */
  readonly up: number
  readonly down: number
  /** In the order in which they were asked for: a later one may open what an earlier one has brought. */
  readonly expansions: readonly Expansion[]
  /** By position, 1 for what filters leave out: no way leads through it. */
  readonly hidden: Uint8Array | null
  /** No more than so many things, the nearest first; and beside them as many of what is opened beyond. */
  readonly most: number
}

/** What is near a focus, or on the way between two things. */
export interface Neighbourhood {
  /** The things, by position, ascending. */
  readonly positions: Uint32Array
  /** By position: the hop, negative upstream; NO_HOP for what does not belong. */
  readonly hop: Int32Array
  /** By position, how it was reached: `REACHED.up`, `REACHED.down` or both. What lies further that way is lineage of the focus too. */
  readonly reached: Uint8Array
  /** By position, 1 for what was opened against the way from the focus: its hop says where it stands, and not how far it is. Null for none. */
  readonly aside: Uint8Array | null
  /** By node, where columns are followed: 1 for what belongs; else null. */
  readonly traced: Uint8Array | null
  /** How many things there are in all, with those that were too many. */
  readonly total: number
}

export const NO_HOP = 0x7fffffff
/** Upstream of the focus, and downstream: bits. */
export const REACHED = { up: 1, down: 2 } as const

/** Adjacency of what is followed, things by position or nodes, and where each stands. */
export interface Net {
  readonly size: number
  readonly in: Csr
  readonly out: Csr
  readonly positionOf: (unit: number) => Position
}

/** Lineage from thing to thing, or from column to column. */
export function netOf({ graph, cards, tree }: Atlas, followsColumns: boolean): Net {
  return followsColumns
    ? { size: graph.nodeCount, in: graph.in, out: graph.out, positionOf: (node) => tree.at[node]! }
    : { size: tree.order.length, in: cards.in, out: cards.out, positionOf: (position) => position }
}

/** Whether a focus is a row of a card: its lineage is followed from column to column. */
export const isRow = ({ rowOf, nodeCount }: ThingTree, thing: ThingIndex): boolean =>
  thing < nodeCount && rowOf[thing]! >= 0

/**
 * Everything up to so many hops away, breadth first. O(n + m) at most, without recursion; circles end.
 * @example
 * ```ts
 * const near = neighbourhoodOf(atlas, { focus: node, up: 2, down: 2, expansions: [], hidden: null, most: 300 })
 * ```
 */
export function neighbourhoodOf(atlas: Atlas, wish: NeighbourhoodWish): Neighbourhood {
  const { tree } = atlas
  const followsColumns = isRow(tree, wish.focus)
  const net = netOf(atlas, followsColumns)
  const isOut = (unit: number): boolean => wish.hidden !== null && wish.hidden[net.positionOf(unit)] === 1
  const starts = unitsOf(tree, wish.focus, followsColumns).filter((unit) => !isOut(unit))
  const hopOf = new Int32Array(net.size).fill(NO_HOP)
  const isAway = (unit: number): boolean => hopOf[unit] === NO_HOP
  const reachedOf = new Uint8Array(net.size)
  const take = (reached: ReadonlyMap<number, number>, base: number, side: keyof typeof REACHED): void => {
    for (const [unit, steps] of reached) {
      const hop = base + (side === 'up' ? -steps : steps)
      reachedOf[unit]! |= REACHED[side]
      if (hopOf[unit] === NO_HOP || Math.abs(hop) < Math.abs(hopOf[unit]!)) hopOf[unit] = hop
    }
  }
  take(spread(net.in, starts, wish.up, isOut), 0, 'up')
  take(spread(net.out, starts, wish.down, isOut), 0, 'down')
  const asideOf = new Set<number>()
  const openedOf = new Set<number>()
  for (const { things, side, far } of wish.expansions) {
    const here = things
      .flatMap((thing) => unitsAt(atlas, thing, followsColumns))
      .filter((unit) => hopOf[unit] !== NO_HOP)
    if (here.length === 0) continue
    const first = here[0]!
    const isAside = asideOf.has(first) || Math.sign(hopOf[first]!) === (side === 'up' ? 1 : -1)
    const reached = spread(side === 'up' ? net.in : net.out, here, far ? Infinity : 1, isOut)
    for (const [unit] of reached) {
      openedOf.add(unit)
      if (hopOf[unit] !== NO_HOP) reached.delete(unit)
      else if (isAside) asideOf.add(unit)
    }
    take(reached, hopOf[first]!, side)
  }
  // By a way through what is there, however many hops it takes: in a circle that is both.
  for (const side of ['up', 'down'] as const)
    for (const [unit] of spread(side === 'up' ? net.in : net.out, starts, Infinity, isAway))
      reachedOf[unit]! |= REACHED[side]
  return gathered(atlas, net, { hopOf, reachedOf, asideOf, openedOf }, followsColumns, wish.most)
}

/** What was reached, by what is followed: its hop, how, what of it was opened against the way from the focus, and what was opened at all. */
interface Found {
  readonly hopOf: Int32Array
  readonly reachedOf: Uint8Array
  readonly asideOf: ReadonlySet<number>
  readonly openedOf: ReadonlySet<number>
  /** What goes first where there is too much: the least; where it is left out, the nearest. */
  readonly rankOf?: (unit: number) => number
}

/** The nearest of what was reached, by the things that hold it, and of what was opened. */
export function gathered(
  { tree }: Atlas,
  net: Net,
  { hopOf, reachedOf, asideOf, openedOf, rankOf }: Found,
  followsColumns: boolean,
  most: number,
): Neighbourhood {
  const hop = followsColumns ? new Int32Array(tree.order.length).fill(NO_HOP) : hopOf
  const reached = followsColumns ? new Uint8Array(tree.order.length) : reachedOf
  const aside = asideOf.size > 0 ? new Uint8Array(tree.order.length) : null
  if (!followsColumns) for (const unit of asideOf) aside![unit] = 1
  else
    for (let unit = 0; unit < net.size; unit++) {
      const [own, position, isAside] = [hopOf[unit]!, net.positionOf(unit), asideOf.has(unit) ? 1 : 0]
      if (own === NO_HOP) continue
      reached[position]! |= reachedOf[unit]!
      // A hop that counts goes before one that does not, the nearer before the further.
      const isOther = hop[position] !== NO_HOP && aside !== null && aside[position] !== isAside
      if (isOther ? isAside === 1 : Math.abs(own) >= Math.abs(hop[position]!)) continue
      hop[position] = own
      if (aside) aside[position] = isAside
    }
  const all: Position[] = []
  for (let position = 0; position < hop.length; position++) if (hop[position] !== NO_HOP) all.push(position)
  const total = all.length
  let positions = all
  if (total > most) {
    const ranks = new Map(all.map((position) => [position, rankOf ? Infinity : Math.abs(hop[position]!)]))
    for (let unit = 0; rankOf && unit < net.size; unit++) {
      if (hopOf[unit] === NO_HOP) continue
      const position = net.positionOf(unit)
      ranks.set(position, Math.min(ranks.get(position)!, rankOf(unit)))
    }
    const nearest = all.sort((a, b) => ranks.get(a)! - ranks.get(b)! || a - b)
    const opened = new Set<Position>(Array.from(openedOf, net.positionOf))
    const kept = new Set([
      ...nearest.slice(0, most),
      ...nearest.filter((one) => opened.has(one)).slice(0, most),
    ])
    for (const position of nearest) if (!kept.has(position)) hop[position] = NO_HOP
    positions = [...kept].sort((a, b) => a - b)
  }
  const traced = followsColumns ? new Uint8Array(net.size) : null
  if (traced)
    for (let unit = 0; unit < net.size; unit++)
      if (hopOf[unit] !== NO_HOP && hop[net.positionOf(unit)] !== NO_HOP) traced[unit] = 1
  return { positions: Uint32Array.from(positions), hop, reached, aside, traced, total }
}

/** What is followed of a thing: itself and everything inside it. */
export function unitsOf(tree: ThingTree, thing: ThingIndex, followsColumns: boolean): number[] {
  if (isRow(tree, thing)) return followsColumns ? [thing] : [tree.at[thing]!]
  const [first, end] = [tree.at[thing]!, tree.end[tree.at[thing]!]!]
  if (!followsColumns) return Array.from({ length: end - first }, (_, i) => first + i)
  const units: NodeIndex[] = []
  for (let node = 0; node < tree.nodeCount; node++)
    if (tree.at[node]! >= first && tree.at[node]! < end) units.push(node)
  return units
}

/** What is followed of a card alone. */
function unitsAt({ tree, graph }: Atlas, thing: ThingIndex, followsColumns: boolean): number[] {
  const position = tree.at[thing]!
  if (!followsColumns) return [position]
  const card = tree.order[position]!
  const units: NodeIndex[] = card < tree.nodeCount ? [card] : []
  // Columns within columns too: an array hands out what is added while it is walked.
  for (const unit of units)
    for (const child of graph.childrenOf(unit))
      if (tree.rowOf[child]! >= 0 && child !== card) units.push(child)
  return units
}

/** How many steps away each unit is: breadth first, around what is left out. @param isEnd what leads no further. */
export function spread(
  { starts, neighbors }: Csr,
  from: readonly number[],
  steps: number,
  isOut: (unit: number) => boolean,
  isEnd: (unit: number) => boolean = () => false,
): Map<number, number> {
  const distance = new Map<number, number>()
  for (const unit of from) distance.set(unit, 0)
  // A map hands out what is added while it is walked: it is the queue.
  for (const [unit, stepped] of distance) {
    if (stepped >= steps || isEnd(unit)) continue
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const next = neighbors[i]!
      if (!distance.has(next) && !isOut(next)) distance.set(next, stepped + 1)
    }
  }
  return distance
}

/**
 * How many things wait beyond some that are shown as one, each once: their neighbours on one side that do not belong to the picture.
 * @example
 * ```ts
 * const near = neighbourhoodOf(atlas, { focus: node, up: 1, down: 1, expansions: [], hidden: null, most: 300 })
 * const waiting = waitingAt(atlas, near, null)
 * ```
 */
export function waitingAt(
  atlas: Atlas,
  { hop, traced }: Neighbourhood,
  hidden: Uint8Array | null,
): (positions: readonly Position[], side: Side) => number {
  const net = netOf(atlas, traced !== null)
  const { tree } = atlas
  return (positions, side) => {
    const { starts, neighbors } = side === 'up' ? net.in : net.out
    const units = traced
      ? positions
          .flatMap((position) => unitsAt(atlas, tree.order[position]!, true))
          .filter((unit) => traced[unit] === 1)
      : positions
    const waiting = new Set<Position>()
    for (const unit of units)
      for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
        const there = net.positionOf(neighbors[i]!)
        if (hop[there] === NO_HOP && !hidden?.[there]) waiting.add(there)
      }
    return waiting.size
  }
}
