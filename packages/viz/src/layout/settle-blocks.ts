import type { Csr } from '@lineagraph/core'
import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'

/** Heights that differ by less are level. */
const LEVEL = 0.01
const MOST_ROUNDS = 12
/** Vertices and ends of segments to look at, all rounds together: so many, and so many more for each vertex. */
const WORK = 600_000
const WORK_EACH = 8

/**
 * Moves what level segments join, a block, up or down to where edges are shorter in sum, pushing along what stands in its way as long as that
 * saves more than it costs. No edge gets a new bend for nothing: what is level with a block outside counts as pulling it back.
 * Changes `y` in place. O(n + m): small pictures are settled until nothing moves, in large ones the work is bounded.
 * @param distance that two vertices of a layer must keep, the upper one first. @param rise of each segment that is level: how far below its left
 * vertex the right one stands then. @param free segments that need not be level, by 1. @param pull of each segment: how much its length counts.
 * @param share of the work that it may take.
 */
export function settleBlocks(
  { vertexCount, layerOf, layerStarts, out, into }: Layered,
  { vertices, place }: Order,
  y: Float64Array,
  distance: (upper: number, lower: number) => number,
  rise: Float64Array,
  free: Uint8Array,
  pull: Float64Array,
  share = 1,
): void {
  const block = new Uint32Array(vertexCount)
  const next = new Uint32Array(vertexCount)
  const pushed = new Uint32Array(vertexCount)
  const isPushed = new Uint8Array(vertexCount) // by block
  let pushedCount = 0
  let work = share * WORK + WORK_EACH * vertexCount
  for (let round = 0, moved = true; round < MOST_ROUNDS && moved; round++) {
    joinLevel()
    moved = false
    for (let i = 0; i < vertexCount && work > 0; i++) {
      const vertex = vertices[round % 2 === 0 ? i : vertexCount - 1 - i]!
      if (block[vertex] !== vertex) continue
      while (push(vertex, -1) || push(vertex, 1)) moved = true
    }
  }

  /** Rings of vertices that level segments join, each known by its leftmost vertex. */
  function joinLevel(): void {
    for (let vertex = 0; vertex < vertexCount; vertex++) block[vertex] = next[vertex] = vertex
    for (const vertex of vertices)
      for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
        const other = out.neighbors[i]!
        if (
          free[out.edges[i]!] ||
          block[other] !== other ||
          Math.abs(y[other]! - y[vertex]! - rise[out.edges[i]!]!) > LEVEL
        )
          continue
        block[other] = block[vertex]!
        next[other] = next[vertex]!
        next[vertex] = other
      }
  }

  /** Moves a block, with all that it touches, to the next height where something changes, if that saves length. Whether it did. */
  function push(start: number, forth: 1 | -1): boolean {
    let room = gather(start, forth)
    let cost = 0
    for (let i = 0; i < pushedCount; i++) {
      const vertex = pushed[i]!
      room = Math.min(room, nearestAhead(out, 1, vertex, forth), nearestAhead(into, -1, vertex, forth))
      cost += costOf(out, 1, vertex, forth) + costOf(into, -1, vertex, forth)
      work -=
        1 + out.starts[vertex + 1]! - out.starts[vertex]! + into.starts[vertex + 1]! - into.starts[vertex]!
    }
    const moves = cost < 0 && room < Infinity
    for (let i = 0; i < pushedCount; i++) {
      isPushed[block[pushed[i]!]!] = 0
      if (moves) y[pushed[i]!]! += forth * room
    }
    return moves && work > 0
  }

  /** Collects the block and the blocks that would be pushed. @returns how far they can go without touching another. */
  function gather(start: number, forth: 1 | -1): number {
    pushedCount = 0
    add(start)
    let room = Infinity
    for (let i = 0; i < pushedCount; i++) {
      const ahead = vertexAhead(pushed[i]!, forth)
      if (ahead >= 0 && roomBefore(pushed[i]!, ahead, forth) <= LEVEL) add(block[ahead]!)
    }
    for (let i = 0; i < pushedCount; i++) {
      const ahead = vertexAhead(pushed[i]!, forth)
      if (ahead >= 0 && !isPushed[block[ahead]!]) room = Math.min(room, roomBefore(pushed[i]!, ahead, forth))
    }
    return room
  }

  function add(first: number): void {
    if (isPushed[first]) return
    isPushed[first] = 1
    let vertex = first
    do {
      pushed[pushedCount++] = vertex
      vertex = next[vertex]!
    } while (vertex !== first)
  }

  function vertexAhead(vertex: number, forth: 1 | -1): number {
    const layer = layerOf[vertex]!
    const at = place[vertex]! + forth
    return at >= layerStarts[layer]! && at < layerStarts[layer + 1]! ? vertices[at]! : -1
  }

  function roomBefore(vertex: number, ahead: number, forth: 1 | -1): number {
    return forth > 0
      ? y[ahead]! - y[vertex]! - distance(vertex, ahead)
      : y[vertex]! - y[ahead]! - distance(ahead, vertex)
  }

  /** How much longer the segments on one side get with each step forth: each that leads ahead gets shorter. */
  function costOf({ starts, neighbors, edges }: Csr, side: 1 | -1, vertex: number, forth: 1 | -1): number {
    let cost = 0
    for (let i = starts[vertex]!; i < starts[vertex + 1]!; i++) {
      const other = neighbors[i]!
      if (free[edges[i]!] || isPushed[block[other]!]) continue
      const isAhead = (y[other]! - y[vertex]! - side * rise[edges[i]!]!) * forth > LEVEL
      cost += (isAhead ? -1 : 1) * pull[edges[i]!]!
    }
    return cost
  }

  function nearestAhead(
    { starts, neighbors, edges }: Csr,
    side: 1 | -1,
    vertex: number,
    forth: 1 | -1,
  ): number {
    let nearest = Infinity
    for (let i = starts[vertex]!; i < starts[vertex + 1]!; i++) {
      const other = neighbors[i]!
      const ahead = (y[other]! - y[vertex]! - side * rise[edges[i]!]!) * forth
      if (ahead > LEVEL && !free[edges[i]!] && !isPushed[block[other]!]) nearest = Math.min(nearest, ahead)
    }
    return nearest
  }
}
