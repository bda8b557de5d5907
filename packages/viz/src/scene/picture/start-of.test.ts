import { expect, test } from 'vitest'
import { cardsAt, linesFrom } from './fake-picture.ts'
import { startOf } from './start-of.ts'

const bounds = { x: 0, y: 0, width: 1000, height: 2000 }

const places: [number, number][] = [
  [10, 900],
  [300, 60],
  [20, 80],
  [30, 700],
]
const things = { ...cardsAt(places), depth: Uint8Array.of(0, 0, 1, 0) }
const lines = linesFrom([])
const window = { width: 1000, height: 800 }

test('startOf(picture) begins with the topmost of the first column, in no box', () => {
  const start = startOf({ things, lines, bounds, direction: 'right' }, window)
  expect(start).toEqual({ x: 30, y: 700, width: 970, height: 1300 })
  expect(startOf({ things: cardsAt([]), lines, bounds, direction: 'right' }, window)).toBeNull()
})

test('startOf(picture that leads down) begins with the leftmost of the first row', () => {
  const start = startOf({ things, lines, bounds, direction: 'down' }, window)
  expect(start).toEqual({ x: 300, y: 60, width: 700, height: 1940 })
})

test('startOf(picture) begins with what stands above it and is linked to it, where one window shows both', () => {
  const joined = { lines: linesFrom([[0, 1]]), things, bounds, direction: 'right' } as const
  expect(startOf(joined, { width: 1000, height: 960 })).toMatchObject({ x: 10, y: 60 })
  expect(startOf(joined, { width: 1000, height: 959 })).toMatchObject({ x: 10, y: 900 })
})

test('startOf(picture) begins with what is linked, or has it inside, wherever what has no lineage stands', () => {
  const looped = linesFrom([
    [0, 1],
    [3, 3],
  ])
  expect(startOf({ things, lines: looped, bounds, direction: 'right' }, window)).toMatchObject({
    x: 10,
    y: 900,
  })
  const boxed = { ...things, box: Int32Array.of(-1, -1, 1, -1) }
  const within = linesFrom([[2, 1]])
  expect(startOf({ things: boxed, lines: within, bounds, direction: 'right' }, window)).toMatchObject({
    x: 300,
    y: 60,
  })
})
