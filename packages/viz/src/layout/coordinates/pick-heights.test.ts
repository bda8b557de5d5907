import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { evenWishes, orderedOf } from '../any-layered.ts'
import { pickHeights } from './pick-heights.ts'

const ordered = orderedOf(graphOf(4, [[0, 1], [2, 3]])) // prettier-ignore
const picked = (...pictures: readonly (readonly number[])[]): number[] => [
  ...pickHeights(
    ordered.layered,
    ordered.order,
    evenWishes(ordered),
    pictures.map((y) => Float64Array.from(y)),
  ),
]

test('pickHeights(pictures) takes of each component the shorter one', () => {
  expect(picked([0, 50, 0, 10], [0, 20, 0, 90])).toEqual([0, 20, 0, 10])
})

test('pickHeights(pictures) takes the level one', () => {
  expect(picked([0, 1, 0, 1], [5, 5, 7, 7])).toEqual([5, 5, 7, 7])
})

test('pickHeights(pictures that are as good) takes the first', () => {
  expect(picked([0, 10, 0, 10], [10, 0, 10, 0])).toEqual([0, 10, 0, 10])
})
