import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { piecesBy, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { headY, tailY } from '../boxes/routed.ts'
import { passBelow } from './pass-below.ts'
import { turnAt, turnTracks } from './turn-tracks.ts'

const turnsIn = (count: number, room: number, most?: number): number[] =>
  Array.from({ length: count }, (_, track) => turnAt(track, count, room, most))

test('turnAt(track, count, room, most) keeps turns 4 apart and off the side, as many as there is room for', () => {
  expect(turnsIn(1, 12)).toEqual([6])
  expect(turnsIn(2, 12)).toEqual([6, 10])
  expect(turnsIn(3, 16)).toEqual([6, 10, 14])
  expect(turnsIn(4, Infinity)).toEqual([10, 15, 20, 25])
  expect(turnsIn(3, Infinity, 18)).toEqual([10, 14, 18])
})

test('turnAt(track, count, room, most) has more than that share the room evenly', () => {
  expect(turnsIn(3, 12)).toEqual([6, 8, 10])
  expect(turnsIn(20, Infinity).slice(0, 3)).toEqual([6, 7, 8])
  const anyRoom = fc.oneof(fc.constant(Infinity), fc.double({ min: 12, max: 100, noNaN: true }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), anyRoom, anyRoom, (count, room, most) => {
      const last = Math.min(room - 2, 25, Math.max(10, most))
      const apart = Math.min(4, (last - 6) / (count - 1))
      turnsIn(count, room, most).forEach((at, track, all) => {
        expect(at).toBeGreaterThanOrEqual(6 - 1e-9)
        expect(at).toBeLessThanOrEqual(last + 1e-9)
        if (track > 0) expect(at - all[track - 1]!).toBeGreaterThanOrEqual(apart - 1e-9)
      })
    }),
  )
})

test('turnTracks(routed, turned) gives what turns beside one item tracks of its own, those that end lower first', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const standing = standingOf({ ...input, direction: 'right' })
      const turned = Uint32Array.from(piecesBy(standing, (dummy, isTurned) => isTurned && dummy !== FAR))
      const { leaving, entering, leavingCount, enteringCount } = turnTracks(
        standing,
        turned,
        passBelow(standing, turned),
      )
      const { tail, head } = standing.pieces
      for (const [ends, track, count, heightOf] of [
        [tail, leaving, leavingCount, tailY],
        [head, entering, enteringCount, headY],
      ] as const)
        for (const [item, turns] of count.entries()) {
          const own = [...ends.keys()].filter((piece) => ends[piece] === item && turned.includes(piece))
          own.sort((one, other) => track[one]! - track[other]!)
          expect(own.map((piece) => track[piece])).toEqual(Array.from({ length: turns }, (_, i) => i))
          const heights = own.map((piece) => heightOf(standing, piece))
          expect(heights).toEqual(heights.toSorted((one, other) => other - one))
        }
    }),
  )
})
