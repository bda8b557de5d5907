import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf } from '../any-layered.ts'
import { countCrossings } from './count-crossings.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/** By comparing all pairs of segments. */
function countByPairs({ vertexCount, layerOf, out, weight }: Layered, { place }: Order): number {
  const segments = Array.from({ length: vertexCount }, (_, from) =>
    Array.from({ length: out.starts[from + 1]! - out.starts[from]! }, (_, i) => {
      const at = out.starts[from]! + i
      return { from, to: out.neighbors[at]!, weight: weight[out.edges[at]!]! }
    }),
  ).flat()
  let crossings = 0
  for (const one of segments)
    for (const other of segments)
      if (
        layerOf[one.from] === layerOf[other.from] &&
        place[one.from]! < place[other.from]! &&
        place[one.to]! > place[other.to]!
      )
        crossings += one.weight * other.weight
  return crossings
}

test('countCrossings(two edges that change sides) is 1', () => {
  // 0 and 1 above each other, as are 2 and 3
  const { layered, order } = orderedOf(graphOf(4, [[0, 2], [1, 3], [0, 3]])) // prettier-ignore
  order.vertices.set([0, 1, 3, 2])
  order.place.set([0, 1, 3, 2])
  expect(countCrossings(layered, order)).toBe(1)
})

test('countCrossings(order) is what comparing all pairs gives', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order }) => {
      expect(countCrossings(layered, order)).toBe(countByPairs(layered, order))
    }),
  )
})

test('countCrossings(complete graph whose edges share ways) counts each edge', () => {
  const edges = Array.from({ length: 30 }, (_, from) =>
    Array.from({ length: 30 }, (_, to): [number, number] => [from, to]),
  )
    .flat()
    .filter(([from, to]) => from < to)
  const { layered, order } = orderedOf(graphOf(30, edges))
  expect(countCrossings(layered, order)).toBe(countByPairs(layered, order))
})
