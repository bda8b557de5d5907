import { csrOf } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, graphOf } from '../any-graph.ts'
import type { Graph } from '../placing/equal-cards.ts'
import { tightenLayers } from './tighten-layers.ts'

const tightened = (
  { nodeCount, from, to }: Graph,
  layers: readonly number[],
  fixed: readonly number[] = [],
) => {
  const layer = Uint32Array.from(layers)
  const isFixed = Uint8Array.from(layers, (_, node) => (fixed.includes(node) ? 1 : 0))
  tightenLayers(layer, csrOf(nodeCount, from, to), csrOf(nodeCount, to, from), [...layer.keys()], isFixed)
  return [...layer]
}

test('tightenLayers(node that only leads to the last layer) moves it there', () => {
  expect(tightened(graphOf(4, [[0, 1], [1, 3], [2, 3]]), [0, 1, 0, 2], [0, 3])).toEqual([0, 1, 1, 2]) // prettier-ignore
})

test('tightenLayers(layers) takes out those that are empty', () => {
  expect(tightened(graphOf(2, [[0, 1]]), [3, 7], [0, 1])).toEqual([0, 1])
})

test('tightenLayers(layers) lets every edge lead to a higher one', () => {
  fc.assert(
    fc.property(anyDag, (graph) => {
      const layer = tightened(graph, [...Array(graph.nodeCount).keys()])
      for (const [edge, from] of graph.from.entries())
        expect(layer[graph.to[edge]!]).toBeGreaterThan(layer[from]!)
    }),
  )
})
