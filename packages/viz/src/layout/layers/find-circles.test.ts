import { expect, test } from 'vitest'
import { findCircles } from './find-circles.ts'

test('findCircles(count, from, to) numbers the parts in which lineage runs round; a loop alone is none', () => {
  // 0 and 1 in a circle, which feeds 2; 2 feeds itself; 3 and 4 in another circle.
  const from = Uint32Array.of(0, 1, 1, 2, 3, 4)
  const to = Uint32Array.of(1, 0, 2, 2, 4, 3)
  const [a, b, c, d, e] = findCircles(5, from, to)
  expect([a === b, c, d === e]).toEqual([true, -1, true])
  expect([a, d].sort()).toEqual([0, 1])
})
