import type { Csr } from '@lineagraph/core'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import { dummiesAt, type Pulls } from './pulls.ts'

/** Vertices in one line: a ring through `next`, and the first of it as `root` of each, from which it stands `shift` lower. */
export interface Blocks {
  readonly root: Uint32Array
  readonly next: Uint32Array
  readonly shift: Float64Array
}

/** Distances that differ by less are the same. */
const SAME = 0.01
const LEFT = 1
const RIGHT = 2

/** So far off its level a segment may be to be made level yet, by how many of its ends are places where a long edge passes. */
const WORTH = [50, 60, 300] as const

/**
 * Joins vertices that are nearly level into blocks: between each two layers those segments which do not cross, share no vertex, and gain most in
 * sum, a heaviest increasing subsequence. A segment gains what it is worth, less how far off it is; from left to right, so that what its block has
 * drifted off already counts. A vertex that stands in the very middle of two neighbours stays there. O((n + m) log n).
 * @param y where vertices would like to stand. @param part of that worth, up to 1.
 */
export function joinLevel(
  layered: Layered,
  { vertices, place }: Order,
  y: Float64Array,
  pulls: Pulls,
  part = 1,
): Blocks {
  const { nodeCount, vertexCount, layerStarts, out } = layered
  const { rise, free, pull } = pulls
  const root = new Uint32Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++) root[vertex] = vertex
  const next = root.slice()
  const shift = new Float64Array(vertexCount)
  const wish = y.slice() // by root: the mean of where its vertices would like it to be
  const size = new Uint32Array(vertexCount).fill(1) // by root
  const isBetween = sidesBetween(layered, y, pulls)
  // What leads to the next layer and is worth it, as columns; the best sum that ends with each, and with which one before.
  const tails = new Uint32Array(rise.length)
  const heads = new Uint32Array(rise.length)
  const segments = new Uint32Array(rise.length)
  const sums = new Float64Array(rise.length)
  const before = new Int32Array(rise.length)
  // A tree (Fenwick 1994) of the best by the place of its head, counted from 1; -1 for none.
  const best = new Int32Array(vertexCount + 1)
  for (let layer = 0; layer + 2 < layerStarts.length; layer++) joinLayers(layer)
  return { root, next, shift }

  function joinLayers(layer: number): void {
    const first = layerStarts[layer + 1]!
    const width = layerStarts[layer + 2]! - first
    best.fill(-1, 0, width + 1)
    let count = 0
    for (let at = layerStarts[layer]!; at < first; at++) {
      const vertex = vertices[at]!
      const height = wish[root[vertex]!]! + shift[vertex]!
      const ownFirst = count
      for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
        const segment = out.edges[i]!
        const head = out.neighbors[i]!
        if (free[segment] || isBetween[vertex]! & RIGHT || isBetween[head]! & LEFT) continue
        const worth = part * WORTH[dummiesAt(nodeCount, vertex, head)]
        const gain = worth - Math.abs(y[head]! - height - rise[segment]!)
        if (gain <= 0) continue
        before[count] = bestUpTo(place[head]! - first)
        sums[count] = sumOf(before[count]!) + gain * pull[segment]!
        tails[count] = vertex
        heads[count] = head
        segments[count++] = segment
      }
      // No two of one vertex.
      for (let one = ownFirst; one < count; one++)
        for (let slot = place[heads[one]!]! - first + 1; slot <= width; slot += slot & -slot)
          if (sums[one]! > sumOf(best[slot]!)) best[slot] = one
    }
    for (let one = bestUpTo(width); one >= 0; one = before[one]!)
      join(tails[one]!, heads[one]!, rise[segments[one]!]!)
  }

  function bestUpTo(slot: number): number {
    let found = -1
    for (; slot > 0; slot -= slot & -slot) if (sumOf(best[slot]!) > sumOf(found)) found = best[slot]!
    return found
  }

  function sumOf(one: number): number {
    return one < 0 ? 0 : sums[one]!
  }

  function join(tail: number, head: number, lower: number): void {
    const first = root[tail]!
    next[tail] = head
    next[head] = first
    root[head] = first
    shift[head] = shift[tail]! + lower
    wish[first]! += (y[head]! - shift[head]! - wish[first]!) / ++size[first]!
  }
}

/** The sides, by bits, at which each vertex stands in the very middle of the two neighbours that are nearest to its level. O(n + m). */
function sidesBetween(
  { vertexCount, out, into }: Layered,
  y: Float64Array,
  { rise, free }: Pulls,
): Uint8Array {
  const sides = new Uint8Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++)
    sides[vertex] = (isMiddle(vertex, out, 1) ? RIGHT : 0) | (isMiddle(vertex, into, -1) ? LEFT : 0)
  return sides

  function isMiddle(vertex: number, { starts, neighbors, edges }: Csr, way: 1 | -1): boolean {
    if (starts[vertex + 1]! - starts[vertex]! < 2) return false
    let above = Infinity
    let below = Infinity
    for (let i = starts[vertex]!; i < starts[vertex + 1]!; i++) {
      if (free[edges[i]!]) continue
      const off = y[neighbors[i]!]! - way * rise[edges[i]!]! - y[vertex]!
      if (off < 0) above = Math.min(above, -off)
      else below = Math.min(below, off)
    }
    return above < Infinity && Math.abs(above - below) < SAME
  }
}
