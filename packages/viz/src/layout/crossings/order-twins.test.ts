import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, rowsOf } from '../any-layered.ts'
import { finish } from '../finish.ts'
import { countCrossings } from './count-crossings.ts'
import { orderTwins } from './order-twins.ts'
import { reduceCrossings } from './reduce-crossings.ts'

test('orderTwins(readers of one table) puts them in their own order, whatever order they had', () => {
  const { layered, order, lane } = orderedOf(graphOf(6, [[0, 4], [0, 2], [0, 5], [0, 1], [0, 3]])) // prettier-ignore
  order.vertices.set([4, 2, 5, 1, 3], 1)
  for (const [at, vertex] of order.vertices.entries()) order.place[vertex] = at
  orderTwins(layered, order, lane)
  expect(rowsOf(layered, order)).toEqual([[0], [1, 2, 3, 4, 5]])
})

test('orderTwins(order) leaves others where they stand, and twins in the places that they had together', () => {
  // Of three readers of 0 and 1 two read one of these alone.
  const { layered, order, lane } = orderedOf(graphOf(6, [[0, 5], [0, 3], [0, 2], [1, 4], [1, 2]])) // prettier-ignore
  order.vertices.set([5, 3, 2, 4], 2)
  for (const [at, vertex] of order.vertices.entries()) order.place[vertex] = at
  orderTwins(layered, order, lane)
  expect(rowsOf(layered, order)).toEqual([
    [0, 1],
    [3, 5, 2, 4],
  ])
})

test('orderTwins(order) crosses no more, keeps the lane below, and again changes nothing', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order, lane }) => {
      finish(reduceCrossings(layered, order, lane))
      const [crossings, lanes] = [
        countCrossings(layered, order),
        order.vertices.map((vertex) => lane[vertex]!),
      ]
      orderTwins(layered, order, lane)
      expect(countCrossings(layered, order)).toBe(crossings)
      expect(order.vertices.map((vertex) => lane[vertex]!)).toEqual(lanes)
      expect([...order.vertices].map((vertex) => order.place[vertex])).toEqual([...order.vertices.keys()])
      const once = order.vertices.slice()
      orderTwins(layered, order, lane)
      expect(order.vertices).toEqual(once)
    }),
  )
})
