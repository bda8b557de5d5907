import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag } from '../any-graph.ts'
import { findWays, noBundles } from './find-ways.ts'
import { FAR } from './layered.ts'

const edgesOf = (tail: readonly number[], head: readonly number[], reversed: readonly number[] = []) => ({
  tail: Uint32Array.from(tail),
  head: Uint32Array.from(head),
  reversed: Uint8Array.from(tail, (_, edge) => reversed[edge] ?? 0),
})

test('findWays(edges that pass few layers) gives each its own', () => {
  const { wayOf, anchor, atTail } = findWays(3, edgesOf([0, 1], [2, 2]), Uint32Array.of(1, 0), noBundles(2))
  expect([...wayOf]).toEqual([0, 1])
  expect([...anchor]).toEqual([0, 1])
  expect([...atTail]).toEqual([1, 1])
})

test('findWays(edges that pass very many) gives those of one reader one way, and a turned one another', () => {
  // 0, 1 and 2 feed 3, the last of them back.
  const edges = edgesOf([0, 1, 2], [3, 3, 3], [0, 0, 1])
  const { wayOf, anchor, atTail } = findWays(4, edges, new Uint32Array(3).fill(1000), noBundles(3))
  expect(wayOf[0]).toBe(wayOf[1])
  expect(wayOf[2]).not.toBe(wayOf[0])
  expect(Array.from(wayOf, (way) => [anchor[way], atTail[way]])).toEqual([
    [3, 0],
    [3, 0],
    [3, 0],
  ])
})

test('findWays(edges that pass very many, and look otherwise) gives those of each look a way of their own', () => {
  const edges = { ...edgesOf([0, 1, 2], [3, 3, 3]), look: Uint8Array.of(1, 0, 1) }
  const { wayOf } = findWays(4, edges, new Uint32Array(3).fill(1000), noBundles(3))
  expect(wayOf[0]).toBe(wayOf[2])
  expect(wayOf[1]).not.toBe(wayOf[0])
})

test('findWays(…) anchors each way in an end of every edge that takes it', () => {
  fc.assert(
    fc.property(anyDag, fc.boolean(), ({ nodeCount, from, to }, areLong) => {
      const edges = edgesOf(
        [...from],
        [...to],
        [...from.keys()].map((edge) => edge % 2),
      )
      const passed = from.map((_, edge) => (edge % 7 === 6 ? FAR : areLong ? 100 : 1))
      const { wayOf, anchor, atTail } = findWays(nodeCount, edges, passed, noBundles(from.length))
      for (const [edge, way] of wayOf.entries()) expect(anchor[way]).toBe((atTail[way] ? from : to)[edge])
    }),
  )
})
