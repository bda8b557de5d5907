import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOrdered, blocksIn, neighboursIn } from './any-layered.ts'
import { compactBlocks } from './compact-blocks.ts'
import { distancesOf } from './distances.ts'

test('compactBlocks(blocks, distances) keeps distances, keeps blocks level, and leaves no block room to move on', () => {
  const distance = (upper: number, lower: number): number => 5 + ((upper * 7 + lower * 3) % 11)
  const anyCorner = fc.record({ fromLeft: fc.boolean(), fromTop: fc.boolean() })
  fc.assert(
    fc.property(anyOrdered, anyCorner, ({ layered, order, lane }, corner) => {
      const blocks = blocksIn({ layered, order, lane }, corner)
      const y = compactBlocks(layered, order, blocks, corner, distancesOf(layered, order, distance))
      const isHeld = new Set<number>()
      for (const [upper, lower] of neighboursIn(layered, order)) {
        const apart = y[lower]! - y[upper]! - distance(upper, lower)
        expect(apart).toBeGreaterThan(-1e-6)
        if (apart < 1e-6) isHeld.add(blocks.root[corner.fromTop ? lower : upper]!)
      }
      for (let vertex = 0; vertex < layered.vertexCount; vertex++) {
        const root = blocks.root[vertex]!
        expect(y[vertex]! - blocks.shift[vertex]!).toBeCloseTo(y[root]! - blocks.shift[root]!)
        expect(isHeld.has(root) || Math.abs(y[root]! - blocks.shift[root]!) < 1e-6).toBe(true)
      }
    }),
  )
})
