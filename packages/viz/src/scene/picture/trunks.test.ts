import { expect, test } from 'vitest'
import { linesFrom } from './fake-picture.ts'
import { STROKES } from './picture.ts'
import { drawnFor, trunksOf } from './trunks.ts'

const lines = linesFrom([
  [0, 1],
  [0, 1],
  [1, 0],
  [0, 1],
  [1, 2],
])

test('trunksOf(lines) draws the middle line from one card to another, which stands for the edges of all of them', () => {
  const trunks = trunksOf({ ...lines, weights: Uint32Array.of(1, 2, 4, 8, 16) })!
  expect(trunks.count).toBe(3)
  expect([...trunks.drawn]).toEqual([1, 1, 2, 1, 4])
  expect([...trunks.isTrunk]).toEqual([0, 1, 0, 0, 0])
  expect([1, 2, 4].map((line) => trunks.weights[line])).toEqual([11, 4, 16])
  expect(drawnFor(trunks, [0, 3, 4])).toEqual([1, 4])
})

test('trunksOf(lines) draws what leads back in a circle for what does not', () => {
  const strokes = Uint8Array.of(0, 0, 0, STROKES.indexOf('back'), 0)
  expect([...trunksOf({ ...lines, strokes })!.drawn]).toEqual([3, 3, 2, 3, 4])
})

test('trunksOf(lines) is null where no two lines join the same cards', () => {
  const pairs = [
    [0, 1],
    [1, 0],
    [1, 2],
  ] as const
  expect(trunksOf(linesFrom(pairs))).toBeNull()
})
