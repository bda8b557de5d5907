import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyName } from '../../test/any-findings.ts'
import { say, textOf as wordsText } from '../check/say.ts'
import { AS_IT_IS, IN_JSON, Part, ReportBytes } from './report-bytes.ts'
import { wellFormed } from './well-formed.ts'

/** Fails where the bytes are not UTF-8. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

const QUOTE = new Part('"')
const anyNumber = fc.oneof(
  fc.nat(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 9, 10, 2 ** 31),
)
const anyValues = fc.array(fc.oneof(anyName, anyNumber))

test('ReportBytes in JSON writes any texts and numbers as JSON.stringify does, one behind the other', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const out = new ReportBytes(IN_JSON)
      for (const value of values) {
        if (typeof value === 'number') out.number(value)
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

test('ReportBytes as it is writes any texts and numbers as they are, and what UTF-8 cannot hold as U+FFFD', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const out = new ReportBytes(AS_IT_IS)
      for (const value of values) {
        if (typeof value === 'number') out.number(value)
        else out.text(value)
      }
      expect(textOf(out.take())).toBe(values.map((value) => wellFormed(String(value))).join(''))
    }),
  )
})

test.each([IN_JSON, AS_IT_IS])('ReportBytes writes any sentence as it reads in a medium', (medium) => {
  fc.assert(
    fc.property(anyName, anyName, fc.integer(), (one, other, count) => {
      const out = new ReportBytes(medium)
      const sentence = say`'${one}' → "${other}", ${count} times`
      out.words(sentence)
      out.words(sentence)
      const text = wellFormed(medium.escaped(wordsText(sentence)))
      expect(textOf(out.take())).toBe(text + text)
    }),
  )
})

test('ReportBytes holds texts that are longer than its room, and whole parts of any length', () => {
  const out = new ReportBytes(IN_JSON)
  const long = '→'.repeat(300_000)
  for (const part of ['', 'a', '→', 'abcdefg', 'abcdefgh', long]) {
    out.part(new Part(part))
    out.text('a'.repeat(part.length))
    expect(textOf(out.take())).toBe(part + 'a'.repeat(part.length))
  }
  out.text(long)
  out.text('b')
  expect(out.isFull).toBe(true)
  expect(textOf(out.take())).toBe(`${long}b`)
  expect(out.isFull).toBe(false)
})
