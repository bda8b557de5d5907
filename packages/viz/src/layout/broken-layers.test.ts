import { expect, test } from 'vitest'
import { graphOf } from './any-graph.ts'
import { inputOf } from './placing/equal-cards.ts'
import { LINEAGE_GAPS } from './placing/gaps.ts'
import { place } from './place-at-once.ts'

test('place(a fan of very many) in a lineage breaks its layer into a block before what comes next, about as wide as it is high', () => {
  for (const given of [false, true]) {
    // A table that 400 read, the last of which feeds one more.
    const edges = Array.from({ length: 400 }, (_, i): [number, number] => [0, i + 1])
    const layer = Int32Array.from({ length: 402 }, (_, i) => (i === 0 ? 0 : i === 401 ? 2 : 1))
    const input = { ...inputOf(graphOf(402, [...edges, [400, 401]])), gaps: LINEAGE_GAPS }
    const { x, y, totalWidth, totalHeight } = place({ ...input, ...(given && { layer }) })
    const readers = [...x.subarray(1, 401)]
    expect(Math.min(...readers)).toBeGreaterThan(x[0]!)
    expect(Math.max(...readers)).toBeLessThan(x[401]!)
    expect(totalWidth / totalHeight).toBeGreaterThan(0.6)
    expect(totalWidth / totalHeight).toBeLessThan(2)
    // In their order, from column to column.
    const ways = readers.slice(1).map((left, i) => [left - readers[i]!, y[i + 2]! - y[i + 1]!] as const)
    expect(ways.slice(0, 398).every(([dx, dy]) => dx > 0 || (dx === 0 && dy > 0))).toBe(true)
  }
})

test('place(one thing far higher than all others) leaves the others in the column of their layer', () => {
  const edges = Array.from({ length: 30 }, (_, i): [number, number] => [0, i + 1])
  const input = { ...inputOf(graphOf(31, edges)), gaps: LINEAGE_GAPS }
  input.height[0] = 6000
  expect(new Set(place(input).x.subarray(1)).size).toBe(1)
})
