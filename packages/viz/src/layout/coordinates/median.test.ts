import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOf } from './median.ts'

test('medianOf(values) is the one in the middle, of an even count the upper', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
      expect(medianOf(Float64Array.from(values))).toBe(values.toSorted((a, b) => a - b)[values.length >> 1])
    }),
  )
})
