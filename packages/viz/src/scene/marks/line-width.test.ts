import { expect, test } from 'vitest'
import { lineWidth, shortCount } from './line-width.ts'

test('lineWidth(weight, heaviest) grows with the logarithm, and thinner where any line stands for over a thousand', () => {
  expect(lineWidth(1, 10)).toBe(1.25)
  expect(lineWidth(10, 10)).toBeCloseTo(2.1)
  expect(lineWidth(100_000, 100_000)).toBeCloseTo(3.05)
  expect(lineWidth(1, 100_000)).toBe(1)
})

test('shortCount(count) writes a long count short', () => {
  expect([7, 1234, 41_200, 2_500_000].map(shortCount)).toEqual(['7', '1,234', '41 k', '2.5 M'])
})
