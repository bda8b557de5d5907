import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyName } from '../../test/any-findings.ts'
import { JsonBytes, JsonPart } from './json-bytes.ts'

/** Fails where the bytes are not UTF-8. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

const QUOTE = new JsonPart('"')
const anyNumber = fc.oneof(
  fc.nat(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(0, -0, 9, 10, 2 ** 31),
)
const anyValue = fc.oneof(anyName, anyNumber, fc.jsonValue())

test('JsonBytes writes any texts and numbers as JSON.stringify does, one behind the other', () => {
  fc.assert(
    fc.property(fc.array(anyValue), (values) => {
      const out = new JsonBytes()
      for (const value of values) {
        if (typeof value !== 'string') out.value(value)
        else {
          out.part(QUOTE)
          out.text(value)
          out.part(QUOTE)
        }
      }
      expect(textOf(out.take())).toBe(values.map((value) => JSON.stringify(value)).join(''))
    }),
  )
})

test('JsonBytes holds texts that are longer than its room, and whole parts of any length', () => {
  const out = new JsonBytes()
  const long = '→'.repeat(300_000)
  for (const part of ['', 'a', '→', 'abcdefg', 'abcdefgh', long]) {
    out.part(new JsonPart(part))
    out.text('a'.repeat(part.length))
    expect(textOf(out.take())).toBe(part + 'a'.repeat(part.length))
  }
  out.text(long)
  out.text('b')
  expect(out.isFull).toBe(true)
  expect(textOf(out.take())).toBe(`${long}b`)
  expect(out.isFull).toBe(false)
})
