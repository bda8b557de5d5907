import type { Csr } from '@lineagraph/core'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Distances } from './distances.ts'
import type { Pulls } from './pulls.ts'

/**
 * Brings the places where long edges pass, and which stand above or below all that these join, towards that as far as there is room: a line makes no
 * way round that nothing asks for. Changes `y` in place. O(n + m).
 * @param distances that vertices keep from those above them.
 */
export function drawIn(
  { nodeCount, layerStarts, out, into }: Layered,
  { vertices }: Order,
  y: Float64Array,
  distances: Distances,
  { rise, free }: Pick<Pulls, 'rise' | 'free'>,
): void {
  const least = new Float64Array(y.length).fill(Infinity)
  const most = new Float64Array(y.length).fill(-Infinity)
  // Passed on from place to place, from the left and then from the right.
  const fromLeft = { low: least.slice(), high: most.slice() }
  const fromRight = { low: least.slice(), high: most.slice() }
  vertices.forEach((vertex) => look(vertex, into, 1, fromLeft))
  vertices.toReversed().forEach((vertex) => look(vertex, out, -1, fromRight))
  for (const vertex of vertices) {
    least[vertex] = Math.min(fromLeft.low[vertex]!, fromRight.low[vertex]!)
    most[vertex] = Math.max(fromLeft.high[vertex]!, fromRight.high[vertex]!)
  }
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    const [start, end] = [layerStarts[layer]!, layerStarts[layer + 1]!]
    // What is to go down goes after what is below it has gone, and what is to go up after what is above it.
    for (let at = end - 1; at >= start; at--) {
      const vertex = vertices[at]!
      if (vertex < nodeCount || y[vertex]! >= least[vertex]! || least[vertex] === Infinity) continue
      const room = at + 1 < end ? y[vertices[at + 1]!]! - distances[at + 1]! : Infinity
      y[vertex] = Math.max(y[vertex]!, Math.min(least[vertex]!, room))
    }
    for (let at = start; at < end; at++) {
      const vertex = vertices[at]!
      if (vertex < nodeCount || y[vertex]! <= most[vertex]! || most[vertex] === -Infinity) continue
      const room = at > start ? y[vertices[at - 1]!]! + distances[at]! : -Infinity
      y[vertex] = Math.min(y[vertex]!, Math.max(most[vertex]!, room))
    }
  }

  /** Between which heights a place would be level with what it joins at one side. */
  function look(
    vertex: number,
    { starts, neighbors, edges }: Csr,
    way: 1 | -1,
    { low, high }: { readonly low: Float64Array; readonly high: Float64Array },
  ): void {
    if (vertex < nodeCount) return
    for (let i = starts[vertex]!; i < starts[vertex + 1]!; i++) {
      const [other, segment] = [neighbors[i]!, edges[i]!]
      if (free[segment]) continue
      const shift = way * rise[segment]!
      low[vertex] = Math.min(low[vertex]!, (other < nodeCount ? y : low)[other]! + shift)
      high[vertex] = Math.max(high[vertex]!, (other < nodeCount ? y : high)[other]! + shift)
    }
  }
}
