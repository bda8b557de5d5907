import { expect, test } from 'vitest'
import { MAP_GAPS } from '../placing/gaps.ts'
import { placeSingles } from './place-singles.ts'

const input = (count: number, boxes: readonly number[], across = Infinity) => ({
  singleWidth: new Float64Array(count).fill(100),
  singleHeight: new Float64Array(count).fill(30),
  singleIsBox: Uint8Array.from({ length: count }, (_, i) => (boxes.includes(i) ? 1 : 0)),
  singleIsLinked: Uint8Array.from({ length: count }, (_, i) => (boxes[0] === i ? 1 : 0)),
  gaps: MAP_GAPS,
  across,
})

test('placeSingles(boxes, things) makes one grid of them, as wide as the widest component', () => {
  const { groups, groupOf, x } = placeSingles([{ width: 400 }], input(4, []), null)
  expect([groups.length, [...groupOf]]).toEqual([1, [0, 0, 0, 0]])
  expect([...x]).toEqual([0, 136, 272, 0])
})

test('placeSingles(boxes, things and open boxes) leaves each open box to itself', () => {
  const { groups, groupOf } = placeSingles([], input(4, [1, 3]), null)
  expect(groups.map(({ members }) => members)).toEqual([[0, 2], [1], [3]]) // prettier-ignore
  expect(groups.map(({ isApart }) => isApart)).toEqual([true, false, true])
  expect([...groupOf]).toEqual([0, 1, 0, 2])
})

test('placeSingles(boxes, things, bounded) piles no more above each other than there is room for', () => {
  const { groups, y } = placeSingles([{ width: 900 }], input(5, [], 80), null)
  expect([...y]).toEqual([0, 44, 0, 44, 0])
  expect(groups[0]!.height).toBeLessThanOrEqual(80)
})
