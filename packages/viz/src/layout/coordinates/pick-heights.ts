import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Pulls } from './pulls.ts'

/** Heights that differ by less are level. */
const LEVEL = 0.01

/**
 * Of several pictures the best of each component: where the lengths that segments pull, in sum, times the fourth power of how many are not level is
 * least, so that a hundredth fewer bends are worth four hundredths of length. Of equal ones the first. O(n + m) for each picture.
 */
export function pickHeights(
  layered: Layered,
  { vertices }: Order,
  pulls: Pulls,
  pictures: readonly Float64Array[],
): Float64Array {
  const y = pictures[0]!.slice()
  if (pictures.length === 1) return y
  const { layerStarts, componentStarts } = layered
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const start = layerStarts[componentStarts[component]!]!
    const members = vertices.subarray(start, layerStarts[componentStarts[component + 1]!])
    let best = pictures[0]!
    let least = costOf(layered, pulls, best, members)
    for (const picture of pictures.slice(1)) {
      const cost = costOf(layered, pulls, picture, members)
      if (cost >= least) continue
      least = cost
      best = picture
    }
    for (const vertex of members) y[vertex] = best[vertex]!
  }
  return y
}

function costOf(
  { out }: Layered,
  { rise, free, pull }: Pulls,
  y: Float64Array,
  members: Uint32Array,
): number {
  let length = 1
  let bends = 1
  for (const vertex of members)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const segment = out.edges[i]!
      if (free[segment]) continue
      const off = Math.abs(y[out.neighbors[i]!]! - y[vertex]! - rise[segment]!)
      length += pull[segment]! * off
      if (off > LEVEL) bends++
    }
  return length * bends ** 4
}
