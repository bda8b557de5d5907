import { expect, test } from 'vitest'
import { coveredBy, footOf } from './lies-over.ts'

const WINDOW = { x: 0, y: 0, width: 800, height: 600 }
const PANEL = { x: 500, y: 0, width: 300, height: 600 }
const OUTLINE = { x: -20, y: 10, width: 208, height: 580 }
const BAR = { x: 16, y: 548, width: 200, height: 36 }

test('coveredBy(over, window, seen) has the sides that panels take, wherever one looks', () => {
  const seen = { x: 300, y: 200, width: 50, height: 20 }
  expect(coveredBy([PANEL, OUTLINE], WINDOW, seen)).toEqual({ left: 188, right: 300, bottom: 0 })
  expect(coveredBy([], WINDOW, seen)).toEqual({ left: 0, right: 0, bottom: 0 })
})

test('coveredBy(over, window, seen) has the foot where what one looks at would lie under a bar, and only there', () => {
  const under = { x: 100, y: 540, width: 50, height: 20 }
  expect(coveredBy([BAR], WINDOW, under).bottom).toBe(52)
  expect(coveredBy([BAR], WINDOW, { ...under, x: 400 }).bottom).toBe(0)
  expect(coveredBy([BAR], WINDOW, { ...under, y: 400 }).bottom).toBe(0)
})

test('footOf(bars, window, isTaken) is as high as the highest bar under which something stands, with room above it', () => {
  const high = { x: 400, y: 500, width: 200, height: 84 }
  expect(footOf([BAR, high], WINDOW, ({ x }) => x === BAR.x)).toBe(52 + 12)
  expect(footOf([BAR, high], WINDOW, () => true)).toBe(100 + 12)
  expect(footOf([BAR, high], WINDOW, () => false)).toBe(0)
})
