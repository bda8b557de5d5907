import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inByteOrder } from './byte-order.ts'
import { compareBytes } from './compare-bytes.ts'
import { Strings } from './strings.ts'

/** Texts that have much in common, such as ids do, and zeros at their ends. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom('', 'public.orders_', 'public.ordered_'),
      fc.nat(99),
      fc.constantFrom('', '\0', '\0\0'),
    )
    .map((parts) => parts.join('')),
)

const inOrder = (texts: readonly string[]): string[] => {
  const strings = new Strings()
  const indexes = Int32Array.from(texts, (text) => strings.intern(text))
  return Array.from(inByteOrder(strings, indexes), (index) => strings.get(index))
}

test('inByteOrder(strings, texts) is the order of their bytes, however much they have in common', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
      expect(inOrder(texts)).toEqual([...texts].sort(compareBytes))
    }),
  )
})

test('inByteOrder(strings, texts) of 100,000 ids is their order', () => {
  const ids = Array.from({ length: 100_000 }, (_, i) => `public.table_${(i * 7919) % 100_000}`)
  expect(inOrder(ids)).toEqual([...ids].sort())
})

test('inByteOrder(strings, texts) of texts that go on as zeros, and of one text many times, comes to an end', () => {
  const texts = [...Array.from({ length: 40 }, (_, i) => '\0'.repeat(i)), ...Array<string>(40).fill('ab\0')]
  expect(inOrder(texts.toReversed())).toEqual(texts)
})
