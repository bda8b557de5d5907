import { expect, test } from 'vitest'
import { adjacencyOf } from './adjacency.ts'
import { cardsAt, linesFrom } from './fake-picture.ts'
import { nearestTo, walk } from './walk.ts'

const cards = cardsAt([
  [0, 0],
  [0, 68],
  [230, 0],
  [230, 68],
  [230, 200],
])
const lines = linesFrom([
  [0, 4],
  [0, 3],
  [1, 3],
])
const adjacency = adjacencyOf(5, lines)

test('walk(…) goes right to the nearest card that it feeds, and left to the nearest that feeds it', () => {
  expect(walk(cards, lines, adjacency, 0, 'right')).toBe(3)
  expect(walk(cards, lines, adjacency, 3, 'left')).toBe(1)
  expect(walk(cards, lines, adjacency, 2, 'left')).toBe(-1)
})

test('walk(…) goes up and down among the cards of one layer', () => {
  expect(walk(cards, lines, adjacency, 2, 'down')).toBe(3)
  expect(walk(cards, lines, adjacency, 4, 'up')).toBe(3)
  expect(walk(cards, lines, adjacency, 0, 'up')).toBe(-1)
})

test('nearestTo(cards, point) is the nearest card, or -1 where there is none', () => {
  expect(nearestTo(cards, { x: 240, y: 190 })).toBe(4)
  expect(nearestTo(cardsAt([]), { x: 0, y: 0 })).toBe(-1)
})
