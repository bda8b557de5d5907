import { expect, test } from 'vitest'
import { findLeaves } from './find-leaves.ts'

const find = (
  itemCount: number,
  links: readonly [tail: number, head: number][],
  from?: readonly number[],
  boxes: readonly number[] = [],
) =>
  findLeaves(
    Uint8Array.from({ length: itemCount }, (_, item) => (boxes.includes(item) ? 1 : 0)),
    Int32Array.from(links, ([tail]) => tail),
    Int32Array.from(links, ([, head]) => head),
    Uint32Array.from(from ?? links.map(([tail]) => tail)),
    Uint32Array.from(links, ([, head]) => head),
  )

test('findLeaves(one that feeds four) finds the four', () => {
  const { way, endsOf } = find(5, [[0, 1], [0, 2], [0, 3], [0, 4]]) // prettier-ignore
  expect([...way]).toEqual([0, 1, 1, 1, 1])
  expect([...endsOf(4)]).toEqual([0])
})

test('findLeaves(four that feed one) finds the four', () => {
  const { way, endsOf } = find(5, [[1, 0], [2, 0], [3, 0], [4, 0]]) // prettier-ignore
  expect([...way]).toEqual([0, -1, -1, -1, -1])
  expect([...endsOf(4)]).toEqual([0])
})

test('findLeaves(what leads on, and what is fed by few) finds none of it', () => {
  // 4 leads on to 5; 6 has only three readers, one of which is 3 as well.
  const { way } = find(9, [[0, 1], [0, 2], [0, 3], [0, 4], [0, 8], [4, 5], [6, 3], [6, 5], [6, 7]]) // prettier-ignore
  expect([...way]).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 1])
})

test('findLeaves(what comes through the side of the box) tells apart where it comes from', () => {
  const links: [number, number][] = [[-1, 0], [-1, 1], [-1, 2], [-1, 3], [-1, 4]] // prettier-ignore
  expect([...find(5, links, [0, 0, 0, 0, 1]).way]).toEqual([1, 1, 1, 1, 0])
})

test('findLeaves(what is fed by few) finds the open boxes of it', () => {
  expect([...find(3, [[0, 1], [0, 2]], [0, 0], [2]).way]).toEqual([0, 0, 1]) // prettier-ignore
  expect([...find(3, [[0, 1], [1, 2]], [0, 1], [1]).way]).toEqual([0, 0, 0]) // prettier-ignore
})
