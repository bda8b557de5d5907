import { expect, test } from 'vitest'
import { stayTurned } from './stay-turned.ts'

/** 0 and 1 feed each other, 1 feeds 2. */
const from = Uint32Array.of(0, 1, 1)
const to = Uint32Array.of(1, 0, 2)
const fresh = Uint8Array.of(1, 0, 0)

test('stayTurned(circle that was there) turns the edge that was turned before', () => {
  expect([...stayTurned(fresh, Int32Array.of(0, 1, 2), 3, from, to)]).toEqual([0, 1, 0])
  expect([...stayTurned(fresh, Int32Array.of(1, 0, 1), 3, from, to)]).toEqual([1, 0, 0])
})

test('stayTurned(edge in no circle) turns it not, wherever its ends were', () => {
  expect([...stayTurned(fresh, Int32Array.of(2, 3, 0), 3, from, to)]).toEqual([0, 1, 0])
})

test.each([
  { what: 'something new in the circle', before: Int32Array.of(0, -1, 2) },
  { what: 'a circle of things of one layer', before: Int32Array.of(1, 1, 2) },
  { what: 'no picture before', before: null },
])('stayTurned($what) keeps what is found without a picture before', ({ before }) => {
  expect([...stayTurned(fresh, before, 3, from, to)]).toEqual([...fresh])
})
