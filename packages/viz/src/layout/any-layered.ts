// For tests only: graphs in layers, as they are before their crossings are reduced.
import { csrOf } from '@lineagraph/core'
import { anyDag } from './any-graph.ts'
import type { Graph } from './placing/equal-cards.ts'
import { assignLayers } from './layers/assign-layers.ts'
import { distancesOf, type Distances } from './coordinates/distances.ts'
import { findComponents } from './layers/find-components.ts'
import { finish } from './finish.ts'
import { reduceCrossings } from './crossings/reduce-crossings.ts'
import { initialOrder } from './crossings/initial-order.ts'
import { insertDummies } from './crossings/insert-dummies.ts'
import { joinLevel, type Blocks } from './coordinates/join-level.ts'
import type { Layered } from './crossings/layered.ts'
import type { Order } from './crossings/order.ts'
import type { Pulls } from './coordinates/pulls.ts'
import { stackLayers } from './coordinates/stack-layers.ts'

export interface Ordered {
  readonly layered: Layered
  readonly order: Order
  readonly lane: Uint8Array
}

/** @param laneNodes that stand in the outside lane. */
export function orderedOf({ nodeCount, from, to }: Graph, laneNodes: readonly number[] = []): Ordered {
  const out = csrOf(nodeCount, from, to)
  const components = findComponents(out)
  const layer = assignLayers(out, csrOf(nodeCount, to, from), components)
  const layered = insertDummies(
    layer,
    { tail: from, head: to, reversed: new Uint8Array(from.length) },
    components,
  )
  const lane = new Uint8Array(layered.vertexCount)
  for (const node of laneNodes) lane[node] = 1
  return { layered, order: initialOrder(layered, lane), lane }
}

export const anyOrdered = anyDag.map((graph) =>
  orderedOf(
    graph,
    Array.from({ length: graph.nodeCount }, (_, node) => node).filter((node) => node % 5 === 3),
  ),
)

/** The vertices of each layer from top to bottom. */
export const rowsOf = ({ layerStarts }: Layered, { vertices }: Order): number[][] =>
  Array.from({ length: layerStarts.length - 1 }, (_, layer) => [
    ...vertices.subarray(layerStarts[layer], layerStarts[layer + 1]),
  ])

/** What is above what in each layer. */
export const neighboursIn = (layered: Layered, order: Order): [number, number][] =>
  rowsOf(layered, order).flatMap((row) => row.slice(1).map((lower, i): [number, number] => [row[i]!, lower]))

/** How vertices that are all alike want to stand: 10 apart, with level segments that pull equally. */
export interface Wishes extends Pulls {
  readonly distances: Distances
}

export const evenWishes = (
  { layered, order }: Pick<Ordered, 'layered' | 'order'>,
  distance: (upper: number, lower: number) => number = () => 10,
): Wishes => ({
  distances: distancesOf(layered, order, distance),
  rise: new Float64Array(layered.weight.length),
  free: new Uint8Array(layered.weight.length),
  pull: new Float64Array(layered.weight.length).fill(1),
})

/** The blocks of a graph whose crossings have been reduced, which this does; of vertices that would like to stand anywhere. */
export function blocksIn({ layered, order, lane }: Ordered): Blocks {
  finish(reduceCrossings(layered, order, lane))
  const { distances, ...pulls } = evenWishes({ layered, order })
  return joinLevel(layered, order, stackLayers(layered, order, distances), pulls)
}
