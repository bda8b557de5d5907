import { coordGreedy, decrossTwoLayer, graphConnect, layeringSimplex, sugiyama } from 'd3-dag'
import type { Layered } from '../src/layout/crossings/layered.ts'
import type { Order } from '../src/layout/crossings/order.ts'
import type { Graph } from '../src/layout/placing/equal-cards.ts'
import { orderBy, segmentsOf } from './flat-graph.ts'

const operator = sugiyama()
  .nodeSize([44, 172] as const)
  .gap([24, 58] as const)
  .layering(layeringSimplex())
  .decross(decrossTwoLayer())
  .coord(coordGreedy())

const laidOut = (pairs: readonly (readonly [number, number])[]) => {
  const graph = graphConnect()(pairs.map(([from, to]): [string, string] => [`${from}`, `${to}`]))
  return { graph, size: operator(graph) }
}

/** How high d3-dag's picture of cards is, of those that have edges. It leads down: its width is our height. */
export const d3DagHeight = ({ from, to }: Graph): number =>
  laidOut(Array.from(from, (tail, edge): [number, number] => [tail, to[edge]!])).size.width

/** The order in which d3-dag puts the layers that are given. */
export function d3DagOrder(layered: Layered): Order {
  const height = new Float64Array(layered.vertexCount)
  for (const node of laidOut(segmentsOf(layered)).graph.nodes()) height[Number(node.data)] = node.x
  return orderBy(layered, height)
}
