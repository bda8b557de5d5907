import { expect, test } from 'vitest'
import { shareOfWork } from './share-work.ts'

test('shareOfWork(own, whole) gives all to what is all, and else as much as it holds, within a factor of two', () => {
  expect(shareOfWork(100, 100)).toBe(1)
  expect(shareOfWork(16, 64)).toBe(1 / 4)
  expect(shareOfWork(16, 127)).toBe(1 / 4)
  expect(shareOfWork(0, 0)).toBe(0)
})

test('shareOfWork(own, whole) stays where the whole changes a little', () => {
  expect(shareOfWork(100, 10_000)).toBe(shareOfWork(100, 9_900))
})
