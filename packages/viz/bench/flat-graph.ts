import { csrOf } from '@lineagraph/core'
import { assignLayers } from '../src/layout/layers/assign-layers.ts'
import type { Graph } from '../src/layout/placing/equal-cards.ts'
import { findComponents } from '../src/layout/layers/find-components.ts'
import { finish } from '../src/layout/finish.ts'
import { initialOrder } from '../src/layout/crossings/initial-order.ts'
import { insertDummies } from '../src/layout/crossings/insert-dummies.ts'
import type { Layered } from '../src/layout/crossings/layered.ts'
import { openCircles } from '../src/layout/layers/open-circles.ts'
import type { Order } from '../src/layout/crossings/order.ts'
import { reduceCrossings } from '../src/layout/crossings/reduce-crossings.ts'

/** Its layers with a dummy in each that an edge passes: the graph on which crossings are counted, the same for all. */
export function layeredOf({ nodeCount, from, to }: Graph): Layered {
  const turned = openCircles(nodeCount, from, to)
  const tail = from.map((node, edge) => (turned[edge] ? to[edge]! : node))
  const head = to.map((node, edge) => (turned[edge] ? from[edge]! : node))
  const out = csrOf(nodeCount, tail, head)
  const components = findComponents(out)
  const layer = assignLayers(out, csrOf(nodeCount, head, tail), components)
  return insertDummies(layer, { tail, head, reversed: turned }, components)
}

/** The order in which our layout puts each layer. */
export function ourOrder(layered: Layered): Order {
  const lane = new Uint8Array(layered.vertexCount)
  const order = initialOrder(layered, lane)
  finish(reduceCrossings(layered, order, lane))
  return order
}

/** The order in which vertices stand in each layer, by the height that another layout has given them. */
export function orderBy({ layerOf, vertexCount }: Layered, height: ArrayLike<number>): Order {
  const vertices = Uint32Array.from({ length: vertexCount }, (_, vertex) => vertex).sort(
    (a, b) => layerOf[a]! - layerOf[b]! || height[a]! - height[b]! || a - b,
  )
  const place = new Uint32Array(vertexCount)
  vertices.forEach((vertex, at) => (place[vertex] = at))
  return { vertices, place }
}

/** The ends of all segments. */
export function segmentsOf({ vertexCount, out }: Layered): [number, number][] {
  const segments: [number, number][] = []
  for (let vertex = 0; vertex < vertexCount; vertex++)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++)
      segments.push([vertex, out.neighbors[i]!])
  return segments
}
