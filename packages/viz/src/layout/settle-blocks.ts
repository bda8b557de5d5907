import type { Csr } from '@lineagraph/core'
import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'

const ROUNDS = 4
/** Heights that differ by less are level. */
const LEVEL = 0.01

/**
 * Moves what is level together, as far as the vertices above and below allow, to the median of what it is joined to: edges get
 * shorter and none gets a new bend. Changes `y` in place. O((n + m) log m) for each of 4 rounds.
 * @param distance that two vertices of a layer must keep, the upper one first. @param free segments that need not be level, by 1.
 */
export function settleBlocks(
  { vertexCount, layerOf, layerStarts, out, into }: Layered,
  { vertices, place }: Order,
  y: Float64Array,
  distance: (upper: number, lower: number) => number,
  free: Uint8Array,
): void {
  const block = new Uint32Array(vertexCount)
  const next = new Uint32Array(vertexCount)
  const shifts = new Float64Array(free.length)
  for (let round = 0; round < ROUNDS; round++) {
    joinLevel()
    let moved = false
    for (let i = 0; i < vertexCount; i++) {
      const vertex = vertices[round % 2 === 0 ? i : vertexCount - 1 - i]!
      if (block[vertex] === vertex && settle(vertex)) moved = true
    }
    if (!moved) return
  }

  /** Rings of vertices that level segments join, each known by its leftmost vertex. */
  function joinLevel(): void {
    for (let vertex = 0; vertex < vertexCount; vertex++) block[vertex] = next[vertex] = vertex
    for (const vertex of vertices)
      for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
        const other = out.neighbors[i]!
        if (free[out.edges[i]!] || block[other] !== other || Math.abs(y[other]! - y[vertex]!) > LEVEL)
          continue
        block[other] = block[vertex]!
        next[other] = next[vertex]!
        next[vertex] = other
      }
  }

  function settle(start: number): boolean {
    let up = -Infinity
    let down = Infinity
    let count = 0
    let vertex = start
    do {
      const layer = layerOf[vertex]!
      const at = place[vertex]!
      if (at > layerStarts[layer]!) {
        const above = vertices[at - 1]!
        up = Math.max(up, y[above]! + distance(above, vertex) - y[vertex]!)
      }
      if (at + 1 < layerStarts[layer + 1]!) {
        const below = vertices[at + 1]!
        down = Math.min(down, y[below]! - distance(vertex, below) - y[vertex]!)
      }
      count = collect(out, vertex, count)
      count = collect(into, vertex, count)
      vertex = next[vertex]!
    } while (vertex !== start)
    if (count === 0) return false
    const sorted = shifts.subarray(0, count).sort()
    const wish = Math.min(Math.max(0, sorted[(count - 1) >> 1]!), sorted[count >> 1]!)
    const shift = Math.min(Math.max(wish, up), down)
    if (Math.abs(shift) <= LEVEL) return false
    do {
      y[vertex]! += shift
      vertex = next[vertex]!
    } while (vertex !== start)
    return true
  }

  /** Adds how far each neighbour outside the block is from the vertex. */
  function collect({ starts, neighbors, edges }: Csr, vertex: number, count: number): number {
    for (let i = starts[vertex]!; i < starts[vertex + 1]!; i++) {
      const other = neighbors[i]!
      if (block[other] !== block[vertex] && !free[edges[i]!]) shifts[count++] = y[other]! - y[vertex]!
    }
    return count
  }
}
