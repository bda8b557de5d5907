import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD, PILL } from '../picture/measures.ts'
import { roomForPill } from '../picture/room-for-pill.ts'
import { windowOf } from './camera.ts'
import { wholeRows } from './whole-rows.ts'

const size = { width: 600, height: 300 }
const topOf = (camera: { x: number; y: number; k: number }): number => windowOf(camera, size).y
/** Cards of 44 every 68, in two columns that stand level. */
const rows = [0, 68, 136, 204, 272, 340, 408, 476, 544, 612]
const picture = pictureWith(cardsAt(rows.flatMap((y) => [[0, y] as const, [300, y] as const])), linesFrom([]))
const about = { y: 272, height: CARD.height }

test('wholeRows(…) begins at the nearest whole row, with room above it', () => {
  const at = (top: number): number => topOf(wholeRows({ x: 300, y: top + 150, k: 1 }, size, picture, about))
  expect(at(100)).toBe(124)
  expect(at(80)).toBe(56)
})

test('wholeRows(…) leaves a camera whose window cuts no card at its top', () => {
  const camera = { x: 300, y: 115 + 150, k: 1 }
  expect(wholeRows(camera, size, picture, about)).toBe(camera)
})

test('wholeRows(…) keeps what the picture is about in the window, and no less of the picture below', () => {
  expect(topOf(wholeRows({ x: 300, y: 10 + 150, k: 1 }, size, picture, about))).toBe(56)
  const foot = { ...picture, bounds: { x: 0, y: -20, width: 600, height: 640 } }
  const low = { y: 544, height: 100 }
  expect(topOf(wholeRows({ x: 300, y: 310 + 150, k: 1 }, size, foot, low))).toBeLessThanOrEqual(320)
})

test('wholeRows(…) counts only what stands in the columns that are seen, and cuts as few as can be', () => {
  const beside = cardsAt([...rows.map((y) => [0, y] as const), [900, 120], [300, 90], [300, 160]])
  const { y } = wholeRows({ x: 300, y: 100 + 150, k: 1 }, size, pictureWith(beside, linesFrom([])), about)
  const top = y - 150
  const cut = [...rows, 90, 160].filter((start) => start < top && start + CARD.height > top)
  expect(cut).toEqual([])
})

test('wholeRows(…) where the data goes downwards begins with the pills of what waits above the first row', () => {
  const things = cardsAt([0, 100, 200, 300, 400].map((y) => [0, y] as const))
  things.waitsUp.fill(3)
  const down = { ...pictureWith(things, linesFrom([])), direction: 'down' as const }
  expect(topOf(wholeRows({ x: 300, y: 180 + 150, k: 1 }, size, down, about))).toBe(
    200 - roomForPill(3).beyond,
  )
})

test('wholeRows(…) where the data goes downwards cuts no pill whose card it does not cut', () => {
  const things = cardsAt([0, 100, 200, 300, 400].map((y) => [0, y] as const))
  things.waitsUp.fill(3)
  const down = { ...pictureWith(things, linesFrom([])), direction: 'down' as const }
  const pillTop = 200 - PILL.away - PILL.height
  expect(topOf(wholeRows({ x: 300, y: pillTop + 1 + 150, k: 1 }, size, down, about))).toBeLessThan(pillTop)
})
