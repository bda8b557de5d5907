import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tuples } from './tuples.ts'

const triple = fc.tuple(
  fc.integer({ min: -2, max: 3 }),
  fc.integer({ min: -2, max: 3 }),
  fc.integer({ min: -2, max: 3 }),
)

test('tuples.intern(tuple) numbers distinct tuples in the order in which they come', () => {
  fc.assert(
    fc.property(fc.array(triple, { maxLength: 500 }), (all) => {
      const tuples = new Tuples(3)
      const numbers = new Map<string, number>()
      for (const tuple of all) {
        const known = numbers.get(String(tuple)) ?? numbers.size
        numbers.set(String(tuple), known)
        expect(tuples.intern(Int32Array.from(tuple))).toBe(known)
        expect([...tuples.row(known)]).toEqual(tuple)
        expect(tuples.get(known, 1)).toBe(tuple[1])
      }
      expect(tuples.size).toBe(numbers.size)
    }),
  )
})

test('tuples.find(tuple) is -1 for one that was never taken in', () => {
  const tuples = new Tuples(2)
  tuples.intern(Int32Array.of(1, 2))
  expect(tuples.find(Int32Array.of(1, 2))).toBe(0)
  expect(tuples.find(Int32Array.of(2, 1))).toBe(-1)
})
