import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, type Ordered } from '../any-layered.ts'
import { finish } from '../finish.ts'
import type { OrderedBox } from './order-box.ts'
import { reduceCrossings } from '../crossings/reduce-crossings.ts'
import { spreadEnds, type Ends } from './spread-ends.ts'

const HEIGHT = 44
/** From so many ends on a side of that height has no room to keep them apart. */
const MANY = 15

/** Spreads the ends of all edges of a graph in layers. @param given where an end is that is not free. */
function spreadOf({ layered, order }: Ordered, from: ArrayLike<number>, to: ArrayLike<number>, given = NaN) {
  const ends = (items: ArrayLike<number>): Ends => ({
    at: new Float64Array(items.length).fill(NaN),
    item: Int32Array.from(items),
    beyond: new Float64Array(items.length),
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

test('spreadEnds(more ends than a side has room for) puts all into its middle', () => {
  const fan = (count: number) => {
    const leaves = Array.from({ length: count }, (_, i) => i + 1)
    const ordered = orderedOf(
      graphOf(
        count + 1,
        leaves.map((leaf): [number, number] => [0, leaf]),
      ),
    )
    return new Set(spreadOf(ordered, new Uint32Array(count), leaves).leaving.at)
  }
  expect(fan(MANY - 1).size).toBe(MANY - 1)
  expect([...fan(MANY)]).toEqual([22])
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
        expect(at).toBeGreaterThan(6 - 1e-6)
        expect(at).toBeLessThan(HEIGHT - 6 + 1e-6)
        const segment = tailSegment[link]!
        const neighbor = out.neighbors[out.edges.indexOf(segment)]!
        const node = from[link]!
        places.set(node, [...(places.get(node) ?? []), { at, segment, place: order.place[neighbor]! }])
      })
      for (const ends of places.values()) {
        const sorted = ends.toSorted((a, b) => a.place - b.place)
        sorted.slice(1).forEach(({ at, segment, place }, i) => {
          if (segment === sorted[i]!.segment) expect(at).toBe(sorted[i]!.at)
          else if (place > sorted[i]!.place && ends.length < MANY) expect(at).toBeGreaterThan(sorted[i]!.at)
        })
        const heights = ends.map(({ at }) => at)
        expect(Math.min(...heights) + Math.max(...heights)).toBeCloseTo(HEIGHT)
      }
    }),
  )
})
