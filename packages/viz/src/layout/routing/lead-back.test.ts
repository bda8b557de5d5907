import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { piecesBy, pointsLed, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { leadBack } from './lead-back.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { boxOfPiece, headY } from '../boxes/routed.ts'
import { turnTracks } from './turn-tracks.ts'

/** Where turned pieces are led, each from its tail. @param input as it leads to the right. */
function ledBack(input: PlacingInput) {
  const standing = standingOf({ ...input, direction: 'right' })
  const tracks = turnTracks(standing)
  const led = piecesBy(standing, (dummy, isTurned) => isTurned && dummy !== FAR).map((piece) => ({
    piece,
    points: pointsLed(standing, piece, (way) => leadBack(standing, way, piece, tracks)),
  }))
  return { standing, tracks, led }
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

test('leadBack(…) keeps what turns beside the things of one column apart: 4 beside one thing, and the turns of several never meet', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { standing, tracks, led } = ledBack(input)
      const turns: { box: number; end: string; x: number; top: number; bottom: number; track: number }[] = []
      for (const { piece, points } of led) {
        const box = standing.pieces.box[piece]!
        const [[, out, down], [into, last]] = [points.slice(0, 3), points.slice(-2)]
        turns.push({
          ...{ box, end: 'tail', x: out![0], top: out![1], bottom: down![1] },
          track: tracks.leaving[piece]!,
        })
        turns.push({
          ...{ box, end: 'head', x: into![0], top: last![1], bottom: into![1] },
          track: tracks.entering[piece]!,
        })
      }
      const areTooNear = (one: (typeof turns)[number], other: (typeof turns)[number]): boolean =>
        one.box === other.box &&
        one.end === other.end &&
        Math.max(one.track, other.track) < 2 && // then they may begin anew
        Math.min(one.bottom, other.bottom) >= Math.max(one.top, other.top) &&
        Math.abs(one.x - other.x) < 4 - 1e-9
      const tooNear = turns.flatMap((one, i) =>
        turns.slice(0, i).flatMap((other) => (areTooNear(one, other) ? [[one, other]] : [])),
      )
      expect(tooNear).toEqual([])
    }),
    { numRuns: 300 },
  )
})
