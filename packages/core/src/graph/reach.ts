import { isRow, netOf, unitsOf, type Side } from './neighbourhood.ts'
import type { Atlas } from './visible.ts'
import type { ThingIndex } from './thing-groups.ts'

/** Everything that some things hang on, or that hangs on them, the things themselves and what is inside them left out. */
export interface Reach {
  /** The nearest first. Things, or, of columns, what is followed from column to column: nodes. */
  readonly things: readonly ThingIndex[]
  /** By place in `things`: how many hops away, from 1. */
  readonly hops: readonly number[]
  /** A shortest way there, in the direction of the data, with both ends. */
  wayTo(index: number): ThingIndex[]
}

/**
 * Breadth first, all the way, in O(n + m) and without recursion; circles end.
 * @example
 * ```ts
 * const { things, hops } = reachOf(atlas, [atlas.tree.at[node]!], 'down')
 * ```
 */
export function reachOf(atlas: Atlas, starts: readonly ThingIndex[], side: Side): Reach {
  const { tree } = atlas
  const followsColumns = starts.every((thing) => isRow(tree, thing))
  const net = netOf(atlas, followsColumns)
  const { starts: begins, neighbors } = side === 'up' ? net.in : net.out
  const thingAt = (unit: number): ThingIndex => (followsColumns ? unit : tree.order[unit]!)
  /** By unit the one that it was reached from; itself for where it began, -1 for what was not reached. */
  const from = new Int32Array(net.size).fill(-1)
  const hopOf = new Map<number, number>()
  for (const thing of starts)
    for (const unit of unitsOf(tree, thing, followsColumns)) {
      from[unit] = unit
      hopOf.set(unit, 0)
    }
  const units: number[] = []
  const hops: number[] = []
  // A map hands out what is added while it is walked: it is the queue.
  for (const [unit, hop] of hopOf) {
    if (hop > 0) {
      units.push(unit)
      hops.push(hop)
    }
    for (let i = begins[unit]!; i < begins[unit + 1]!; i++) {
      const next = neighbors[i]!
      if (from[next] !== -1) continue
      from[next] = unit
      hopOf.set(next, hop + 1)
    }
  }
  return {
    things: units.map(thingAt),
    hops,
    wayTo(index) {
      const way = [units[index]!]
      for (let unit = units[index]!; from[unit] !== unit;) way.push((unit = from[unit]!))
      if (side === 'down') way.reverse()
      return way.map(thingAt)
    },
  }
}
