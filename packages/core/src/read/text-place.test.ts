import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesIn } from './text-place.ts'

test('placesIn(text) counts lines and columns from 1; only LF ends a line', () => {
  const at = placesIn('ab\r\n\ncd')
  expect([0, 3, 4, 5, 7].map(at)).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 4 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 3 },
  ])
})

test('placesIn(text) finds every offset where splitting the text finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), fc.nat(), (text, given) => {
      const offset = given % (text.length + 1)
      const before = text.slice(0, offset).split('\n')
      expect(placesIn(text)(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 })
    }),
  )
})
