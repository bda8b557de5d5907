import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { piecesBy, pointsLed, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { leadBack } from './lead-back.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { boxOfPiece, headY } from '../boxes/routed.ts'
import { backWays } from './back-ways.ts'

/** Where turned pieces are led, each from its tail. @param input as it leads to the right. */
function ledBack(input: PlacingInput) {
  const standing = standingOf({ ...input, direction: 'right' })
  const ways = backWays(standing)
  const led = piecesBy(standing, (dummy, isTurned) => isTurned && dummy !== FAR).map((piece) => ({
    piece,
    points: pointsLed(standing, piece, (way) => leadBack(standing, way, piece, ways)),
  }))
  return { standing, led }
}

test('leadBack(…) leads out level and down, never to the right until it is past the other item, and plumb to its height', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { standing, led } = ledBack(input)
      for (const { piece, points } of led) {
        const [first, out, down, ...rest] = points
        expect(out![1]).toBe(first![1])
        expect(out![0]).toBeGreaterThan(first![0])
        expect(down![0]).toBe(out![0])
        expect(down![1]).toBeGreaterThan(out![1])
        let before = down![0]
        for (const [x] of rest) {
          expect(x).toBeLessThanOrEqual(before)
          before = x
        }
        const [into, last] = points.slice(-2)
        expect(last![0]).toBe(into![0])
        expect(last![1]).toBe(headY(standing, piece))
        expect(last![0]).toBeLessThan(standing.x[standing.pieces.head[piece]!]!)
      }
    }),
  )
})

test('leadBack(…) stays in its box', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { standing, led } = ledBack(input)
      for (const { piece, points } of led) {
        const box = standing.pieces.box[piece]!
        if (box === input.count) continue
        const { left } = boxOfPiece(standing, piece)
        expect(left).toBeGreaterThan(standing.x[box]!)
        for (const [x, y] of points) {
          expect(x).toBeGreaterThanOrEqual(standing.x[box]! + 2 - 1e-9)
          expect(x).toBeLessThanOrEqual(standing.x[box]! + standing.width[box]! - 2 + 1e-9)
          expect(y).toBeGreaterThan(standing.y[box]!)
        }
      }
    }),
  )
})
