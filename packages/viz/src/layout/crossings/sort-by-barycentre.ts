import type { Csr } from '@lineagraph/core'
import { widest } from './count-crossings.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/** So many keys are sorted sooner here than by the engine. */
const FEW = 24

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

  /** @param rows that lead from the layer to `fixed`. @param flip whether equals change their order. @returns whether anything moved. */
  return (layer: number, fixed: number, rows: Csr, flip: boolean): boolean => {
    const end = layerStarts[layer + 1]!
    const size = end - layerStarts[layer]!
    if (size < 2) return false
    // A key is one number of 52 bits, so that the engine sorts without calling back: lane, mean, and the order until now.
    const fixedStart = layerStarts[fixed]!
    const room = 2 ** bitsOf(size)
    const scale = 2 ** (51 - bitsOf(size) - bitsOf(layerStarts[fixed + 1]! - fixedStart))
    let count = 0
    let inOrder = true
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
      inOrder &&= count === 0 || keys[count - 1]! < keys[count]!
      moving[count] = vertex
      places[count++] = at
    }
    if (inOrder) return false
    if (count > FEW) keys.subarray(0, count).sort()
    else insertInto(keys, count)
    for (let i = 0; i < count; i++) {
      const before = keys[i]! % room
      const vertex = moving[flip ? room - 1 - before : before]!
      vertices[places[i]!] = vertex
      place[vertex] = places[i]!
    }
    return true
  }
}

/** Sorts the first numbers of a column, which are few, by insertion. */
function insertInto(keys: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const key = keys[i]!
    let at = i
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!
    keys[at] = key
  }
}

const bitsOf = (value: number): number => 32 - Math.clz32(value)
