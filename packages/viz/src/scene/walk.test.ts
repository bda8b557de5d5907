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
const picture = { things: cards, lines, adjacency: adjacencyOf(5, lines), direction: 'right' } as const

test('walk(…) goes right to the nearest card that it feeds, and left to the nearest that feeds it', () => {
  expect(walk(picture, 0, 'right')).toBe(3)
  expect(walk(picture, 3, 'left')).toBe(1)
  expect(walk(picture, 2, 'left')).toBe(-1)
})

test('walk(…) goes up and down among the cards of one layer', () => {
  expect(walk(picture, 2, 'down')).toBe(3)
  expect(walk(picture, 4, 'up')).toBe(3)
  expect(walk(picture, 0, 'up')).toBe(-1)
})

test('walk(…) is turned with a picture whose data goes downwards', () => {
  const turned = {
    ...picture,
    ...{ things: { ...cards, x: cards.y, y: cards.x }, direction: 'down' as const },
  }
  expect(walk(turned, 0, 'down')).toBe(3)
  expect(walk(turned, 3, 'up')).toBe(1)
  expect(walk(turned, 2, 'right')).toBe(3)
  expect(walk(turned, 4, 'left')).toBe(3)
})

test('walk(…) goes on among what stands in the same box where nothing more is in the layer', () => {
  const [a, b, c] = [0, 1, 2]
  const things = cardsAt([
    [0, 0],
    [230, 100],
    [250, 300],
  ])
  const alone = { ...picture, things, lines: linesFrom([]), adjacency: adjacencyOf(3, linesFrom([])) }
  expect(walk(alone, a, 'down')).toBe(b)
  expect(walk(alone, c, 'up')).toBe(b)
  expect(walk(alone, c, 'down')).toBe(-1)
  expect(walk({ ...alone, things: { ...things, box: Int32Array.of(-1, 0, -1) } }, a, 'down')).toBe(c)
})

test('nearestTo(cards, point) is the nearest card, or -1 where there is none', () => {
  expect(nearestTo(cards, { x: 240, y: 190 })).toBe(4)
  expect(nearestTo(cardsAt([]), { x: 0, y: 0 })).toBe(-1)
})
