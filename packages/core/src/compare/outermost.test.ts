import { expect, test } from 'vitest'
import { outermost } from './outermost.ts'

const plain = (nodes: number[], parents: number[]) => {
  const found = outermost(Int32Array.from(nodes), Int32Array.from(parents))
  return [[...found.nodes], [...found.inside]]
}

test('what is in another one of the nodes is counted there, however deep', () => {
  expect(plain([0, 1, 2, 3], [-1, 0, 1, 1])).toEqual([[0], [3]])
})

test('a node between that is not one of them parts what is inside', () => {
  expect(plain([0, 2, 3], [-1, 0, 1, 2])).toEqual([
    [0, 2],
    [0, 1],
  ])
})

test('a circle of parents is in nothing, and none of it is lost', () => {
  expect(plain([0, 1, 2], [1, 0, 1])).toEqual([
    [0, 1],
    [0, 1],
  ])
})

test('a chain of 100,000 parents is one node with the others inside', () => {
  const count = 100_000
  const nodes = Array.from({ length: count }, (_, node) => node)
  expect(
    plain(
      nodes,
      nodes.map((node) => node - 1),
    ),
  ).toEqual([[0], [count - 1]])
})
