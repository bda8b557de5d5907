import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

test('grouped(number) is what toLocaleString makes of it in English', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(), fc.maxSafeNat()), (number) => {
      expect(grouped(number)).toBe(number.toLocaleString('en-US'))
    }),
  )
  expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567'])
})
