import { expect, test } from 'vitest'
import { MAP_GAPS } from './gaps.ts'
import { packComponents } from './pack-components.ts'

const box = (width: number, height: number, lane = false) => ({ width, height, top: 0, lane })

test('packComponents(one that reaches to the sides) puts all others below it', () => {
  const { left, top } = packComponents([box(50, 50), box(300, 100), box(60, 60)], 1, MAP_GAPS, 1.6)
  expect([left[1], top[1]]).toEqual([0, 0])
  expect(Math.min(top[0]!, top[2]!)).toBe(100 + MAP_GAPS.component)
})

test('packComponents(some with cards in the outside lane) puts those in a row at the foot', () => {
  const { top, height } = packComponents(
    [box(50, 50, true), box(300, 100), box(60, 80, true)],
    -1,
    MAP_GAPS,
    1.6,
  )
  expect(top[0]! + 50).toBe(height)
  expect(top[2]! + 80).toBe(height)
  expect(top[0]).toBeGreaterThan(top[1]! + 100)
})
