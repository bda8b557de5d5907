import type { Distances } from './distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Pulls } from './pulls.ts'

/** Heights that differ by less are level. */
const LEVEL = 0.01
const MOST_ROUNDS = 12
/** Vertices and ends of segments to look at, all rounds together: so many, and so many more for each vertex. */
const WORK = 150_000
const WORK_EACH = 8

/**
 * Moves what level segments join, a block, up or down to where edges are shorter in sum, pushing along what stands in its way as long as that
 * saves more than it costs. No edge gets a new bend for nothing: what is level with a block outside counts as pulling it back.
 * Changes `y` in place. O(n + m): small pictures are settled until nothing moves, in large ones the work is bounded.
 * @param distances that vertices keep from those above them. @param share of the work that it may take.
 */
export function settleBlocks(
  { vertexCount, out, into }: Layered,
  { vertices, place }: Order,
  y: Float64Array,
  distances: Distances,
  { rise, free, pull }: Pulls,
  share = 1,
): void {
  const block = new Uint32Array(vertexCount)
  const next = new Uint32Array(vertexCount)
  const pushed = new Uint32Array(vertexCount)
  const isPushed = new Uint8Array(vertexCount) // by block
  let pushedCount = 0
  let work = Math.floor(share * WORK) + WORK_EACH * vertexCount
  for (let round = 0, moved = true; round < MOST_ROUNDS && moved && work > 0; round++) {
    findBlocks()
    moved = false
    for (let i = 0; i < vertexCount && work > 0; i++) {
      const vertex = vertices[round % 2 === 0 ? i : vertexCount - 1 - i]!
      if (block[vertex] !== vertex) continue
      while (push(vertex, -1) || push(vertex, 1)) moved = true
    }
  }

  /** Rings of vertices that level segments join, each known by its leftmost vertex. */
  function findBlocks(): void {
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
    gather(start, forth)
    let room = Infinity
    let cost = 0
    for (let i = 0; i < pushedCount; i++) {
      const vertex = pushed[i]!
      const at = place[vertex]!
      const apart = distances[forth > 0 ? at + 1 : at]!
      if (apart > -Infinity) {
        const ahead = vertices[at + forth]!
        if (!isPushed[block[ahead]!]) room = Math.min(room, (y[ahead]! - y[vertex]!) * forth - apart)
      }
      // Each segment that leads ahead gets shorter with each step forth, each other one longer.
      let rightCost = 0
      let leftCost = 0
      const outStart = out.starts[vertex]!
      const outEnd = out.starts[vertex + 1]!
      for (let at = outStart; at < outEnd; at++) {
        const segment = out.edges[at]!
        const other = out.neighbors[at]!
        if (free[segment] || isPushed[block[other]!]) continue
        const ahead = (y[other]! - y[vertex]! - rise[segment]!) * forth
        if (ahead > LEVEL) {
          rightCost -= pull[segment]!
          room = Math.min(room, ahead)
        } else rightCost += pull[segment]!
      }
      const inStart = into.starts[vertex]!
      const inEnd = into.starts[vertex + 1]!
      for (let at = inStart; at < inEnd; at++) {
        const segment = into.edges[at]!
        const other = into.neighbors[at]!
        if (free[segment] || isPushed[block[other]!]) continue
        const ahead = (y[other]! - y[vertex]! + rise[segment]!) * forth
        if (ahead > LEVEL) {
          leftCost -= pull[segment]!
          room = Math.min(room, ahead)
        } else leftCost += pull[segment]!
      }
      cost += rightCost + leftCost
      work -= 1 + outEnd - outStart + inEnd - inStart
    }
    const moves = cost < 0 && room < Infinity
    for (let i = 0; i < pushedCount; i++) {
      isPushed[block[pushed[i]!]!] = 0
      if (moves) y[pushed[i]!]! += forth * room
    }
    return moves && work > 0
  }

  /** Collects the block and the blocks that would be pushed. */
  function gather(start: number, forth: 1 | -1): void {
    pushedCount = 0
    add(start)
    for (let i = 0; i < pushedCount; i++) {
      const vertex = pushed[i]!
      const at = place[vertex]!
      const apart = distances[forth > 0 ? at + 1 : at]!
      if (apart === -Infinity) continue
      const ahead = vertices[at + forth]!
      if ((y[ahead]! - y[vertex]!) * forth - apart <= LEVEL) add(block[ahead]!)
    }
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
}
