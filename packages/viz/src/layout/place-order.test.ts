import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFans, anyInput as anyBoxes, graphOf } from './any-graph.ts'
import { inputOf } from './placing/equal-cards.ts'
import { place } from './place-at-once.ts'
import { cornersOf, pointsOf } from './placing/placing-points.ts'
import type { PlacingInput } from './placing/placing.ts'

const anyInput = fc.oneof(anyBoxes, anyFans)

/** Edges from one thing to another that are told apart by their rows alone, and some more. */
const TO_ROWS: PlacingInput = {
  ...inputOf(
    graphOf(4, [[1, 3], [2, 3], [2, 3], [3, 2], [3, 2], [3, 2], [3, 0]]), // prettier-ignore
  ),
  toPort: Float64Array.of(NaN, NaN, NaN, 20, 28, NaN, NaN),
  weight: Uint32Array.of(1, 1000, 1000, 5, 5, 1, 1),
  direction: 'down',
}

test('place(input) does not depend on the order of edges', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const turned = (values: Uint32Array | Float64Array) => values.toReversed()
      const backwards = place({
        ...input,
        from: turned(input.from) as Uint32Array,
        to: turned(input.to) as Uint32Array,
        fromPort: turned(input.fromPort) as Float64Array,
        toPort: turned(input.toPort) as Float64Array,
        weight: turned(input.weight) as Uint32Array,
      })
      const forwards = place(input)
      expect(cornersOf(backwards)).toEqual(cornersOf(forwards))
      const portAt = (thing: number, port: number): number =>
        // No row is one of an open box.
        input.direction === 'down' && input.isBox[thing] ? NaN : port
      const keys = Array.from(input.from, (from, edge) => {
        const to = input.to[edge]!
        const ports = [portAt(from, input.fromPort[edge]!), portAt(to, input.toPort[edge]!)]
        return [from, to, ...ports, input.weight[edge]].join(' ')
      })
      keys.forEach((key, edge) => {
        if (keys.indexOf(key) === keys.lastIndexOf(key))
          expect(pointsOf(backwards, keys.length - 1 - edge)).toEqual(pointsOf(forwards, edge))
      })
    }),
    { examples: [[TO_ROWS]] },
  )
})

test('place(input) gives the same picture each time and leaves its input as it is', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const copy = structuredClone(input)
      expect(place(input)).toEqual(place(input))
      expect(input).toEqual(copy)
    }),
    { numRuns: 20 },
  )
})
