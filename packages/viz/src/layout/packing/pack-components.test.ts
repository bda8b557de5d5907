import { expect, test } from 'vitest'
import { MAP_GAPS } from '../placing/gaps.ts'
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

test('packComponents(one that reaches to the sides, with a bound) puts what does not fit below it behind it, where nothing leaves there', () => {
  const boxes = [box(50, 90), box(300, 150)]
  const behind = packComponents(boxes, 1, MAP_GAPS, 1.6, 200, true)
  expect([behind.left[0], behind.top[0]]).toEqual([300 + MAP_GAPS.component, 0])
  expect([behind.width, behind.height]).toEqual([350 + MAP_GAPS.component, 150])
  expect(packComponents(boxes, 1, MAP_GAPS, 1.6, 200).top[0]).toBe(150 + MAP_GAPS.component)
  expect(packComponents(boxes, 1, MAP_GAPS, 1.6, 400, true).top[0]).toBe(150 + MAP_GAPS.component)
})
