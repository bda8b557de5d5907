import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { standingOf } from '../any-standing.ts'
import { headY, tailY } from '../boxes/routed.ts'
import { turnAt, turnTracks } from './turn-tracks.ts'

test('turnAt(track, count, room) keeps turns 4 apart and off the side, as many as there is room for', () => {
  const turnsIn = (count: number, room: number): number[] =>
    Array.from({ length: count }, (_, track) => turnAt(track, count, room))
  expect(turnsIn(1, 12)).toEqual([6])
  expect(turnsIn(2, 12)).toEqual([6, 10])
  expect(turnsIn(3, 16)).toEqual([6, 10, 14])
  expect(turnsIn(4, Infinity)).toEqual([10, 15, 20, 25])
})

test('turnAt(track, count, room) never puts two of the first tracks on one another, where there is room', () => {
  const room = fc.oneof(fc.constant(Infinity), fc.double({ min: 12, max: 100, noNaN: true }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), room, (count, room) => {
      const places = Math.min(count, 4, 1 + Math.floor((room - 8) / 4))
      for (let track = 0; track < count; track++) {
        const at = turnAt(track, count, room)
        expect(at).toBeGreaterThanOrEqual(6 - 1e-9)
        expect(at).toBeLessThanOrEqual(room - 2 + 1e-9)
        if (track > 0 && track < places)
          expect(at - turnAt(track - 1, count, room)).toBeGreaterThanOrEqual(4 - 1e-9)
        if (track >= places) expect(at).toBeCloseTo(turnAt(track - places, count, room), 9)
      }
    }),
  )
})

test('turnTracks(routed) gives what turns beside one item tracks of its own, those that end lower first', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const standing = standingOf({ ...input, direction: 'right' })
      const { leaving, entering, leavingCount, enteringCount } = turnTracks(standing)
      const { tail, head } = standing.pieces
      for (const [ends, track, count, heightOf] of [
        [tail, leaving, leavingCount, tailY],
        [head, entering, enteringCount, headY],
      ] as const)
        for (const [item, turns] of count.entries()) {
          const own = [...ends.keys()].filter((piece) => ends[piece] === item && isTurned(piece))
          own.sort((one, other) => track[one]! - track[other]!)
          expect(own.map((piece) => track[piece])).toEqual(Array.from({ length: turns }, (_, i) => i))
          const heights = own.map((piece) => heightOf(standing, piece))
          expect(heights).toEqual(heights.toSorted((one, other) => other - one))
        }

      function isTurned(piece: number): boolean {
        return standing.boxes[standing.pieces.box[piece]!]!.turned[standing.linkOf[piece]!] === 1
      }
    }),
  )
})
