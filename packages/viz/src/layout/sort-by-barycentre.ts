import type { Csr } from '@lineagraph/core'
import { widest } from './count-crossings.ts'
import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'

/**
 * Makes the step that sorts a layer by the mean place of each vertex's neighbours in `fixed`, the layer beside it whose order stays.
 * A vertex without any keeps its place. The step works on `order` in place, O(s + w log w) for s segments and w vertices.
 * @param lane 1 for vertices that stand below all others of their layer.
 */
export function barycentreSorter(
  { layerStarts, weight }: Layered,
  { vertices, place }: Order,
  lane: Uint8Array,
) {
  const width = widest(layerStarts)
  const moving = new Uint32Array(width)
  const places = new Uint32Array(width)
  const keys = new Float64Array(width)

  /** @param rows that lead from the layer to `fixed`. @param flip whether equals change their order. */
  return (layer: number, fixed: number, rows: Csr, flip: boolean): void => {
    const end = layerStarts[layer + 1]!
    const size = end - layerStarts[layer]!
    if (size < 2) return
    // A key is one number of 52 bits, so that the engine sorts without calling back: lane, mean, and the order until now.
    const fixedStart = layerStarts[fixed]!
    const room = 2 ** bitsOf(size)
    const scale = 2 ** (51 - bitsOf(size) - bitsOf(layerStarts[fixed + 1]! - fixedStart))
    let count = 0
    for (let at = layerStarts[layer]!; at < end; at++) {
      const vertex = vertices[at]!
      const rowStart = rows.starts[vertex]!
      const rowEnd = rows.starts[vertex + 1]!
      if (rowStart === rowEnd) continue
      let sum = 0
      let total = 0
      for (let i = rowStart; i < rowEnd; i++) {
        const own = weight[rows.edges[i]!]!
        sum += own * (place[rows.neighbors[i]!]! - fixedStart)
        total += own
      }
      const mean = Math.floor((sum / total) * scale) * room
      keys[count] = (lane[vertex] ? 2 ** 51 : 0) + mean + (flip ? room - 1 - count : count)
      moving[count] = vertex
      places[count++] = at
    }
    const sorted = keys.subarray(0, count).sort()
    for (let i = 0; i < count; i++) {
      const before = sorted[i]! % room
      const vertex = moving[flip ? room - 1 - before : before]!
      vertices[places[i]!] = vertex
      place[vertex] = places[i]!
    }
  }
}

const bitsOf = (value: number): number => 32 - Math.clz32(value)
