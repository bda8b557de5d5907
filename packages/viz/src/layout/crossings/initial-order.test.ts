import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTree, chainOf, graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, rowsOf } from '../any-layered.ts'
import { countCrossings } from './count-crossings.ts'

test('initialOrder(tree) has no crossings', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const { layered, order } = orderedOf(tree)
      expect(countCrossings(layered, order)).toBe(0)
    }),
  )
})

test('initialOrder(nodes without edges) keeps their order', () => {
  const { layered, order } = orderedOf(graphOf(3, []))
  expect(rowsOf(layered, order)).toEqual([[0, 1, 2]])
})

test('initialOrder(graph, lane) puts the lane below all others of its layer', () => {
  const { layered, order } = orderedOf(graphOf(4, [[0, 3], [1, 3], [2, 3]]), [0]) // prettier-ignore
  expect(rowsOf(layered, order)).toEqual([[1, 2, 0], [3]])
})

test('initialOrder(graph) places every vertex once, in its layer', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order }) => {
      const rows = rowsOf(layered, order)
      expect(rows.flat().toSorted((a, b) => a - b)).toEqual([...order.place.keys()])
      rows.forEach((row, layer) => row.forEach((vertex) => expect(layered.layerOf[vertex]).toBe(layer)))
      expect([...order.vertices].map((vertex) => order.place[vertex])).toEqual([...order.vertices.keys()])
    }),
  )
})

test('initialOrder(chain of 100,000) does without recursion', () => {
  expect(orderedOf(chainOf(100_000)).order.place[99_999]).toBe(99_999)
})
