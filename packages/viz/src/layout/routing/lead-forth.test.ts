import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { piecesBy, pointsLed, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { leadForth } from './lead-forth.ts'
import { boxOfPiece, passedBy } from '../boxes/routed.ts'
import { BORDER } from '../boxes/split-edges.ts'

test('leadForth(…) never leads back, and passes each of its places level', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const standing = standingOf({ ...input, direction: 'right' })
      for (const piece of piecesBy(standing, (dummy, isTurned) => !isTurned && dummy !== FAR)) {
        const points = pointsLed(standing, piece, (way) => leadForth(standing, way, piece))
        for (const [i, [x]] of points.entries())
          if (i > 0) expect(x).toBeGreaterThanOrEqual(points[i - 1]![0])
        const { placed, left, top } = boxOfPiece(standing, piece)
        const first = placed.layered.dummyStarts[standing.linkOf[piece]!]!
        for (let dummy = first; dummy < first + passedBy(standing, piece); dummy++) {
          const [begin, end] = [left + placed.columns.left[dummy]!, left + placed.columns.right[dummy]!]
          const y = top + placed.y[dummy]!
          const before = points.findLast(([x, at]) => x <= begin && at === y)
          const after = points.find(([x, at]) => x >= end && at === y)
          expect(before && after).toBeDefined()
        }
      }
    }),
  )
})

test('leadForth(…) ends before what it enters, or at the side of the column behind what leaves the box', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const standing = standingOf({ ...input, direction: 'right' })
      for (const piece of piecesBy(standing, (dummy, isTurned) => !isTurned && dummy !== FAR)) {
        const [lastX] = pointsLed(standing, piece, (way) => leadForth(standing, way, piece)).at(-1)!
        const head = standing.pieces.head[piece]!
        const box = standing.pieces.box[piece]!
        if (head !== BORDER) expect(lastX).toBeLessThanOrEqual(standing.x[head]!)
        else expect(lastX).toBeLessThan(standing.x[box]! + standing.width[box]!)
      }
    }),
  )
})
