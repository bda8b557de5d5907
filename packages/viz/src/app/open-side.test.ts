import { expect, test } from 'vitest'
import { isTakenBySide } from './open-side.ts'

const WINDOW = { width: 390, height: 700 }
const SIZES = { sideWidth: 296, sheetHeight: 350 }
const seen = { x: 10, y: 280, width: 60, height: 44 }

test('isTakenBySide(seen, window, …) on a narrow page, where the sheet comes to lie over the foot of what is seen', () => {
  expect(isTakenBySide(seen, WINDOW, true, SIZES)).toBe(false)
  expect(isTakenBySide({ ...seen, y: 310 }, WINDOW, true, SIZES)).toBe(true)
})

test('isTakenBySide(seen, window, …) on a wide page, where the panel takes the right of the window', () => {
  const wide = { width: 1200, height: 700 }
  expect(isTakenBySide({ ...seen, x: 840 }, wide, false, SIZES)).toBe(false)
  expect(isTakenBySide({ ...seen, x: 850 }, wide, false, SIZES)).toBe(true)
})
