import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOrdered, blocksIn, neighboursIn } from '../any-layered.ts'
import { compactBlocks } from './compact-blocks.ts'
import { distancesOf } from './distances.ts'

test('compactBlocks(blocks, distances, wishes) keeps distances, keeps blocks level, and moves none further from its wish than it must', () => {
  const distance = (upper: number, lower: number): number => 5 + ((upper * 7 + lower * 3) % 11)
  fc.assert(
    fc.property(anyOrdered, fc.constantFrom(1 as const, -1 as const), (ordered, forth) => {
      const { layered, order } = ordered
      const blocks = blocksIn(ordered)
      const wishes = Float64Array.from({ length: layered.vertexCount }, (_, vertex) => (vertex * 37) % 101)
      const distances = distancesOf(layered, order, distance)
      const y = compactBlocks(layered, order, blocks, distances, wishes, forth)
      const isHeld = new Set<number>()
      for (const [upper, lower] of neighboursIn(layered, order)) {
        const apart = y[lower]! - y[upper]! - distance(upper, lower)
        expect(apart).toBeGreaterThan(-1e-6)
        if (apart < 1e-6) isHeld.add(blocks.root[forth > 0 ? lower : upper]!)
      }
      for (let vertex = 0; vertex < layered.vertexCount; vertex++) {
        const root = blocks.root[vertex]!
        expect(y[vertex]! - blocks.shift[vertex]!).toBeCloseTo(y[root]! - blocks.shift[root]!)
        const further = forth * (y[root]! - wishes[root]!)
        expect(further).toBeGreaterThan(-1e-6)
        expect(isHeld.has(root) || further < 1e-6).toBe(true)
      }
    }),
  )
})
