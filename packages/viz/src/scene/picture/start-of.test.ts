import { expect, test } from 'vitest'
import { cardsAt } from './fake-picture.ts'
import { startOf } from './start-of.ts'

const bounds = { x: 0, y: 0, width: 1000, height: 2000 }

const places: [number, number][] = [
  [10, 900],
  [300, 60],
  [20, 80],
  [30, 700],
]
const things = { ...cardsAt(places), depth: Uint8Array.of(0, 0, 1, 0) }

test('startOf(picture) begins with the topmost of the first column, in no box', () => {
  expect(startOf({ things, bounds, direction: 'right' })).toEqual({ x: 30, y: 700, width: 970, height: 1300 })
  expect(startOf({ things: cardsAt([]), bounds, direction: 'right' })).toBeNull()
})

test('startOf(picture that leads down) begins with the leftmost of the first row', () => {
  expect(startOf({ things, bounds, direction: 'down' })).toEqual({ x: 300, y: 60, width: 700, height: 1940 })
})
