import type { Layered } from '../crossings/layered.ts'
import type { OrderedBox } from './order-box.ts'
import type { Order } from '../crossings/order.ts'

const PASSES = 4
/** Up to so many are sorted by insertion: a call back for each comparison takes longer. */
const FEW = 48

/**
 * A box in the order that it had in the picture before; the same where it has that already.
 * @param lane 1 for each item in the outside lane. @param before the height at which each item stood; NaN where it is new.
 */
export function inOrderBefore(box: OrderedBox, lane: Uint8Array, before: Float64Array): OrderedBox {
  const { layered, fixed } = box
  const heights = new Float64Array(layered.vertexCount).fill(NaN)
  heights.set(before)
  if (isInOrder(layered, box.order, heights)) return box
  const inLane = new Uint8Array(layered.vertexCount)
  inLane.set(lane)
  const order = { vertices: box.order.vertices.slice(), place: box.order.place.slice() }
  stayInOrder(layered, order, heights, inLane, fixed)
  return { ...box, order }
}

/** Whether what stood in a layer before still stands there in the same order. @param before the height of each vertex; NaN where it is new. */
export function isInOrder({ layerStarts }: Layered, { vertices }: Order, before: Float64Array): boolean {
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    let last = -Infinity
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const height = before[vertices[at]!]!
      if (height < last) return false
      if (!Number.isNaN(height)) last = height
    }
  }
  return true
}

/**
 * Puts what stood in the picture before in the order that it had, and what is new among it, by the mean height of its neighbours. Changes
 * `order` in place. O((n + m) log n). @param before the height of each vertex; NaN where it is new.
 * @param lane 1 for vertices that stand below all others of their layer. @param fixed 1 for each layer that keeps its order.
 */
export function stayInOrder(
  { vertexCount, layerStarts, out, into }: Layered,
  { vertices, place }: Order,
  before: Float64Array,
  lane: Uint8Array,
  fixed: Uint8Array,
): void {
  const height = before.slice()
  for (let pass = 0; pass < PASSES; pass++)
    for (let i = 0; i < vertexCount; i++) {
      const vertex = vertices[pass % 2 === 0 ? i : vertexCount - 1 - i]!
      if (Number.isNaN(before[vertex]!)) height[vertex] = meanOf(vertex)
    }
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    if (fixed[layer]) continue
    const row = vertices.subarray(layerStarts[layer], layerStarts[layer + 1])
    // What hangs on nothing that stood before goes where it stands now: below what is above it.
    for (let i = 0; i < row.length; i++)
      if (Number.isNaN(height[row[i]!]!)) height[row[i]!] = i > 0 ? height[row[i - 1]!]! : -Infinity
    sort(row)
    for (let i = 0; i < row.length; i++) place[row[i]!] = layerStarts[layer]! + i
  }

  /** Most rows are short, or nearly in order. */
  function sort(row: Uint32Array): void {
    if (row.length > FEW) {
      row.sort(compare)
      return
    }
    for (let i = 1; i < row.length; i++) {
      const vertex = row[i]!
      let at = i
      for (; at > 0 && compare(row[at - 1]!, vertex) > 0; at--) row[at] = row[at - 1]!
      row[at] = vertex
    }
  }

  function compare(a: number, b: number): number {
    if (lane[a] !== lane[b]) return lane[a]! - lane[b]!
    if (height[a]! !== height[b]!) return height[a]! < height[b]! ? -1 : 1
    return place[a]! - place[b]!
  }

  function meanOf(vertex: number): number {
    let sum = 0
    let count = 0
    for (let i = into.starts[vertex]!; i < into.starts[vertex + 1]!; i++) {
      const other = height[into.neighbors[i]!]!
      if (Number.isNaN(other)) continue
      sum += other
      count++
    }
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const other = height[out.neighbors[i]!]!
      if (Number.isNaN(other)) continue
      sum += other
      count++
    }
    return count > 0 ? sum / count : NaN
  }
}
