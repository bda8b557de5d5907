import { expect, test } from 'vitest'
import { placeGrid } from './place-grid.ts'

test('placeGrid(1,000 tiles) is a tidy grid, 1.6 times as wide as it is tall', () => {
  const { width, height } = placeGrid(
    new Float64Array(1_000).fill(112),
    new Float64Array(1_000).fill(30),
    36,
    14,
  )
  expect(width / height).toBeCloseTo(1.6, 0)
})

test('placeGrid(things, room) is as wide as the room', () => {
  const { x, y } = placeGrid([100, 100, 100, 100], [30, 30, 30, 30], 10, 10, 320)
  expect([...x]).toEqual([0, 110, 220, 0])
  expect([...y]).toEqual([0, 0, 0, 40])
})

test('placeGrid(things of many sizes) makes columns as wide as the widest and rows as tall as their tallest', () => {
  const { x, y, width, height } = placeGrid([50, 100, 60, 70], [30, 60, 30, 90], 10, 10, 210)
  expect([...x]).toEqual([0, 110, 0, 110])
  expect([...y]).toEqual([0, 0, 70, 70])
  expect([width, height]).toEqual([210, 160])
})

test('placeGrid(nothing) fills nothing', () => {
  expect(placeGrid([], [], 10, 10)).toMatchObject({ width: 0, height: 0 })
})
