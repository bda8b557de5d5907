import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, rowsOf, type Ordered } from '../any-layered.ts'
import { barycentreSorter } from './sort-by-barycentre.ts'

/** Sorts layer 1 by layer 0. */
function sorted({ layered, order, lane }: Ordered, flip = false): number[] {
  barycentreSorter(layered, order, lane)(1, 0, layered.into, flip)
  return rowsOf(layered, order)[1]!
}

test('sortLayer(layer) follows the means of the neighbours', () => {
  // 3 is fed by the lowest, 4 by the lowest and the highest, 5 by the highest
  const graph = graphOf(6, [[0, 4], [0, 5], [1, 4], [2, 3], [2, 4]]) // prettier-ignore
  const ordered = orderedOf(graph)
  ordered.order.vertices.set([0, 1, 2, 3, 4, 5])
  ordered.order.place.set([0, 1, 2, 3, 4, 5])
  expect(sorted(ordered)).toEqual([5, 4, 3])
})

test('sortLayer(layer) follows the means of many that hang between the same two neighbours', () => {
  // Of 0 and 1, nodes 2 to 41 hang by 1 line on the lower, and the more on the upper the further down they stand.
  const lines = Array.from({ length: 40 }, (_, i): [number, number][] => [
    [1, i + 2],
    ...Array.from({ length: i + 1 }, (): [number, number] => [0, i + 2]),
  ])
  const ordered = orderedOf(graphOf(42, lines.flat()))
  const before = rowsOf(ordered.layered, ordered.order)[1]!
  expect(before).toEqual(before.toSorted((a, b) => a - b))
  expect(sorted(ordered)).toEqual(before.toReversed())
})

test('sortLayer(layer) leaves equals as they are, or turns them round where it is asked to', () => {
  const graph = graphOf(4, [[0, 1], [0, 2], [0, 3]]) // prettier-ignore
  expect(sorted(orderedOf(graph))).toEqual([1, 2, 3])
  expect(sorted(orderedOf(graph), true)).toEqual([3, 2, 1])
})

test('sortLayer(layer) keeps the lane below', () => {
  expect(sorted(orderedOf(graphOf(4, [[0, 1], [0, 2], [0, 3]]), [1]), true)).toEqual([3, 2, 1]) // prettier-ignore
  expect(sorted(orderedOf(graphOf(4, [[0, 1], [0, 2], [0, 3]]), [3]), true)).toEqual([2, 1, 3]) // prettier-ignore
})

test('sortLayer(layer) loses no vertex, and leaves those without neighbours in their places', () => {
  fc.assert(
    fc.property(anyOrdered, fc.boolean(), (ordered, flip) => {
      const { layered, order } = ordered
      const before = rowsOf(layered, order)[1] ?? []
      if (before.length === 0) return
      const after = sorted(ordered, flip)
      expect(after.toSorted()).toEqual(before.toSorted())
      const { into } = layered
      before.forEach((vertex, i) => {
        if (into.starts[vertex] === into.starts[vertex + 1]) expect(after[i]).toBe(vertex)
      })
    }),
  )
})
