import { expect, test } from 'vitest'
import { adjacencyOf } from './adjacency.ts'
import { lightUp, lightUpLine } from './light-up.ts'
import { linesFrom } from './fake-picture.ts'

const marked = (marks: Uint8Array): number[] => [...marks.keys()].filter((i) => marks[i] === 1)

// 0 → 1 → 2 → 3, 4 → 2, and 5 alone
const lines = linesFrom([
  [0, 1],
  [1, 2],
  [2, 3],
  [4, 2],
])
const adjacency = adjacencyOf(6, lines)

test('lightUp(lines, adjacency, [card]) reaches all that is upstream and downstream, and nothing beside it', () => {
  const light = lightUp(lines, adjacency, [1])
  expect(marked(light.cards)).toEqual([0, 1, 2, 3])
  expect(marked(light.lines)).toEqual([0, 1, 2])
  expect([light.upstream, light.downstream]).toEqual([1, 2])
})

test('lightUp(…) of a card without lineage lights the card alone', () => {
  expect(marked(lightUp(lines, adjacency, [5]).cards)).toEqual([5])
})

test('lightUp(…) in a circle lights the circle once, and ends', () => {
  const circle = linesFrom([
    [0, 1],
    [1, 2],
    [2, 0],
    [1, 1],
  ])
  const light = lightUp(circle, adjacencyOf(3, circle), [0])
  expect(marked(light.cards)).toEqual([0, 1, 2])
  expect(marked(light.lines)).toEqual([0, 1, 2, 3])
})

test('lightUpLine(lines, adjacency, line) leaves out what else enters the end of the line', () => {
  const light = lightUpLine(lines, adjacency, 1)
  expect(marked(light.cards)).toEqual([0, 1, 2, 3])
  expect(marked(light.lines)).toEqual([0, 1, 2])
  expect(light.line).toBe(1)
})
