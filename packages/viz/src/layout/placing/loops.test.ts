import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BELOW, deepestBelow, depthsBelow } from './loops.ts'

test('depthsBelow(wishes, much room) is what is wished for, from 8 on and 4 apart', () => {
  expect(depthsBelow([8], Infinity)).toEqual([BELOW])
  expect(depthsBelow([0, 0, 0], Infinity)).toEqual([8, 12, 16])
  expect(depthsBelow([8, 30, 30], 100)).toEqual([8, 26, 30])
  expect(depthsBelow([8, 300], 100)).toEqual([8, 92])
})

test('depthsBelow(many wishes, Infinity) leads no line deeper than one wishes, or than 8 take that are 4 apart', () => {
  expect(depthsBelow([8, 8, 8, 8], Infinity)).toEqual([8, 12, 16, 20])
  expect(
    depthsBelow(
      Array.from({ length: 17 }, () => 8),
      Infinity,
    ),
  ).toEqual(Array.from({ length: 17 }, (_, i) => 4 + 2 * i))
  expect(depthsBelow([8, 50, 50], Infinity)).toEqual([8, 46, 50])
})

test('depthsBelow(wishes, little room) stays in it, and shares it evenly', () => {
  const anyWishes = fc.array(fc.double({ min: -50, max: 200, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(anyWishes, fc.double({ min: 6, max: 60, noNaN: true }), (wishes, room) => {
      const depths = depthsBelow(
        wishes.toSorted((a, b) => a - b),
        room,
      )
      const apart = Math.min(4, room / 2 / Math.max(1, wishes.length - 1))
      for (const [i, depth] of depths.entries()) {
        expect(depth).toBeGreaterThan(0)
        expect(depth).toBeLessThan(room)
        expect(depth).toBeLessThanOrEqual(deepestBelow(wishes.length, Math.max(...wishes), room) + 1e-9)
        if (i > 0) expect(depth - depths[i - 1]!).toBeGreaterThanOrEqual(Math.min(3, apart) - 1e-9)
      }
    }),
  )
})
