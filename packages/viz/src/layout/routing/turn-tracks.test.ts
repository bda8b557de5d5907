import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { piecesBy, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { headY, tailY } from '../boxes/routed.ts'
import { passBelow } from './pass-below.ts'
import { turnTracks } from './turn-tracks.ts'

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
