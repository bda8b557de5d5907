import { expect, test } from 'vitest'
import { lineWidth, shortCount } from './line-width.ts'

test('lineWidth(weight, heaviest) grows with the logarithm, by less where any line stands for over a thousand', () => {
  expect(lineWidth(1, 10)).toBe(1.25)
  expect(lineWidth(10, 10)).toBeCloseTo(2.1)
  expect(lineWidth(100, 100)).toBeCloseTo(2.95)
  expect(lineWidth(100_000, 100_000)).toBeCloseTo(2.25)
  expect(lineWidth(1, 100_000)).toBe(1)
})

test('lineWidth(1, 10, 100 and 1,000 of any run) differ so far that they are drawn differently, in quarters of a pixel', () => {
  for (const heaviest of [1000, 3000, 100_000]) {
    const widths = [1, 10, 100, 1000].map((weight) => Math.round(4 * lineWidth(weight, heaviest)))
    expect(new Set(widths).size).toBe(4)
  }
})

test('shortCount(count) writes a long count short', () => {
  expect([7, 1234, 41_200, 2_500_000].map(shortCount)).toEqual(['7', '1,234', '41 k', '2.5 M'])
})
