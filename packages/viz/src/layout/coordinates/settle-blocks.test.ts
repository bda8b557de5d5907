import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, evenWishes, neighboursIn, orderedOf, type Ordered } from '../any-layered.ts'
import type { Layered } from '../crossings/layered.ts'
import { settleBlocks } from './settle-blocks.ts'

const lengthOf = ({ out }: Layered, y: Float64Array): number =>
  y.reduce((sum, own, vertex) => {
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++)
      sum += Math.abs(own - y[out.neighbors[i]!]!)
    return sum
  }, 0)

/** Changes `y`. */
const settle = (ordered: Pick<Ordered, 'layered' | 'order'>, y: Float64Array, pulls?: Float64Array): void => {
  const { distances, ...even } = evenWishes(ordered)
  settleBlocks(ordered.layered, ordered.order, y, distances, { ...even, pull: pulls ?? even.pull })
}

test('settleBlocks(two level vertices that a third pulls) moves both', () => {
  const { layered, order } = orderedOf(graphOf(4, [[0, 2], [2, 3], [1, 3]])) // prettier-ignore
  // 0 and 2 are level; 1 is right below 0; 3 is far below
  const y = Float64Array.of(0, 110, 0, 100)
  settle({ layered, order }, y)
  expect([...y]).toEqual([100, 110, 100, 100])
})

test('settleBlocks(vertex that more pull than hold what stands in its way) pushes that along', () => {
  // 0 above 1 to the left, 4 above 2 above 3 to the right
  const { layered, order } = orderedOf(graphOf(5, [[0, 2], [0, 3], [1, 4], [1, 2]])) // prettier-ignore
  order.vertices.set([0, 1, 4, 2, 3])
  order.vertices.forEach((vertex, at) => (order.place[vertex] = at))
  const y = Float64Array.of(0, 10, 100, 110, 5)
  settle({ layered, order }, y)
  expect([...y]).toEqual([90, 100, 100, 110, 90])
})

test('settleBlocks(order, y) keeps distances and makes no sum of heights larger', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order }) => {
      const y = Float64Array.from(order.place, (place) => 10 * place)
      const before = lengthOf(layered, y)
      settle({ layered, order }, y)
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(y[lower]! - y[upper]!).toBeGreaterThan(10 - 1e-6)
      expect(lengthOf(layered, y)).toBeLessThan(before + 1e-6)
    }),
  )
})

test('settleBlocks(vertex between two neighbours) moves to the one that pulls more', () => {
  // 0 above 1 to the left; 2 between them to the right
  const { layered, order } = orderedOf(graphOf(3, [[0, 2], [1, 2]])) // prettier-ignore
  const settled = (pull: Float64Array) => {
    const y = Float64Array.of(0, 100, 50)
    settle({ layered, order }, y, pull)
    return [...y]
  }
  const own = (neighbour: number) => layered.into.edges[layered.into.neighbors.indexOf(neighbour)]!
  const heavy = (neighbour: number) => new Float64Array(2).fill(1).fill(9, own(neighbour), own(neighbour) + 1)
  const [upper, lower] = [settled(heavy(0)), settled(heavy(1))]
  expect(upper[2]).toBe(upper[0])
  expect(lower[2]).toBe(lower[1])
})
