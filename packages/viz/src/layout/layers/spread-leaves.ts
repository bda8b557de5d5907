import { csrOf, rowOf } from '@lineagraph/core'
import type { Leaves } from './find-leaves.ts'

/** How much room items take, and what shape is wished for. Units of the picture. */
export interface Shape {
  /** Of each item, along its layer and across it, gaps included. */
  readonly extent: Float64Array
  readonly breadth: Float64Array
  /** By how much a gap is wider that so many lines lead through. */
  readonly widening: (lines: number) => number
  /** How much of a layer a line takes that passes it. */
  readonly passing: number
  /** How many times as broad as long all layers together are to be. */
  readonly aspect: number
}

/** A layer that is no longer than this is left: some dozen cards can be seen beside all else. */
const LONG = 600
/** What is won is worth no column more where it is less than this part. */
const WORTH = 0.15
/** The next number of columns to be tried, where more are tried than one by one. */
const MORE = 1.5

interface Column {
  length: number
  breadth: number
  items: number
}

/**
 * Lets leaves of a long layer stand in the next ones as well, those that are only fed behind it and those that only feed before it, so that a fan is a
 * block of several columns: as many as show its component largest. Leaves with the same neighbours stay together, in their order. Other items
 * keep their layers. Changes `layer` in place, below 0 where need be. O((n log n + m) log n).
 */
export function spreadLeaves(
  layer: Int32Array,
  componentOf: Uint32Array,
  componentCount: number,
  { way, endsOf }: Leaves,
  { extent, breadth, widening, passing, aspect }: Shape,
): void {
  const items = Uint32Array.from(layer.keys())
  const byComponent = csrOf(
    Math.max(componentCount, layer.length),
    componentOf.subarray(0, layer.length),
    items,
  )
  for (let component = 0; component < componentCount; component++) spread(rowOf(byComponent, component))

  function spread(members: Uint32Array): void {
    const fed = leavesOf(members, 1)
    const feeding = leavesOf(members, -1)
    if (fed.length + feeding.length === 0) return
    const before = columnsOf(members)
    const longest = lengthOf(before)
    if (longest <= LONG) return
    const tallest = [...fed, ...feeding].reduce((most, leaf) => Math.max(most, extent[leaf]!), 0)
    const others = members.filter((item) => way[item] === 0)
    let best: readonly [Int32Array, Int32Array] | null = null
    let least = { size: sizeOf(before), columns: before.size }
    for (let count = 2; count <= members.length; count = Math.max(count + 1, Math.floor(MORE * count))) {
      let broadest = 0
      for (const most of [longest / count + tallest, longest / count]) {
        const columns = columnsOf(others)
        const tried = [put(fed, columns, most, 1), put(feeding, columns, most, -1)] as const
        broadest = breadthOf(columns)
        if (sizeOf(columns) >= least.size * (columns.size > least.columns ? 1 - WORTH : 1)) continue
        least = { size: sizeOf(columns), columns: columns.size }
        best = tried
      }
      if (broadest / aspect > least.size) break
    }
    if (!best) return
    for (const [i, leaf] of fed.entries()) layer[leaf] = best[0][i]!
    for (const [i, leaf] of feeding.entries()) layer[leaf] = best[1][i]!
  }

  /** In the order in which they are put into columns, seen in the way that is gone. */
  function leavesOf(members: Uint32Array, sign: 1 | -1): Uint32Array {
    return members
      .filter((item) => way[item] === sign)
      .sort((a, b) => sign * (layer[a]! - layer[b]!) || compareEnds(endsOf(a), endsOf(b)) || sign * (a - b))
  }

  /** Puts leaves into columns from their own on, each as full as it may be. @returns the column of each. */
  function put(leaves: Uint32Array, columns: Map<number, Column>, most: number, sign: 1 | -1): Int32Array {
    const places = new Int32Array(leaves.length)
    /** How often each end is one of a leaf that waits: for each a line passes. */
    const waiting = new Map<number, number>()
    let next = 0
    let known = 0
    for (let at = 0; next < leaves.length; at += sign) {
      if (next === known) at = layer[leaves[next]!]!
      for (; known < leaves.length && layer[leaves[known]!] === at; known++)
        for (const end of endsOf(leaves[known]!)) waiting.set(end, (waiting.get(end) ?? 0) + 1)
      const column = columnAt(columns, at)
      for (; next < known; next++) {
        const leaf = leaves[next]!
        if (column.length > 0 && column.length + extent[leaf]! > most + SAME) break
        add(column, leaf)
        places[next] = at
        for (const end of endsOf(leaf))
          if (waiting.get(end) === 1) waiting.delete(end)
          else waiting.set(end, waiting.get(end)! - 1)
      }
      column.length += passing * waiting.size
    }
    return places
  }

  function columnsOf(members: Uint32Array): Map<number, Column> {
    const columns = new Map<number, Column>()
    for (const item of members) add(columnAt(columns, layer[item]!), item)
    return columns
  }

  function add(column: Column, item: number): void {
    column.length += extent[item]!
    column.breadth = Math.max(column.breadth, breadth[item]!)
    column.items++
  }

  function breadthOf(columns: Map<number, Column>): number {
    let sum = 0
    for (const column of columns.values()) sum += column.breadth + widening(column.items)
    return sum
  }

  /** How long a window has to be that shows all columns. */
  function sizeOf(columns: Map<number, Column>): number {
    return Math.max(breadthOf(columns) / aspect, lengthOf(columns))
  }
}

/** Lengths that differ by less are the same. */
const SAME = 0.01

function columnAt(columns: Map<number, Column>, at: number): Column {
  const known = columns.get(at)
  if (known) return known
  const column = { length: 0, breadth: 0, items: 0 }
  columns.set(at, column)
  return column
}

function lengthOf(columns: Map<number, Column>): number {
  let most = 0
  for (const { length } of columns.values()) most = Math.max(most, length)
  return most
}

/** Those with many ends first: what goes on from column to column is then as little as can be. */
function compareEnds(one: Uint32Array, other: Uint32Array): number {
  if (one.length !== other.length) return other.length - one.length
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return one[i]! - other[i]!
  return 0
}
