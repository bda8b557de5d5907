import { expect, test } from 'vitest'
import { cardsAt } from './fake-picture.ts'
import { startOf } from './start-of.ts'

const bounds = { x: 0, y: 0, width: 1000, height: 2000 }

test('startOf(picture) begins with what stands nearest to the left top and in no box', () => {
  const things = {
    ...cardsAt([
      [10, 900],
      [300, 60],
      [20, 80],
    ]),
    depth: Uint8Array.of(0, 0, 1),
  }
  expect(startOf({ things, bounds })).toEqual({ x: 300, y: 60, width: 700, height: 1940 })
  expect(startOf({ things: cardsAt([]), bounds })).toBeNull()
})
