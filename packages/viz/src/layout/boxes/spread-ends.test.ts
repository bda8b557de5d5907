import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, type Ordered } from '../any-layered.ts'
import { finish } from '../finish.ts'
import type { OrderedBox } from './order-box.ts'
import { reduceCrossings } from '../crossings/reduce-crossings.ts'
import { spreadEnds, type Ends } from './spread-ends.ts'

const HEIGHT = 44

/** Spreads the ends of all edges of a graph in layers. @param given where an end is that is not free. */
function spreadOf({ layered, order }: Ordered, from: ArrayLike<number>, to: ArrayLike<number>, given = NaN) {
  const ends = (items: ArrayLike<number>): Ends => ({
    at: new Float64Array(items.length).fill(NaN),
    item: Int32Array.from(items),
  })
  const [leaving, entering] = [ends(from), ends(to)]
  leaving.at.fill(given, 0, 1)
  const ordered = { layered, order, turned: new Uint8Array(from.length) } as unknown as OrderedBox
  const height = new Float64Array(layered.nodeCount).fill(HEIGHT)
  spreadEnds(ordered, leaving, entering, new Float64Array(from.length).fill(1), height)
  return { leaving, entering }
}

test('spreadEnds(one edge) puts its ends in the middle of the sides', () => {
  const { leaving, entering } = spreadOf(orderedOf(graphOf(2, [[0, 1]])), [0], [1])
  expect([leaving.at[0], entering.at[0]]).toEqual([22, 22])
})

test('spreadEnds(given end) leaves an end that is not free where it is', () => {
  const { leaving } = spreadOf(orderedOf(graphOf(3, [[0, 1], [0, 2]])), [0, 0], [1, 2], 7) // prettier-ignore
  expect(leaving.at[0]).toBe(7)
})

test('spreadEnds(order) has ends off the corners, around the middle, in the order of what they lead to', () => {
  fc.assert(
    fc.property(anyOrdered, (ordered) => {
      const { layered, order } = ordered
      finish(reduceCrossings(layered, order, ordered.lane))
      const { nodeCount, out, tailSegment } = layered
      const from: number[] = []
      const to: number[] = []
      tailSegment.forEach((segment, link) => {
        for (let node = 0; node < nodeCount; node++)
          for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++)
            if (out.edges[i] === segment) from[link] = node
        to[link] = -1
      })
      const { leaving } = spreadOf(ordered, from, to)
      const places = new Map<number, { at: number; segment: number; place: number }[]>()
      leaving.at.forEach((at, link) => {
        expect(at).toBeGreaterThanOrEqual(6)
        expect(at).toBeLessThanOrEqual(HEIGHT - 6)
        const segment = tailSegment[link]!
        const neighbor = out.neighbors[out.edges.indexOf(segment)]!
        const node = from[link]!
        places.set(node, [...(places.get(node) ?? []), { at, segment, place: order.place[neighbor]! }])
      })
      for (const ends of places.values()) {
        const sorted = ends.toSorted((a, b) => a.place - b.place)
        sorted.slice(1).forEach(({ at, segment, place }, i) => {
          if (segment === sorted[i]!.segment) expect(at).toBe(sorted[i]!.at)
          else if (place > sorted[i]!.place) expect(at).toBeGreaterThan(sorted[i]!.at)
        })
        const heights = ends.map(({ at }) => at)
        expect(Math.min(...heights) + Math.max(...heights)).toBeCloseTo(HEIGHT)
      }
    }),
  )
})
