import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, evenWishes, neighboursIn, orderedOf, rowsOf, type Ordered } from '../any-layered.ts'
import { sweepLayers, type Sweep } from './sweep-layers.ts'

const BOTH = { left: true, right: true, fromLeft: true }

/** How much each segment pulls, by a pattern. */
const pullOf = (segment: number): number => 1 + ((segment * 5) % 7)

/** Changes `y`. */
const sweep = ({ layered, order }: Pick<Ordered, 'layered' | 'order'>, y: Float64Array, way: Sweep): void => {
  const { distances, ...even } = evenWishes({ layered, order })
  sweepLayers(layered, order, y, distances, { ...even, pull: even.pull.map((_, i) => pullOf(i)) }, way)
}

/** The heights that pull a vertex from one side or both, and how much. */
function pullsAt({ layered }: Pick<Ordered, 'layered'>, y: Float64Array, vertex: number): [number, number][] {
  return [layered.into, layered.out].flatMap(({ starts, neighbors, edges }) =>
    Array.from({ length: starts[vertex + 1]! - starts[vertex]! }, (_, i): [number, number] => [
      y[neighbors[starts[vertex]! + i]!]!,
      pullOf(edges[starts[vertex]! + i]!),
    ]),
  )
}

const costAt = (pulls: readonly [number, number][], height: number): number =>
  pulls.reduce((sum, [at, pull]) => sum + pull * Math.abs(height - at), 0)

const anyHeights = anyOrdered.chain((ordered) =>
  fc
    .array(fc.integer({ min: 0, max: 60 }), {
      minLength: ordered.layered.vertexCount,
      maxLength: ordered.layered.vertexCount,
    })
    .map((slack) => {
      // Any heights that keep the distance of 10.
      const y = new Float64Array(ordered.layered.vertexCount)
      for (const row of rowsOf(ordered.layered, ordered.order))
        row.forEach((vertex, i) => (y[vertex] = (i > 0 ? y[row[i - 1]!]! + 10 : 0) + slack[vertex]!))
      return { ...ordered, y }
    }),
)

test('sweepLayers(left side) puts a layer as near to what feeds it as there is room', () => {
  const { layered, order } = orderedOf(graphOf(3, [[0, 1], [0, 2]])) // prettier-ignore
  const y = Float64Array.of(50, 100, 200)
  sweep({ layered, order }, y, { left: true, right: false, fromLeft: true })
  expect(y[0]).toBe(50)
  expect(y[2]! - y[1]!).toBe(10)
  expect(Math.abs(y[1]! + y[2]! - 100)).toBeLessThanOrEqual(10)
})

test('sweepLayers(order, y, both sides) keeps distances and makes no sum of pulled lengths larger', () => {
  fc.assert(
    fc.property(anyHeights, fc.boolean(), ({ layered, order, y }, fromLeft) => {
      const sum = () => y.reduce((all, own, vertex) => all + costAt(pullsAt({ layered }, y, vertex), own), 0)
      const before = sum()
      sweep({ layered, order }, y, { ...BOTH, fromLeft })
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(y[lower]! - y[upper]!).toBeGreaterThan(10 - 1e-6)
      expect(sum()).toBeLessThan(before + 1e-6)
    }),
  )
})

test('sweepLayers(order, y, both sides) finds the least sum that the layer it ends with can have', () => {
  fc.assert(
    fc.property(anyHeights, ({ layered, order, y }) => {
      sweep({ layered, order }, y, BOTH)
      const row = rowsOf(layered, order).at(-1)!
      const pulls = row.map((vertex) => pullsAt({ layered }, y, vertex))
      // The least sum is found where each vertex, less the distances above it, is at one of the heights that pull.
      const places = [...new Set(pulls.flatMap((own, i) => own.map(([at]) => at - 10 * i)))].sort(
        (a, b) => a - b,
      )
      let least = places.map(() => 0)
      pulls.forEach((own, i) => {
        let best = Infinity
        least = places.map((at, k) => (best = Math.min(best, least[k]! + costAt(own, at + 10 * i))))
      })
      const found = row.reduce((sum, vertex, i) => sum + costAt(pulls[i]!, y[vertex]!), 0)
      expect(found).toBeCloseTo(places.length > 0 ? Math.min(...least) : 0)
    }),
  )
})

test('sweepLayers(order, y) that has made nothing shorter has moved nothing', () => {
  fc.assert(
    fc.property(anyHeights, ({ layered, order, y }) => {
      const sum = () => y.reduce((all, own, vertex) => all + costAt(pullsAt({ layered }, y, vertex), own), 0)
      for (let before = Infinity, now = sum(); now < before - 1e-6; [before, now] = [now, sum()])
        sweep({ layered, order }, y, BOTH)
      const settled = [...y]
      sweep({ layered, order }, y, BOTH)
      expect([...y]).toEqual(settled)
    }),
  )
})
