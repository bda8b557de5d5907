import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyGraph, graphOf } from './any-graph.ts'
import { equalParts } from './find-equal-parts.ts'
import type { Graph } from './placing/equal-cards.ts'

/** The same edges again and again, each time among things of their own. */
const repeated = (times: number, size: number, edges: readonly [number, number][]): Graph =>
  graphOf(
    times * size,
    Array.from({ length: times }, (_, part) =>
      edges.map(([from, to]): [number, number] => [part * size + from, part * size + to]),
    ).flat(),
  )

const found = ({ nodeCount, from, to }: Graph, least = 3, sort = new Int32Array(nodeCount)) =>
  equalParts(nodeCount, from, to, sort, least).map(({ members }) => [...members])

test('equalParts(pairs) folds those that feed and those that are fed', () => {
  expect(found(repeated(4, 2, [[0, 1]]))).toEqual([[0, 2, 4, 6], [1, 3, 5, 7]]) // prettier-ignore
})

test('equalParts(hubs with two readers each) folds the readers of all into one', () => {
  expect(found(repeated(3, 3, [[0, 1], [0, 2]]))).toEqual([[0, 3, 6], [1, 2, 4, 5, 7, 8]]) // prettier-ignore
})

test('equalParts(circles) folds them into a circle: one of each to one, wherever it stands in it', () => {
  const ring: [number, number][] = [[0, 1], [1, 2], [2, 3], [3, 0]] // prettier-ignore
  const other: [number, number][] = [[8, 10], [10, 9], [9, 11], [11, 8]] // prettier-ignore
  const { from, to } = graphOf(12, [...ring, ...ring.map(([a, b]): [number, number] => [a + 4, b + 4]), ...other]) // prettier-ignore
  const sets = found({ nodeCount: 12, from, to })
  expect(sets.map((set) => set.length)).toEqual([3, 3, 3, 3])
  const setOf = (thing: number): number => sets.findIndex((set) => set.includes(thing))
  expect(new Set([...from.keys()].map((i) => `${setOf(from[i]!)} ${setOf(to[i]!)}`)).size).toBe(4)
})

test('equalParts(things that feed themselves) are parts too', () => {
  expect(found(repeated(3, 1, [[0, 0]]))).toEqual([[0, 1, 2]])
})

test('equalParts(parts of one shape but other sorts, or with what never folds) keeps them apart', () => {
  const sort = Int32Array.of(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0)
  expect(found(repeated(6, 2, [[0, 1]]), 3, sort)).toEqual([[0, 2, 6, 8], [1, 3, 7, 9]]) // prettier-ignore
})

test('equalParts(too few of a shape, or what is large) folds nothing', () => {
  expect(found(repeated(2, 2, [[0, 1]]))).toEqual([])
  const chain = Array.from({ length: 99 }, (_, i): [number, number] => [i, i + 1])
  expect(found(repeated(3, 100, chain))).toEqual([])
})

test('equalParts(graph beside two copies of it, or of it in another order of edges) folds whatever is small, and joins no circle that is none', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { nodeCount, from, to } = graph
      const thrice = repeated(
        3,
        nodeCount,
        [...from.keys()].map((edge) => [from[edge]!, to[edge]!]),
      )
      const sets = found(thrice)
      const members = sets.flat()
      expect(new Set(members).size).toBe(members.length)
      expect(found({ ...thrice, from: thrice.from.toReversed(), to: thrice.to.toReversed() })).toEqual(sets)
      if (nodeCount <= 32) expect(new Set(members)).toEqual(new Set([...thrice.from, ...thrice.to]))
    }),
  )
})
