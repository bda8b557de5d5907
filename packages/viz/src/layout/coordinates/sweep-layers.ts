import { breakpointsOf } from './breakpoints.ts'
import type { Distances } from './distances.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Pulls } from './pulls.ts'

/** To which segments a layer listens, and which layer begins. */
export interface Sweep {
  readonly left: boolean
  readonly right: boolean
  readonly fromLeft: boolean
}

/**
 * Moves what stands in each layer, one layer after another, to where the segments to the layers beside it are shortest in sum, as those stand:
 * not roughly but exactly, since under given distances the heights of a layer are an isotonic regression by absolute deviations. From top to
 * bottom the least sum is kept as a function of where the lowest vertex so far stands at most, from bottom to top heights are read off it. Where
 * several heights are as good, a vertex stays as near to its own as it can. Changes `y` in place. O((n + m) log m).
 * Source: Rote 2019, Isotonic regression by dynamic programming.
 * @param distances that vertices keep from those above them.
 */
export function sweepLayers(
  { layerStarts, out, into }: Layered,
  { vertices }: Order,
  y: Float64Array,
  distances: Distances,
  { rise, free, pull }: Pulls,
  { left, right, fromLeft }: Sweep,
): void {
  const sum = breakpointsOf(rise.length)
  const from = new Float64Array(vertices.length)
  const to = new Float64Array(vertices.length)
  const offset = new Float64Array(vertices.length)
  const layerCount = layerStarts.length - 1
  for (let step = 0; step < layerCount; step++) {
    const layer = fromLeft ? step : layerCount - 1 - step
    const end = layerStarts[layer + 1]!
    // Vertices that are none of each other's business are apart.
    for (let start = layerStarts[layer]!, next = start; start < end; start = next) {
      do next++
      while (next < end && distances[next]! > -Infinity)
      measure(start, next)
      stand(start, next)
    }
  }

  /** Finds between which heights the sum over all vertices so far is least, by place. Heights are counted from what is above a vertex. */
  function measure(start: number, end: number): void {
    sum.clear()
    for (let at = start; at < end; at++) {
      offset[at] = at > start ? offset[at - 1]! + distances[at]! : 0
      const vertex = vertices[at]!
      let slope = 0
      if (left)
        for (let i = into.starts[vertex]!; i < into.starts[vertex + 1]!; i++)
          slope += add(into.neighbors[i]!, into.edges[i]!, offset[at]!, 1)
      if (right)
        for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++)
          slope += add(out.neighbors[i]!, out.edges[i]!, offset[at]!, -1)
      sum.cut(slope)
      from[at] = sum.least.from
      to[at] = sum.least.to
    }
  }

  function add(other: number, segment: number, offset: number, way: 1 | -1): number {
    if (free[segment]) return 0
    sum.add(y[other]! + way * rise[segment]! - offset, pull[segment]!)
    return pull[segment]!
  }

  function stand(start: number, end: number): void {
    let most = Infinity
    for (let at = end - 1; at >= start; at--) {
      const vertex = vertices[at]!
      const own = y[vertex]! - offset[at]!
      most = Math.min(most, Math.max(from[at]!, Math.min(own, to[at]!)))
      y[vertex] = most + offset[at]!
    }
  }
}
