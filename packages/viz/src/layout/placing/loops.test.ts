import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BELOW, DEEPEST, depthBelow } from './loops.ts'

test('depthBelow(…) is 8, 12 and 16 by turns where there is room', () => {
  expect([0, 1, 2, 3].map((track) => depthBelow(track, 4, Infinity))).toEqual([8, 12, 16, 8])
  expect([BELOW, DEEPEST]).toEqual([8, 16])
})

test('depthBelow(…, little room) stays in it, and keeps apart what turns there', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.double({ min: 6, max: 40, noNaN: true }), (more, room) => {
      const count = 1 + more
      const depths = Array.from({ length: Math.min(3, count) }, (_, track) => depthBelow(track, count, room))
      for (const [i, depth] of depths.entries()) {
        expect(depth).toBeGreaterThan(0)
        expect(depth).toBeLessThan(room)
        if (i > 0) expect(depth - depths[i - 1]!).toBeGreaterThanOrEqual(Math.min(3, room / 4) - 1e-9)
      }
    }),
  )
})
