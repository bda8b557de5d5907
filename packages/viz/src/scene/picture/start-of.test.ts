import { expect, test } from 'vitest'
import { cardsAt, linesFrom } from './fake-picture.ts'
import { linkedPartsOf } from './linked-parts.ts'
import type { Picture } from './picture.ts'
import { fromCards, startOf } from './start-of.ts'

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

const startIn = (picture: Pick<Picture, 'things' | 'lines' | 'bounds' | 'direction'>, size: typeof window) =>
  startOf({ ...picture, linkedParts: linkedPartsOf(picture) }, size)

test('startOf(picture) begins with the topmost of the first column, in no box', () => {
  const start = startIn({ things, lines, bounds, direction: 'right' }, window)
  expect(start).toEqual({ x: 30, y: 700, width: 970, height: 1300 })
  expect(startIn({ things: cardsAt([]), lines, bounds, direction: 'right' }, window)).toBeNull()
})

test('startOf(picture that leads down) begins with the leftmost of the first row', () => {
  const start = startIn({ things, lines, bounds, direction: 'down' }, window)
  expect(start).toEqual({ x: 300, y: 60, width: 700, height: 1940 })
})

test('startOf(picture) begins with what stands above it and is linked to it, where one window shows both', () => {
  const joined = { lines: linesFrom([[0, 1]]), things, bounds, direction: 'right' } as const
  expect(startIn(joined, { width: 1000, height: 960 })).toMatchObject({ x: 10, y: 60 })
  expect(startIn(joined, { width: 1000, height: 959 })).toMatchObject({ x: 10, y: 900 })
})

test('startOf(picture) begins with what is linked, or has it inside, wherever what has no lineage stands', () => {
  const looped = linesFrom([
    [0, 1],
    [3, 3],
  ])
  expect(startIn({ things, lines: looped, bounds, direction: 'right' }, window)).toMatchObject({
    x: 10,
    y: 900,
  })
  const boxed = { ...things, box: Int32Array.of(-1, -1, 1, -1) }
  const within = linesFrom([[2, 1]])
  expect(startIn({ things: boxed, lines: within, bounds, direction: 'right' }, window)).toMatchObject({
    x: 300,
    y: 60,
  })
})

/** A box that holds a box and a card beside it: the inner box has a card. */
const boxed = (...at: [number, number][]) => ({
  ...cardsAt(at),
  box: Int32Array.of(-1, 0, 1, 0),
  forms: Uint8Array.of(0, 0, 1, 1),
})

test('fromCards(…) begins where the box does, where a window shows something inside it', () => {
  const whole = { x: 0, y: 0, width: 9000, height: 9000 }
  const near = boxed([0, 0], [20, 500], [40, 560], [5000, 5000])
  expect(fromCards(near, 0, whole, window)).toBe(whole)
  expect(fromCards(near, 2, whole, window)).toBe(whole)
  expect(fromCards({ ...near, count: 1 }, 0, whole, window)).toBe(whole)
})

test('fromCards(…) begins at the nearest card inside, with what is around that as far as one window shows both', () => {
  const whole = { x: 0, y: 0, width: 9000, height: 9000 }
  const far = boxed([0, 0], [20, 3000], [40, 3060], [5000, 5000])
  expect(fromCards(far, 0, whole, window)).toEqual({ x: 20, y: 3000, width: 8980, height: 6000 })
  const further = boxed([0, 0], [20, 3000], [40, 4060], [5000, 5000])
  expect(fromCards(further, 0, whole, window)).toEqual({ x: 40, y: 4060, width: 8960, height: 4940 })
})

test('startOf(picture) begins with cards, also where the first column is an open box that holds nothing at its corner', () => {
  const far = boxed([0, 0], [20, 3000], [40, 3060], [5000, 5000])
  const joined = linesFrom([[2, 3]])
  expect(startIn({ things: far, lines: joined, bounds, direction: 'right' }, window)).toMatchObject({
    x: 20,
    y: 3000,
  })
})
