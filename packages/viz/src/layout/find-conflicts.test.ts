import { expect, test } from 'vitest'
import { rowsByPlace } from './align-blocks.ts'
import { graphOf } from './any-graph.ts'
import { orderedOf } from './any-layered.ts'
import { findConflicts } from './find-conflicts.ts'

test('findConflicts(order) finds the segments that cross a long edge between two of its places', () => {
  // 0 → 1 → 2 → 3, 0 → 3 through places 7 and 8, and 4 → 5 → 6 → 3
  const graph = graphOf(7, [[0, 1], [1, 2], [2, 3], [0, 3], [4, 5], [5, 6], [6, 3]]) // prettier-ignore
  const { layered, order } = orderedOf(graph)
  const rows = { 0: [0, 4], 1: [1, 7, 5], 2: [6, 8, 2], 3: [3] } // both 1 → 2 and 5 → 6 cross 7 → 8
  order.vertices.set(Object.values(rows).flat())
  order.vertices.forEach((vertex, at) => (order.place[vertex] = at))
  const conflicts = findConflicts(layered, order, rowsByPlace(layered, order))
  const crossing = [...conflicts.keys()].filter((segment) => conflicts[segment])
  const from = (segment: number) => {
    const at = layered.out.edges.indexOf(segment)
    return layered.out.starts.findLastIndex((start) => start <= at)
  }
  expect(crossing.map(from).toSorted()).toEqual([1, 5])
})
