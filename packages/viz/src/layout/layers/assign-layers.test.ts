import { csrOf } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, chainOf, graphOf } from '../any-graph.ts'
import type { Graph } from '../placing/equal-cards.ts'
import { assignLayers } from './assign-layers.ts'
import { findComponents } from './find-components.ts'

function layersOf({ nodeCount, from, to }: Graph): number[] {
  const out = csrOf(nodeCount, from, to)
  return [...assignLayers(out, csrOf(nodeCount, to, from), findComponents(out))]
}

const lengthOf = ({ from, to }: Graph, layer: readonly number[]): number =>
  from.reduce((sum, tail, edge) => sum + layer[to[edge]!]! - layer[tail]!, 0)

test('assignLayers(chain) gives each node the next layer', () => {
  expect(layersOf(chainOf(5))).toEqual([0, 1, 2, 3, 4])
})

test('assignLayers(source with one late reader) puts the source right before its reader', () => {
  expect(layersOf(graphOf(4, [[0, 1], [1, 2], [3, 2]]))).toEqual([0, 1, 2, 1]) // prettier-ignore
})

test('assignLayers(group that hangs on a long edge) moves the group together', () => {
  // 0 → 1 → 2 → 3 → 4 and 5 → 6 → 4, where 6 also feeds 7 and 8
  const layers = layersOf(graphOf(9, [[0, 1], [1, 2], [2, 3], [3, 4], [5, 6], [6, 4], [6, 7], [6, 8]])) // prettier-ignore
  expect(layers.slice(5)).toEqual([2, 3, 4, 4])
})

test('assignLayers(two components) counts each from 0', () => {
  expect(layersOf(graphOf(5, [[0, 1], [1, 2], [3, 4]]))).toEqual([0, 1, 2, 0, 1]) // prettier-ignore
})

test('assignLayers(graph) leads every edge to a higher layer', () => {
  fc.assert(
    fc.property(anyDag, (graph) => {
      const layer = layersOf(graph)
      for (const [edge, tail] of graph.from.entries())
        expect(layer[graph.to[edge]!]).toBeGreaterThan(layer[tail]!)
    }),
  )
})

test('assignLayers(small graph) makes edges as short in sum as any layers could', () => {
  const smallDag = anyDag.filter(({ nodeCount, from }) => nodeCount <= 5 && from.length > 0)
  fc.assert(
    fc.property(smallDag, (graph) => {
      expect(lengthOf(graph, layersOf(graph))).toBe(shortestLength(graph))
    }),
    { numRuns: 50 },
  )
})

/** By trying all. */
function shortestLength(graph: Graph): number {
  let shortest = Infinity
  for (let code = 0; code < graph.nodeCount ** graph.nodeCount; code++) {
    const layer = Array.from(
      { length: graph.nodeCount },
      (_, node) => Math.floor(code / graph.nodeCount ** node) % graph.nodeCount,
    )
    if (graph.from.every((tail, edge) => layer[tail]! < layer[graph.to[edge]!]!))
      shortest = Math.min(shortest, lengthOf(graph, layer))
  }
  return shortest
}
