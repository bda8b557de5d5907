import type { Distances } from './distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import { selectNth } from './select-nth.ts'

/**
 * Brings each component that is higher than there is room for into that room, as far as what stands in one layer fits there: layers are pushed
 * together from both ends, towards where most of the component stands, and long edges may bend for it. Changes `y` in place. O(n) as a rule.
 * @param distances that vertices keep from those above them. @param height of each item. @param most how high each component may be.
 */
export function squeezeLayers(
  { nodeCount, layerStarts, componentStarts }: Layered,
  { vertices }: Order,
  y: Float64Array,
  distances: Distances,
  height: Float64Array,
  most: (component: number) => number,
): void {
  const heightOf = (vertex: number): number => (vertex < nodeCount ? height[vertex]! : 0)
  const latest = new Float64Array(y.length)
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const room = most(component)
    if (room === Infinity) continue
    const first = componentStarts[component]!
    const end = componentStarts[component + 1]!
    const start = layerStarts[first]!
    const middles = new Float64Array(layerStarts[end]! - start)
    for (let i = 0; i < middles.length; i++) {
      const vertex = vertices[start + i]!
      middles[i] = y[vertex]! + heightOf(vertex) / 2
    }
    const top = selectNth(middles, middles.length >> 1) - room / 2
    for (let layer = first; layer < end; layer++)
      squeeze(layerStarts[layer]!, layerStarts[layer + 1]!, top, room)
  }

  function squeeze(start: number, end: number, top: number, most: number): void {
    const last = vertices[end - 1]!
    if (y[vertices[start]!]! >= top && y[last]! + heightOf(last) <= top + most) return
    let room = top + most - heightOf(last)
    for (let at = end - 1; at >= start; at--) {
      if (at + 1 < end) room -= distances[at + 1]!
      latest[vertices[at]!] = room
    }
    for (let at = start; at < end; at++) {
      const vertex = vertices[at]!
      const upper = vertices[at - 1]!
      const least = at > start ? y[upper]! + distances[at]! : top
      y[vertex] = Math.max(least, Math.min(Math.max(y[vertex]!, top), latest[vertex]!))
    }
  }
}

/** How high the layers of a component are at least: as high as the highest of them, with all close together. */
export function leastHeight(
  { nodeCount, layerStarts, componentStarts }: Layered,
  { vertices }: Order,
  component: number,
  distances: Distances,
  height: Float64Array,
): number {
  let least = 0
  for (let layer = componentStarts[component]!; layer < componentStarts[component + 1]!; layer++) {
    const last = layerStarts[layer + 1]! - 1
    let own = vertices[last]! < nodeCount ? height[vertices[last]!]! : 0
    for (let at = layerStarts[layer]!; at < last; at++) own += distances[at + 1]!
    least = Math.max(least, own)
  }
  return least
}
