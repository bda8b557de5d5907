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
 * is below one that has shrunk slides up; what is new, and the dummies, take the room between, as near as they can to where they are, or
 * make themselves room. A component that is new stays as it is. Changes `y` in place. O(n).
 * @param distances that vertices keep from those above them.
 */
export function stayInPlace(
  { nodeCount, layerStarts, componentStarts }: Layered,
  { vertices }: Order,
  y: Float64Array,
  height: Float64Array,
  before: Before,
  distances: Distances,
): void {
  const fresh = y.slice()
  const latest = new Float64Array(y.length)
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
