import { expect, test } from 'vitest'
import { adjacencyOf } from './picture/adjacency.ts'
import { cardsAt, linesFrom } from './picture/fake-picture.ts'
import { nearestTo, walk, walkFrom } from './walk.ts'

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

const walkAmong = (things: typeof cards, from: number, arrow: 'up' | 'down'): number => {
  const none = linesFrom([])
  const walked = {
    things,
    lines: none,
    adjacency: adjacencyOf(things.count, none),
    direction: 'right' as const,
  }
  return walk(walked, from, arrow)
}

test('walk(…) ends where a column ends: it does not fly to what stands lower in another', () => {
  const [a, b, c] = [0, 1, 2]
  const things = cardsAt([
    [0, 0],
    [230, 100],
    [250, 300],
  ])
  expect(walkAmong(things, a, 'down')).toBe(-1)
  expect(walkAmong(things, b, 'down')).toBe(c) // they overlap: it is one column, if not flush
  expect(walkAmong(things, c, 'up')).toBe(b)
  expect(walkAmong(things, c, 'down')).toBe(-1)
})

test('walk(…) goes up and down among what stands in the same box first, then on to what stands below it in the column, past the box itself', () => {
  const [a, b, c, d] = [1, 2, 3, 4]
  const things = {
    ...cardsAt([
      [-10, -40],
      [0, 0],
      [60, 90],
      [0, 50],
      [0, 200],
    ]),
    ...{ box: Int32Array.of(-1, 0, 0, -1, -1), forms: Uint8Array.of(0, 2, 2, 2, 2) },
  }
  expect(walkAmong(things, a, 'down')).toBe(b)
  expect(walkAmong(things, b, 'down')).toBe(d)
  expect(walkAmong(things, a, 'up')).toBe(-1)
  expect(walkAmong(things, 0, 'down')).toBe(c)
})

/** a is an open box around b and c, before d and after e. */
const boxed = {
  ...cardsAt([
    [100, 0],
    [110, 40],
    [110, 140],
    [400, 150],
    [-200, 30],
  ]),
  ...{ box: Int32Array.of(-1, 0, 0, -1, -1), forms: Uint8Array.of(0, 2, 2, 2, 2) },
}
const walkBoxed = (pairs: readonly (readonly [number, number])[], from: number, arrow: 'left' | 'right') => {
  const drawn = linesFrom(pairs)
  const walked = {
    things: boxed,
    lines: drawn,
    adjacency: adjacencyOf(5, drawn),
    direction: 'right' as const,
  }
  return walk(walked, from, arrow)
}

test('walk(…) leaves an open box by the lines of what is inside it', () => {
  const [box, b, c, d, e] = [0, 1, 2, 3, 4]
  const pairs = [
    [b, c],
    [c, d],
    [e, b],
  ] as const
  expect(walkBoxed(pairs, box, 'right')).toBe(d)
  expect(walkBoxed(pairs, box, 'left')).toBe(e)
})

test('walk(…) goes with the data into an open box that nothing leads out of, to the first thing inside', () => {
  const [box, b, c] = [0, 1, 2]
  expect(walkBoxed([[b, c]], box, 'right')).toBe(b)
  expect(walkBoxed([[b, box]], box, 'right')).toBe(b) // of what is inside, its line to the box itself leads nowhere else
  expect(walkBoxed([[b, c]], box, 'left')).toBe(-1)
})

test('nearestTo(cards, point) is the nearest card, or -1 where there is none', () => {
  expect(nearestTo(cards, { x: 240, y: 190 })).toBe(4)
  expect(nearestTo(cardsAt([]), { x: 0, y: 0 })).toBe(-1)
})

test('walkFrom(…) where nothing is chosen goes from the focus of the lineage the way of the arrow, and to the focus where nothing is there', () => {
  const lineage = { ...picture, focus: 3 }
  const nearCardE = { x: 230, y: 200 }
  expect(walkFrom(lineage, undefined, 'left', nearCardE)).toBe(1)
  expect(walkFrom(lineage, undefined, 'up', nearCardE)).toBe(2)
  expect(walkFrom(lineage, undefined, 'right', nearCardE)).toBe(3)
  expect(walkFrom(lineage, 4, 'left', nearCardE)).toBe(0)
})

test('walkFrom(…) where nothing is chosen and there is no focus begins at the thing nearest to the point', () => {
  expect(walkFrom({ ...picture, focus: -1 }, undefined, 'left', { x: 230, y: 190 })).toBe(4)
})
