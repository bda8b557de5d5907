import { csrOf } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, chainOf, graphOf } from '../any-graph.ts'
import type { Graph } from '../placing/equal-cards.ts'
import { assignLayers } from '../layers/assign-layers.ts'
import { findComponents } from '../layers/find-components.ts'
import { FAR, type Layered } from './layered.ts'
import { insertDummies } from './insert-dummies.ts'
import { noBundles } from './find-ways.ts'

function layeredOf({ nodeCount, from, to }: Graph, share = 1): Layered {
  const out = csrOf(nodeCount, from, to)
  const components = findComponents(out)
  const layer = assignLayers(out, csrOf(nodeCount, to, from), components)
  const edges = { tail: from, head: to, reversed: new Uint8Array(from.length) }
  return insertDummies(layer, edges, components, noBundles(from.length), share)
}

const completeOf = (nodeCount: number): Graph =>
  graphOf(
    nodeCount,
    Array.from({ length: nodeCount ** 2 }, (_, i): [number, number] => [i % nodeCount, Math.floor(i / nodeCount)])
      .filter(([from, to]) => from < to),
  ) // prettier-ignore

/** What the edge goes through, from vertex to vertex. */
function wayOf({ layerOf, dummyStarts }: Layered, { from, to }: Graph, edge: number): number[] {
  const between = layerOf[to[edge]!]! - layerOf[from[edge]!]! - 1
  return [from[edge]!, ...Array.from({ length: between }, (_, i) => dummyStarts[edge]! + i), to[edge]!]
}

/** The steps of edges that no segment leads, and whether as many edges run along the segments as there are steps. */
function checkWays(graph: Graph, layered: Layered): { astray: string[]; complete: boolean } {
  const { out, layerOf, weight } = layered
  const steps = [...graph.from.keys()].flatMap((edge) => {
    const way = wayOf(layered, graph, edge)
    return way.slice(1).map((next, i): [number, number] => [way[i]!, next])
  })
  const isLed = ([vertex, next]: [number, number]): boolean =>
    layerOf[next] === layerOf[vertex]! + 1 &&
    out.neighbors.subarray(out.starts[vertex], out.starts[vertex + 1]).includes(next)
  return {
    astray: steps.filter((step) => !isLed(step)).map(String),
    complete: weight.reduce((sum, own) => sum + own, 0) === steps.length,
  }
}

const ALL_LED = { astray: [], complete: true }

test('insertDummies(edge over two layers) gives it a place in each', () => {
  const graph = graphOf(4, [[0, 1], [1, 2], [2, 3], [0, 3]]) // prettier-ignore
  const layered = layeredOf(graph)
  expect(layered.vertexCount).toBe(6)
  expect(wayOf(layered, graph, 3)).toEqual([0, 4, 5, 3])
  expect([...layered.layerOf]).toEqual([0, 1, 2, 3, 1, 2])
})

test('insertDummies(two components) puts the layers of one after those of the other', () => {
  const { componentStarts, layerOf } = layeredOf(graphOf(5, [[0, 1], [1, 2], [3, 4]])) // prettier-ignore
  expect([...componentStarts]).toEqual([0, 3, 5])
  expect([...layerOf]).toEqual([0, 1, 2, 3, 4])
})

test('insertDummies(graph) leads every edge from layer to layer', () => {
  fc.assert(
    fc.property(anyDag, (graph) => {
      expect(checkWays(graph, layeredOf(graph))).toEqual(ALL_LED)
    }),
  )
})

test('insertDummies(complete graph) lets edges share their ways, so that it stays small', () => {
  const graph = completeOf(60)
  const layered = layeredOf(graph)
  expect(checkWays(graph, layered)).toEqual(ALL_LED)
  expect(layered.vertexCount).toBeLessThan(3_600) // one way for each node; 34,280 with a way for each edge
})

test('insertDummies(long chain whose nodes all feed the last one) leads the longest edges outside', () => {
  const chain = chainOf(2_000)
  const audit = Array.from({ length: 1_998 }, (_, node): [number, number] => [node, 1_999])
  const { dummyStarts } = layeredOf(
    graphOf(2_000, [...Array.from(chain.from, (node): [number, number] => [node, node + 1]), ...audit]),
  )
  expect(dummyStarts[1_999]).toBe(FAR) // 0 → 1,999
  expect(dummyStarts.at(-1)).not.toBe(FAR) // 1,997 → 1,999
})

test('insertDummies(…, share) leads more edges outside where it is a small part of a large picture', () => {
  const chain = chainOf(2_000)
  const links = Array.from(chain.from, (node): [number, number] => [node, node + 1])
  const audit = Array.from({ length: 1_998 }, (_, node): [number, number] => [node, 1_999])
  const graph = graphOf(2_000, [...links, ...audit])
  const outside = (share: number): number =>
    layeredOf(graph, share).dummyStarts.filter((first) => first === FAR).length
  expect(outside(1)).toBeLessThan(1_500)
  expect(outside(0.01)).toBeGreaterThan(1_800)
})
