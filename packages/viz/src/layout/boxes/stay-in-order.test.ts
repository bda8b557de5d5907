import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf, rowsOf } from '../any-layered.ts'
import { isInOrder, stayInOrder } from './stay-in-order.ts'

// 0 leads to 1, 2 and 3; 3 to 4.
const { layered, order, lane } = orderedOf(graphOf(5, [[0, 1], [0, 2], [0, 3], [3, 4]])) // prettier-ignore
const fixed = new Uint8Array(layered.layerStarts.length - 1)

test('isInOrder(order, heights before) is true as long as what stood there stands in the same order', () => {
  expect(isInOrder(layered, order, Float64Array.of(0, 10, NaN, 30, 0))).toBe(true)
  expect(isInOrder(layered, order, Float64Array.of(0, 30, NaN, 10, 0))).toBe(false)
})

test('stayInOrder(order, heights before) gives back the order that was, and puts what is new by its neighbours', () => {
  stayInOrder(layered, order, Float64Array.of(20, 30, NaN, 10, NaN), lane, fixed)
  expect(rowsOf(layered, order)).toEqual([[0], [3, 2, 1], [4]])
  expect([...order.vertices].map((vertex) => order.place[vertex])).toEqual([0, 1, 2, 3, 4])
})
