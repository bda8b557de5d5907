import { expect, test } from 'vitest'
import { cardsAt, linesFrom } from '../picture/fake-picture.ts'
import { cardAt, lineAt } from './hit-test.ts'
import { lineBoxes } from '../picture/line-boxes.ts'
import { openIndex, packThings } from '../picture/spatial-index.ts'

const cards = cardsAt([
  [0, 0],
  [230, 100],
  [230, 168],
])
const index = openIndex(packThings(cards))

test('cardAt(index, cards, point) finds the card under the point, to its last pixel', () => {
  expect(cardAt(index, cards, { x: 0, y: 0 })).toBe(0)
  expect(cardAt(index, cards, { x: 172, y: 44 })).toBe(0)
  expect(cardAt(index, cards, { x: 300, y: 180 })).toBe(2)
  expect(cardAt(index, cards, { x: 300, y: 150 })).toBe(-1)
})

test('cardAt(…, slack) finds a card beside which the point lies', () => {
  expect(cardAt(index, cards, { x: 175, y: 20 })).toBe(-1)
  expect(cardAt(index, cards, { x: 175, y: 20 }, 4)).toBe(0)
})

test('cardAt(…) in an empty picture finds nothing', () => {
  const none = cardsAt([])
  expect(cardAt(openIndex(packThings(none)), none, { x: 0, y: 0 })).toBe(-1)
})

test('lineAt(lines, curves, boxes, point, reach) finds the nearest line within reach', () => {
  const lines = linesFrom(
    [
      [0, 1],
      [0, 2],
    ],
    cards,
  )
  const boxes = lineBoxes(lines, cards)
  expect(lineAt([0, 1], lines, lines.curves, boxes, { x: 201, y: 72 }, 4)).toBe(0)
  expect(lineAt([0, 1], lines, lines.curves, boxes, { x: 228, y: 190 }, 4)).toBe(1)
  expect(lineAt([0, 1], lines, lines.curves, boxes, { x: 20, y: 300 }, 4)).toBe(-1)
})
