import { expect, test } from 'vitest'
import { graphOf, inputOf, pointsOf } from './any-graph.ts'
import { place } from './place.ts'

test('place(ring of 100,000) comes to an end', { timeout: 60_000 }, () => {
  const ring = Array.from({ length: 100_000 }, (_, node): [number, number] => [node, (node + 1) % 100_000])
  const picture = place(inputOf(graphOf(100_000, ring)))
  expect(picture.reversed.indexOf(1)).toBe(99_999)
})

test('place(long chain whose nodes all feed the last one) leads what is too long round below', () => {
  const count = 2_000
  const chain = Array.from({ length: count - 1 }, (_, node): [number, number] => [node, node + 1])
  const audit = Array.from({ length: count - 2 }, (_, node): [number, number] => [node, count - 1])
  const picture = place(inputOf(graphOf(count, [...chain, ...audit])))
  const points = pointsOf(picture, chain.length)
  expect(points).toHaveLength(6)
  expect(points[2]![1]).toBeGreaterThan(Math.max(...picture.y) + 44)
})

test('place(complete graph of 100, both ways) comes to an end', () => {
  const edges = Array.from({ length: 10_000 }, (_, i): [number, number] => [i % 100, Math.floor(i / 100)])
  const picture = place(
    inputOf(
      graphOf(
        100,
        edges.filter(([from, to]) => from !== to),
      ),
    ),
  )
  expect(picture.reversed.filter(Boolean)).toHaveLength(4_950)
})
