import type { Csr } from '@lineagraph/core'
import type { Distances } from './distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/** Where items stood in their box before, and how tall they were; NaN for what is new. */
export interface Before {
  readonly y: Float64Array
  readonly height: Float64Array
}

/**
 * Gives back what stood in the picture before the height that it had. What is below a thing that has grown slides down by as much, and what
 * is below one that has shrunk slides up; what is new takes the room between, as near as it can to where it is, and so do the dummies, which follow the
 * ends of their edges; or they make themselves room. A component that is new stays as it is. Changes `y` in place. O(n + m).
 * @param distances that vertices keep from those above them.
 */
export function stayInPlace(
  { nodeCount, layerStarts, componentStarts, out, into }: Layered,
  { vertices }: Order,
  y: Float64Array,
  height: Float64Array,
  before: Before,
  distances: Distances,
): void {
  const fresh = y.slice()
  const latest = new Float64Array(y.length)
  const [fromLeft, fromRight] = [new Float64Array(y.length), new Float64Array(y.length)]
  const isItem = (vertex: number): boolean => vertex < nodeCount
  const isKnown = (vertex: number): boolean => isItem(vertex) && !Number.isNaN(before.y[vertex]!)
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const first = componentStarts[component]!
    const end = componentStarts[component + 1]!
    const members = vertices.subarray(layerStarts[first], layerStarts[end])
    if (!members.some(isKnown)) continue
    move(members, isKnown, before.y)
    for (let layer = first; layer < end; layer++) {
      putBack(layer)
      makeRoom(layer, isKnown)
    }
    // Once more for the dummies, now that all items have their places.
    move(members, isItem, y)
    moveWithEnds(members)
    for (let layer = first; layer < end; layer++) makeRoom(layer, isItem)
  }

  /** Moves all but those that are to stay as those have moved in the mean. */
  function move(members: Uint32Array, stays: (vertex: number) => boolean, to: Float64Array): void {
    let sum = 0
    let count = 0
    for (const vertex of members)
      if (stays(vertex)) {
        sum += to[vertex]! - fresh[vertex]!
        count++
      }
    for (const vertex of members) if (!stays(vertex)) y[vertex] = fresh[vertex]! + sum / count
  }

  /** Moves the dummies of each edge as its two ends have moved in the mean: an edge that was level stays so. One that leads out of the box has one end here, or none. */
  function moveWithEnds(members: Uint32Array): void {
    noteShifts(members, into, fromLeft)
    noteShifts(members.toReversed(), out, fromRight)
    for (const vertex of members) {
      if (isItem(vertex)) continue
      const [left, right] = [fromLeft[vertex]!, fromRight[vertex]!]
      const shift = Number.isNaN(left) ? right : Number.isNaN(right) ? left : (left + right) / 2
      if (!Number.isNaN(shift)) y[vertex] = fresh[vertex]! + shift
    }
  }

  /** How far each item has moved, and each dummy with the ends of its edges on one side; NaN where they have none there. */
  function noteShifts(members: Uint32Array, { starts, neighbors }: Csr, shifts: Float64Array): void {
    for (const vertex of members) {
      if (isItem(vertex)) {
        shifts[vertex] = y[vertex]! - fresh[vertex]!
        continue
      }
      let sum = 0
      for (let i = starts[vertex]!; i < starts[vertex + 1]!; i++) sum += shifts[neighbors[i]!]!
      shifts[vertex] = sum / (starts[vertex + 1]! - starts[vertex]!)
    }
  }

  function putBack(layer: number): void {
    let grown = 0
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const vertex = vertices[at]!
      if (!isKnown(vertex)) continue
      const upper = vertices[at - 1]!
      // What has come out of one stack begins where that stood.
      const isBelow = at > layerStarts[layer]! && isKnown(upper) && before.y[upper] === before.y[vertex]
      y[vertex] = isBelow ? y[upper]! + distances[at]! : before.y[vertex]! + grown
      grown = y[vertex]! + height[vertex]! - before.y[vertex]! - before.height[vertex]!
    }
  }

  function makeRoom(layer: number, stays: (vertex: number) => boolean): void {
    const start = layerStarts[layer]!
    const end = layerStarts[layer + 1]!
    let room = Infinity
    for (let at = end - 1; at >= start; at--) {
      const vertex = vertices[at]!
      if (at + 1 < end) room -= distances[at + 1]!
      if (stays(vertex)) room = y[vertex]!
      latest[vertex] = room
    }
    for (let at = start; at < end; at++) {
      const vertex = vertices[at]!
      const upper = vertices[at - 1]!
      const least = at > start ? y[upper]! + distances[at]! : -Infinity
      y[vertex] = Math.max(least, Math.min(y[vertex]!, latest[vertex]!))
    }
  }
}
