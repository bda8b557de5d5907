import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, rowsOf } from '../any-layered.ts'
import { centreTrunks } from './centre-trunks.ts'
import { countCrossings } from './count-crossings.ts'

test('centreTrunks(a line that passes four leaves) leads it between the second and the third', () => {
  // 0 feeds the leaves 1 to 4, and 6 behind them by way of a dummy; 5 stands between.
  const { layered, order } = orderedOf(graphOf(7, [[0, 1], [0, 2], [0, 3], [0, 4], [0, 6], [0, 5], [5, 6]])) // prettier-ignore
  centreTrunks(layered, order, new Uint8Array(layered.vertexCount), Int8Array.of(0, 1, 1, 1, 1, 1, 0))
  const [, row] = rowsOf(layered, order)
  expect(row!.indexOf(7)).toBe(2)
  expect(row!.filter((vertex) => vertex !== 7)).toEqual([1, 2, 3, 4, 5])
})

test('centreTrunks(a leaf above what stands in the lane) leaves that below', () => {
  const { layered, order } = orderedOf(graphOf(3, [[0, 2], [1, 2]])) // prettier-ignore
  centreTrunks(layered, order, Uint8Array.of(0, 1, 0), Int8Array.of(-1, 0, 0))
  expect(rowsOf(layered, order)[0]).toEqual([0, 1])
})

test('centreTrunks(any order) adds no crossing, and keeps all in its layer', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order }) => {
      const { nodeCount, out, into } = layered
      const way = new Int8Array(nodeCount).map((_, node) =>
        out.starts[node] === out.starts[node + 1] ? 1 : into.starts[node] === into.starts[node + 1] ? -1 : 0,
      )
      const before = countCrossings(layered, order)
      const rows = rowsOf(layered, order).map((row) => row.toSorted((a, b) => a - b))
      centreTrunks(layered, order, new Uint8Array(layered.vertexCount), way)
      expect(countCrossings(layered, order)).toBeLessThanOrEqual(before)
      expect(rowsOf(layered, order).map((row) => row.toSorted((a, b) => a - b))).toEqual(rows)
      order.vertices.forEach((vertex, at) => expect(order.place[vertex]).toBe(at))
    }),
  )
})
