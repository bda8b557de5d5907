import type { Csr } from '@lineagraph/core'
import { widest } from './count-crossings.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/** So many keys with one place are sorted sooner here than by the engine. */
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
  /** The part of each key before its fraction: the place in the layer beside, behind all of them for the lane. */
  const slots = new Uint32Array(width)
  const sorted = new Float64Array(width)
  const ends = new Uint32Array(2 * width)

  /** @param rows that lead from the layer to `fixed`. @param flip whether equals change their order. @returns whether anything moved. */
  return (layer: number, fixed: number, rows: Csr, flip: boolean): boolean => {
    const end = layerStarts[layer + 1]!
    const size = end - layerStarts[layer]!
    if (size < 2) return false
    // A key is one number of 52 bits, so that the engine sorts without calling back: lane, mean, and the order until now.
    const fixedStart = layerStarts[fixed]!
    const fixedSize = layerStarts[fixed + 1]! - fixedStart
    const room = 2 ** bitsOf(size)
    const scale = 2 ** (51 - bitsOf(size) - bitsOf(fixedSize))
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
      const mean = sum / total
      slots[count] = (lane[vertex] ? fixedSize : 0) + Math.floor(mean)
      keys[count] =
        (lane[vertex] ? 2 ** 51 : 0) + Math.floor(mean * scale) * room + (flip ? room - 1 - count : count)
      inOrder &&= count === 0 || keys[count - 1]! < keys[count]!
      moving[count] = vertex
      places[count++] = at
    }
    if (inOrder) return false
    sortKeys(count, 2 * fixedSize)
    for (let i = 0; i < count; i++) {
      const before = sorted[i]! - Math.floor(sorted[i]! / room) * room
      const vertex = moving[flip ? room - 1 - before : before]!
      vertices[places[i]!] = vertex
      place[vertex] = places[i]!
    }
    return true
  }

  /** Puts keys into their slots, most of which have few, and sorts each. */
  function sortKeys(count: number, slotCount: number): void {
    ends.fill(0, 0, slotCount)
    for (let i = 0; i < count; i++) ends[slots[i]!]!++
    for (let slot = 1; slot < slotCount; slot++) ends[slot]! += ends[slot - 1]!
    for (let i = count - 1; i >= 0; i--) sorted[--ends[slots[i]!]!] = keys[i]!
    for (let slot = 0; slot < slotCount; slot++) {
      const start = ends[slot]!
      const end = slot + 1 < slotCount ? ends[slot + 1]! : count
      if (end - start > FEW) sorted.subarray(start, end).sort()
      else sortByInsertion(sorted, start, end)
    }
  }
}

function sortByInsertion(keys: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!
    let at = i
    for (; at > start && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!
    keys[at] = key
  }
}

const bitsOf = (value: number): number => 32 - Math.clz32(value)
