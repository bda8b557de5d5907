import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectNth } from './select-nth.ts'

test('selectNth(values, nth) finds what sorting would put there', () => {
  const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 })
  fc.assert(
    fc.property(values, fc.nat(), (all, seed) => {
      const nth = seed % all.length
      const sorted = Float64Array.from(all).sort()
      expect(selectNth(Float64Array.from(all), nth)).toBe(sorted[nth])
    }),
  )
})
