import { csrOf, topologicalOrder } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, anyGraph, graphOf } from '../any-graph.ts'
import type { Graph } from '../placing/equal-cards.ts'
import { openCircles } from './open-circles.ts'

const turnedIn = ({ nodeCount, from, to }: Graph): number[] => [...openCircles(nodeCount, from, to)]

test('openCircles(ring) turns the edge that leads back to the first node', () => {
  expect(turnedIn(graphOf(4, [[0, 1], [1, 2], [2, 3], [3, 0]]))).toEqual([0, 0, 0, 1]) // prettier-ignore
})

test('openCircles(two circles at one edge) turns that edge alone', () => {
  // 0 → 1 → 3 → 0 and 0 → 2 → 3 → 0
  expect(turnedIn(graphOf(4, [[0, 1], [0, 2], [1, 3], [2, 3], [3, 0]]))).toEqual([0, 0, 0, 0, 1]) // prettier-ignore
})

test('openCircles(ring, edge to cut) turns that edge', () => {
  const ring = graphOf(4, [[0, 1], [1, 2], [2, 3], [3, 0]]) // prettier-ignore
  for (const cut of [0, 1, 2, 3]) {
    const toCut = Uint8Array.from([0, 1, 2, 3], (edge) => (edge === cut ? 1 : 0))
    expect(openCircles(4, ring.from, ring.to, undefined, toCut)).toEqual(toCut)
  }
})

test('openCircles(ring, weights) turns its lightest edge, also where another is to be cut', () => {
  const ring = graphOf(5, [[0, 1], [1, 2], [2, 3], [3, 4], [4, 0]]) // prettier-ignore
  const weights = [3, 4, 1, 2, 10]
  for (const toCut of [0, 1, 2, 3, 4]) {
    const cut = Uint8Array.from(weights, (_, edge) => (edge === toCut ? 1 : 0))
    expect([...openCircles(5, ring.from, ring.to, weights, cut)]).toEqual([0, 0, 1, 0, 0])
  }
  const heavy = [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 1, 1e9 + 2]
  expect([...openCircles(5, ring.from, ring.to, heavy)]).toEqual([1, 0, 0, 0, 0])
})

test('openCircles(ring, weights, edge to cut) turns that edge where no other weighs less', () => {
  const ring = graphOf(4, [[0, 1], [1, 2], [2, 3], [3, 0]]) // prettier-ignore
  const turned = openCircles(4, ring.from, ring.to, [2, 1, 7, 1], Uint8Array.of(0, 1, 0, 0))
  expect([...turned]).toEqual([0, 1, 0, 0])
})

test('openCircles(graph, weights) turns two light edges rather than a heavy one', () => {
  // marts → raw, marts → staging, raw → staging, staging → marts
  const { from, to } = graphOf(3, [[0, 1], [0, 2], [1, 2], [2, 0]]) // prettier-ignore
  expect([...openCircles(3, from, to, [1, 2, 6, 5], Uint8Array.of(0, 0, 0, 1))]).toEqual([1, 1, 0, 0])
  expect([...openCircles(3, from, to, [3, 4, 6, 5])]).toEqual([0, 0, 0, 1])
})

test('openCircles(graph, weights, edges to cut) leaves no circle, and turns in sum no more than the edges to cut where they are enough', () => {
  const each = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 50, maxLength: 50 })
  fc.assert(
    fc.property(
      anyGraph,
      each(fc.boolean()),
      each(fc.integer({ min: 1, max: 9 })),
      (graph, some, weights) => {
        const { nodeCount, from, to } = graph
        const cut = Uint8Array.from(from, (_, edge) => (some[edge] ? 1 : 0))
        const turned = openCircles(nodeCount, from, to, weights, cut)
        const rest = [...from.keys()].filter((edge) => from[edge] !== to[edge])
        const tail = rest.map((edge) => (turned[edge] ? to : from)[edge]!)
        const head = rest.map((edge) => (turned[edge] ? from : to)[edge]!)
        expect(topologicalOrder(csrOf(nodeCount, tail, head))).toBeDefined()
        const sumOf = (marks: Uint8Array): number =>
          rest.reduce((sum, edge) => sum + marks[edge]! * weights[edge]!, 0)
        const others = rest.filter((edge) => !cut[edge])
        const ends = (column: Uint32Array): number[] => others.map((edge) => column[edge]!)
        if (topologicalOrder(csrOf(nodeCount, ends(from), ends(to))))
          expect(sumOf(turned)).toBeLessThanOrEqual(sumOf(cut))
      },
    ),
  )
})

test('openCircles(edge to itself) leaves it', () => {
  expect(turnedIn(graphOf(1, [[0, 0]]))).toEqual([0])
})

test('openCircles(edge between two circles) leaves it', () => {
  expect(turnedIn(graphOf(4, [[0, 1], [1, 0], [3, 1], [2, 3], [3, 2]]))[2]).toBe(0) // prettier-ignore
})

test('openCircles(graph) turns nothing where there is no circle', () => {
  fc.assert(
    fc.property(anyDag, (graph) => {
      expect(turnedIn(graph)).not.toContain(1)
    }),
  )
})

test('openCircles(graph) leaves no circle, and turns at most half of the edges', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const turned = turnedIn(graph)
      const kept = [...graph.from.keys()].filter((edge) => graph.from[edge] !== graph.to[edge])
      const tails = kept.map((edge) => (turned[edge] ? graph.to : graph.from)[edge]!)
      const heads = kept.map((edge) => (turned[edge] ? graph.from : graph.to)[edge]!)
      expect(topologicalOrder(csrOf(graph.nodeCount, tails, heads))).toBeDefined()
      expect(2 * turned.filter(Boolean).length).toBeLessThanOrEqual(kept.length)
    }),
  )
})

test('openCircles(graph) does not depend on the order of edges', () => {
  fc.assert(
    fc.property(anyGraph, ({ nodeCount, from, to }) => {
      // Those between the same nodes weigh the same.
      const weights = from.map((node, edge) => 1 + ((7 * node + 3 * to[edge]!) % 5))
      const backwards = openCircles(nodeCount, from.toReversed(), to.toReversed(), weights.toReversed())
      expect(backwards.toReversed()).toEqual(openCircles(nodeCount, from, to, weights))
    }),
  )
})

test('openCircles(100,000 nodes, one edge far heavier than the rest) comes to an end', () => {
  const count = 100_000
  const ring = Array.from({ length: count }, (_, node): [number, number] => [node, (node + 1) % count])
  const across = Array.from({ length: count / 2 }, (_, i): [number, number] => [2 * i, (7919 * i) % count])
  const { from, to } = graphOf(count, [...ring, ...across])
  const weights = new Uint32Array(from.length).fill(1).fill(1_000_000, 0, 1)
  expect(openCircles(count, from, to, weights)[0]).toBe(0)
})
