import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { expect, test } from 'vitest'
import { editsBetween } from './edits-between.ts'

const unitsOf = (text: string): Uint16Array => Uint16Array.from(text, (unit) => unit.charCodeAt(0))

test('editsBetween(one, other, most) is the edit distance, or a larger number where that is more than most', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 })
  fc.assert(
    fc.property(text, text, fc.nat(6), (one, other, most) => {
      const edits = editsBetween(unitsOf(one), 0, one.length, unitsOf(other), 0, other.length, most)
      const exact = distance(one, other)
      if (exact <= most) expect(edits).toBe(exact)
      else expect(edits).toBeGreaterThan(most)
    }),
    { numRuns: 2000 },
  )
})

test('editsBetween(one, other, most) looks at the parts that are named alone', () => {
  const [one, other] = [unitsOf('xxordersyy'), unitsOf('zordres')]
  expect(editsBetween(one, 2, 8, other, 1, 7, 2)).toBe(2)
  expect(editsBetween(one, 2, 2, other, 1, 4, 5)).toBe(3)
})
