import { expect, test } from 'vitest'
import { growthChart } from './growth-chart.mjs'

const linear = (name, factor) => ({
  name,
  points: [10_000, 100_000, 1_000_000].map((size) => ({ size, wall: (size * factor) / 1e6 })),
})
const dotsOf = (chart) =>
  [...chart.matchAll(/<circle class="fill(\d)" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, colour, x, y]) => ({
    colour,
    x: Number(x),
    y: Number(y),
  }))

test('growthChart(series) draws linear growth as a straight line, and twice the time above it', () => {
  const dots = dotsOf(growthChart([linear('one', 1), linear('two', 2)]))
  const [one, two] = [dots.slice(0, 3), dots.slice(3)]
  for (const [first, second, third] of [one, two]) {
    expect(second.x - first.x).toBeCloseTo(third.x - second.x, 0)
    expect(second.y - first.y).toBeCloseTo(third.y - second.y, 0)
  }
  expect(two.every(({ y }, i) => y < one[i].y)).toBe(true)
})

test('growthChart(series) keeps the colours of those that are there where others have no points', () => {
  expect(dotsOf(growthChart([{ name: 'none', points: [] }, linear('two', 2)]))[0].colour).toBe('1')
})

test('growthChart(series) writes names at some distance of each other, and as text', () => {
  const chart = growthChart([linear('<b>', 1), linear('&', 1.01)])
  expect(chart).not.toContain('<b>')
  const [one, other] = [...chart.matchAll(/class="name fill\d" x="\d+" y="([\d.]+)"/g)].map(([, y]) =>
    Number(y),
  )
  expect(Math.abs(one - other)).toBeGreaterThanOrEqual(16)
})
