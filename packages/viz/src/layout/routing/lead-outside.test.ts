import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { piecesBy, pointsLed, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { leadOutside } from './lead-outside.ts'
import { BORDER } from '../boxes/split-edges.ts'

/** A part of so much more that no edge gets a place in the layers that it passes. */
const ALL_FAR = 2 ** 40

test('leadOutside(…) leads level and plumb by turns, and below all that hangs together with its ends', () => {
  let led = 0
  fc.assert(
    fc.property(anyInput, (input) => {
      const standing = standingOf({ ...input, direction: 'right', partOf: ALL_FAR })
      const { pieces, x, y, height } = standing
      for (const piece of piecesBy(standing, (dummy) => dummy === FAR)) {
        led++
        const points = pointsLed(standing, piece, (way) => leadOutside(standing, way, piece))
        points.forEach(([x, y], i) => {
          if (i > 0) expect(Number(x !== points[i - 1]![0]) + Number(y !== points[i - 1]![1])).toBe(1)
        })
        const foot = points.reduce((lowest, [, y]) => Math.max(lowest, y), -Infinity)
        const [tail, head] = [pieces.tail[piece]!, pieces.head[piece]!]
        // The outside lane is at the foot of everything.
        for (const end of [tail, head])
          if (end !== BORDER && !input.lane[end]) expect(foot).toBeGreaterThan(y[end]! + height[end]!)
        if (head === BORDER) continue
        expect(points.at(-1)![0]).toBeLessThan(x[head]!)
      }
    }),
  )
  expect(led).toBeGreaterThan(0)
})
