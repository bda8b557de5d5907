import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf } from '../any-layered.ts'
import { distancesOf } from './distances.ts'
import { stayInPlace } from './stay-in-place.ts'

/** 0 feeds 1, 2 and 3, each 30 high with 10 between. */
const { layered, order } = orderedOf(graphOf(4, [[0, 1], [0, 2], [0, 3]])) // prettier-ignore
const distances = (height: Float64Array) => distancesOf(layered, order, (upper) => height[upper]! + 10)

test('stayInPlace(what was there before) puts it back, and what is below one that has grown that much lower', () => {
  const height = Float64Array.of(30, 50, 30, 30)
  const y = Float64Array.of(0, 0, 60, 100)
  const before = { y: Float64Array.of(140, 100, 140, 180), height: new Float64Array(4).fill(30) }
  stayInPlace(layered, order, y, height, before, distances(height))
  expect([...y]).toEqual([140, 100, 160, 200])
})

test('stayInPlace(one that is new) makes it room among the others', () => {
  const height = new Float64Array(4).fill(30)
  const y = Float64Array.of(40, 0, 40, 80)
  const before = { y: Float64Array.of(120, 100, NaN, 140), height: new Float64Array(4).fill(30) }
  stayInPlace(layered, order, y, height, before, distances(height))
  expect(y[1]).toBe(100)
  expect(y[2]! - y[1]!).toBeGreaterThanOrEqual(40)
  expect(y[3]! - y[2]!).toBeGreaterThanOrEqual(40)
})

test('stayInPlace(component that is new) leaves it', () => {
  const height = new Float64Array(4).fill(30)
  const y = Float64Array.of(40, 0, 40, 80)
  const none = new Float64Array(4).fill(NaN)
  stayInPlace(layered, order, y, height, { y: none, height: none }, distances(height))
  expect([...y]).toEqual([40, 0, 40, 80])
})

test('stayInPlace(…) leads a long edge level between ends that go back to one height, whatever lies between them', () => {
  // 0 feeds 2 over 1, and past it.
  const long = orderedOf(graphOf(3, [[0, 1], [1, 2], [0, 2]])) // prettier-ignore
  const height = Float64Array.of(30, 30, 30, 0)
  const fresh = Float64Array.of(20, 40, 20, 20)
  const isPast = long.order.place[3]! < long.order.place[1]!
  const before = { y: Float64Array.of(0, isPast ? 400 : -400, 0), height: new Float64Array(3).fill(30) }
  const apart = distancesOf(long.layered, long.order, (upper) => height[upper]! + 10)
  stayInPlace(long.layered, long.order, fresh, height, before, apart)
  expect([...fresh]).toEqual([0, before.y[1], 0, 0])
})
