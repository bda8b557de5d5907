import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from './any-graph.ts'
import { place } from './place-at-once.ts'
import { turnInput, turnPlacing } from './turn-round.ts'

test('turnPlacing(turnPlacing(picture)) is the picture', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = place(input)
      expect(turnPlacing(turnPlacing(picture))).toEqual(picture)
    }),
    { numRuns: 20 },
  )
})

test('turnInput(input) lays sizes on their side, and leaves ports as far across as they were', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const turned = turnInput(input)
      expect([turned.width, turned.height]).toEqual([input.height, input.width])
      expect([turned.fromPort, turned.toPort]).toEqual([input.fromPort, input.toPort])
    }),
    { numRuns: 20 },
  )
})
