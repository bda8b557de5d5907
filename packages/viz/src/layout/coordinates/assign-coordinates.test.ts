import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, evenWishes, neighboursIn, orderedOf, type Ordered } from '../any-layered.ts'
import { assignCoordinates } from './assign-coordinates.ts'
import { distancesOf } from './distances.ts'
import { finish } from '../finish.ts'
import { reduceCrossings } from '../crossings/reduce-crossings.ts'

/** Counted from the topmost. */
const coordinatesOf = (
  { layered, order }: Ordered,
  distance?: (upper: number, lower: number) => number,
): number[] => {
  const { distances, rise, free, pull } = evenWishes({ layered, order }, distance)
  const y = assignCoordinates(layered, order, distances, rise, free, pull)
  const top = Math.min(...y)
  return Array.from(y, (height) => height - top)
}

test('assignCoordinates(fan) puts the hub in the middle', () => {
  const y = coordinatesOf(orderedOf(graphOf(4, [[0, 1], [0, 2], [0, 3]]))) // prettier-ignore
  expect(y).toEqual([10, 0, 10, 20])
})

test('assignCoordinates(long edge) keeps it level from its first place to its last', () => {
  const { layered, order, lane } = orderedOf(graphOf(5, [[0, 1], [1, 2], [2, 3], [3, 4], [0, 4]])) // prettier-ignore
  finish(reduceCrossings(layered, order, lane))
  const y = coordinatesOf({ layered, order, lane })
  const [first, ...others] = y.slice(5)
  expect(others).toEqual([first, first])
})

test('assignCoordinates(parallel edges between two nodes) joins them where the middle one is level', () => {
  const { layered, order } = orderedOf(graphOf(2, [[0, 1], [0, 1], [0, 1]])) // prettier-ignore
  const rise = Float64Array.of(100, 0, 10)
  const [left, right] = assignCoordinates(
    ...([layered, order, distancesOf(layered, order, () => 10), rise] as const),
    ...([new Uint8Array(3), new Float64Array(3).fill(1)] as const),
  )
  expect(right! - left!).toBe(10)
})

test('assignCoordinates(nodes without edges) piles them up', () => {
  expect(coordinatesOf(orderedOf(graphOf(3, [])))).toEqual([0, 10, 20])
})

test('assignCoordinates(order, distance) keeps the distances', () => {
  const distance = (upper: number, lower: number) => 5 + ((upper * 7 + lower * 3) % 11)
  fc.assert(
    fc.property(anyOrdered, (ordered) => {
      finish(reduceCrossings(ordered.layered, ordered.order, ordered.lane))
      const y = coordinatesOf(ordered, distance)
      for (const [upper, lower] of neighboursIn(ordered.layered, ordered.order))
        expect(y[lower]! - y[upper]!).toBeGreaterThan(distance(upper, lower) - 1e-6)
    }),
  )
})
