import { csrOf } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag } from '../any-graph.ts'
import { shortenEdges } from './shorten-edges.ts'

test('shortenEdges(layers, one pass or many) keeps every edge leading to a higher layer, and makes no sum of lengths larger', () => {
  fc.assert(
    fc.property(anyDag, fc.integer({ min: 1, max: 30 }), ({ nodeCount, from, to }, passes) => {
      const layer = Int32Array.from({ length: nodeCount }, (_, node) => node)
      const length = () => from.reduce((sum, tail, edge) => sum + layer[to[edge]!]! - layer[tail]!, 0)
      const before = length()
      shortenEdges(layer, csrOf(nodeCount, from, to), csrOf(nodeCount, to, from), passes)
      from.forEach((tail, edge) => expect(layer[to[edge]!]).toBeGreaterThan(layer[tail]!))
      expect(length()).toBeLessThanOrEqual(before)
    }),
  )
})
