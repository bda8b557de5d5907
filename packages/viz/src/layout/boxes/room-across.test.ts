import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { roomAcross } from './room-across.ts'

/** A box with a box inside that holds three cards of 44; nothing is bounded. */
const nested = {
  ...inputOf(graphOf(5, [])),
  isBox: Uint8Array.of(1, 1, 0, 0, 0),
  box: Int32Array.of(-1, 0, 1, 1, 1),
  head: Float64Array.of(36, 36, 0, 0, 0),
}

test('roomAcross(input without a bound) bounds nothing', () => {
  expect([...roomAcross(nested).across].every((room) => room === Infinity)).toBe(true)
})

test('roomAcross(input) takes the sides of each box off the room around it', () => {
  const { across } = roomAcross({ ...nested, across: 400 })
  // Margins of 37; a header of 36 and 16 below; a header of 36 and 12 below.
  expect([across[5], across[0], across[1]]).toEqual([326, 274, 226])
})

test('roomAcross(input) guesses that a box takes what its things take beside each other, as far as there is room', () => {
  const wide = roomAcross({ ...nested, across: 400 }).extent
  expect(wide[1]).toBe(3 * 44 + 2 * 24 + 48)
  const narrow = roomAcross({ ...nested, across: 300 }).extent
  expect(narrow[1]).toBe(126 + 48)
})
