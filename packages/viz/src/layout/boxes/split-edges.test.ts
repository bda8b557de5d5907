import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { BORDER, splitEdges } from './split-edges.ts'

/** Box 0 holds box 1, which holds 2; box 3 holds 4; 5 stands outside. */
const split = (pairs: readonly (readonly [number, number])[]) => {
  const pieces = splitEdges({
    ...inputOf(graphOf(6, pairs)),
    box: Int32Array.of(-1, 0, 1, -1, 3, -1),
    isBox: Uint8Array.of(1, 1, 0, 1, 0, 0),
  })
  return Array.from({ length: pieces.edge.length }, (_, piece) => ({
    box: pieces.box[piece],
    tail: pieces.tail[piece],
    head: pieces.head[piece],
  }))
}

test('splitEdges(edge between things of one box) leaves it whole', () => {
  expect(split([[0, 5]])).toEqual([{ box: 6, tail: 0, head: 5 }])
})

test('splitEdges(edge out of a box in a box into another) has a piece in each box on its way, in the way of the data', () => {
  expect(split([[2, 4]])).toEqual([
    { box: 1, tail: 2, head: BORDER },
    { box: 0, tail: 1, head: BORDER },
    { box: 6, tail: 0, head: 3 },
    { box: 3, tail: BORDER, head: 4 },
  ])
})

test('splitEdges(edge between a thing and a box around it) has no pieces: what stands inside says it already', () => {
  expect(split([[0, 2]])).toEqual([])
  expect(split([[2, 1]])).toEqual([])
})

test('splitEdges(edge from a thing to itself) has no pieces', () => {
  expect(split([[2, 2]])).toEqual([])
})
