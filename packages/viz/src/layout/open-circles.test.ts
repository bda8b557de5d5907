import { csrOf, topologicalOrder } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, anyGraph, graphOf } from './any-graph.ts'
import type { Graph } from './equal-cards.ts'
import { openCircles } from './open-circles.ts'

const turnedIn = ({ nodeCount, from, to }: Graph): number[] => [...openCircles(nodeCount, from, to)]

test('openCircles(ring) turns the edge that leads back to the first node', () => {
  expect(turnedIn(graphOf(4, [[0, 1], [1, 2], [2, 3], [3, 0]]))).toEqual([0, 0, 0, 1]) // prettier-ignore
})

test('openCircles(two circles at one edge) turns that edge alone', () => {
  // 0 → 1 → 3 → 0 and 0 → 2 → 3 → 0
  expect(turnedIn(graphOf(4, [[0, 1], [0, 2], [1, 3], [2, 3], [3, 0]]))).toEqual([0, 0, 0, 0, 1]) // prettier-ignore
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
      const backwards = openCircles(nodeCount, from.toReversed(), to.toReversed()).toReversed()
      expect(backwards).toEqual(openCircles(nodeCount, from, to))
    }),
  )
})
