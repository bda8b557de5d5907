import { isRow, netOf, type Side } from './neighbourhood.ts'
import type { ThingIndex } from './thing-groups.ts'
import type { Atlas } from './visible.ts'
import type { ThingTree } from './visible-tree.ts'

/** Where one begins: things by position in the tree, or nodes, that are followed from column to column. */
export interface SpanStart {
  readonly followsColumns: boolean
  readonly units: Uint32Array
}

/**
 * Where one begins with some things, each with everything inside it, and with columns among them by themselves.
 * @example
 * ```ts
 * const [start] = spanStarts(atlas.tree, [node])
 * ```
 */
export function spanStarts(tree: ThingTree, things: readonly ThingIndex[]): SpanStart[] {
  const { at, end } = tree
  const columns = things.filter((thing) => isRow(tree, thing))
  const wholes = things.filter((thing) => !isRow(tree, thing))
  const inside = wholes.map((thing) => end[at[thing]!]! - at[thing]!)
  const positions = new Uint32Array(inside.reduce((sum, count) => sum + count, 0))
  let filled = 0
  wholes.forEach((thing, i) => {
    for (let more = 0; more < inside[i]!; more++) positions[filled++] = at[thing]! + more
  })
  return [
    { followsColumns: false, units: positions },
    { followsColumns: true, units: Uint32Array.from(columns) },
  ].filter(({ units }) => units.length > 0)
}

/** All that lies on one side of where one begins. */
export interface Span extends SpanStart {
  /** What was reached beyond where one began, the nearest first: positions, or nodes. */
  readonly reached: Uint32Array
  /** Tells each link of the ways, once: an edge where columns are followed, else a pair of things. */
  eachLink(tell: (link: number) => void): void
}

/**
 * Everything upstream or downstream, with the links on the way, in O(n + m) and without recursion; circles end. Where it begins counts as
 * reached by nothing.
 * @example
 * ```ts
 * const [start] = spanStarts(atlas.tree, [node])
 * const { reached } = spanOf(atlas, start!, 'down')
 * ```
 */
export function spanOf(atlas: Atlas, start: SpanStart, side: Side): Span {
  const { followsColumns } = start
  const net = netOf(atlas, followsColumns)
  const { starts, neighbors, edges } = side === 'up' ? net.in : net.out
  const seen = new Uint8Array(net.size)
  const queue = new Uint32Array(net.size)
  let end = 0
  const reach = (unit: number): void => {
    if (seen[unit] === 1) return
    seen[unit] = 1
    queue[end++] = unit
  }
  for (const unit of start.units) reach(unit)
  const begun = end
  for (let next = 0; next < end; next++) {
    const unit = queue[next]!
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) reach(neighbors[i]!)
  }
  const all = queue.slice(0, end)
  return {
    ...start,
    reached: all.subarray(begun),
    eachLink(tell) {
      for (const unit of all) for (let i = starts[unit]!; i < starts[unit + 1]!; i++) tell(edges[i]!)
    },
  }
}
