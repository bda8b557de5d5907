import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bytes } from './bytes.ts'
import { Strings, UNSET } from './strings.ts'

/** Any text that JSON can carry: also half a surrogate pair, and long ones. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc
    .array(fc.integer({ min: 0xd700, max: 0xe100 }), { maxLength: 5 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'a'.repeat(10_000),
    'é',
    'e\u0301',
    '\ufeff',
    '\ud800',
    '\udc00',
  ),
)

test('strings.get(strings.intern(text)) gives back any text, to the code unit', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const strings = new Strings()
      const indexes = texts.map((text) => strings.intern(text))
      expect(indexes.map((index) => strings.get(index))).toEqual(texts)
      expect(strings.size).toBe(new Set(texts).size)
    }),
  )
})

test('strings.intern(text) gives an equal text the same index, and find(text) finds it', () => {
  fc.assert(
    fc.property(fc.array(anyText), anyText, (texts, other) => {
      const strings = new Strings()
      for (const text of texts) expect(strings.intern(text)).toBe(strings.intern(text))
      for (const text of texts) expect(strings.get(strings.find(text))).toBe(text)
      if (!texts.includes(other)) expect(strings.find(other)).toBe(UNSET)
    }),
  )
})

test('strings.internAll(other) takes all texts of another table over, each once', () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText), fc.array(anyText), (here, there, last) => {
      const strings = new Strings()
      const other = new Strings()
      for (const text of here) strings.intern(text)
      for (const text of there) other.intern(text)
      const indexes = strings.internAll(other)
      expect(indexes[0]).toBe(UNSET)
      for (const text of there) {
        expect(strings.get(indexes[other.find(text) + 1]!)).toBe(text)
        expect(strings.find(text)).toBe(indexes[other.find(text) + 1])
      }
      for (const text of last) expect(strings.get(strings.intern(text))).toBe(text)
      expect(strings.size).toBe(new Set([...here, ...there, ...last]).size)
    }),
  )
})

test('strings.internBytes and internAll tell texts apart that have one hash', () => {
  const hash = fc.constantFrom(0, 1, -1, 1 << 31, 0x7fffffff)
  const texts = fc.uniqueArray(fc.tuple(hash, fc.integer({ min: 0, max: 999 })), { maxLength: 600 })
  fc.assert(
    fc.property(texts, texts, (here, there) => {
      const taken = (entries: readonly (readonly [hash: number, number: number])[]): Strings => {
        const strings = new Strings()
        for (const [high, number] of entries) {
          const bytes = new Bytes(16)
          const { written } = new TextEncoder().encodeInto(`${high} ${number}`, bytes.bytes)
          strings.internBytes(bytes, 0, written, high)
        }
        return strings
      }
      const strings = taken(here)
      const other = taken(there)
      const nameOf = ([high, number]: readonly [hash: number, number: number]): string => `${high} ${number}`
      const indexes = strings.internAll(other)
      const all = [...new Set([...here, ...there].map(nameOf))]
      expect(all.map((_, i) => strings.get(i))).toEqual(all)
      expect(Array.from(indexes.subarray(1), (index) => strings.get(index))).toEqual([
        ...new Set(there.map(nameOf)),
      ])
    }),
  )
})

test('strings.clear() leaves a table as good as new', () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText), (before, after) => {
      const strings = new Strings()
      for (const text of before) strings.intern(text)
      strings.clear()
      expect(strings.size).toBe(0)
      for (const text of before) expect(strings.find(text)).toBe(UNSET)
      const distinct = [...new Set(after)]
      expect(distinct.map((text) => strings.intern(text))).toEqual(distinct.map((_, i) => i))
      expect(distinct.map((_, i) => strings.get(i))).toEqual(distinct)
    }),
  )
})

test('strings.get(index) of no text throws', () => {
  expect(() => new Strings().get(0)).toThrow(RangeError)
  expect(new Strings().at(UNSET)).toBeUndefined()
})

test('strings.isWithin(index, low, high) looks at every byte, and at no other text', () => {
  const strings = new Strings()
  const [plain, odd, empty] = ['az', 'a z', ''].map((text) => strings.intern(text))
  expect([plain, odd, empty].map((index) => strings.isWithin(index!, 0x21, 0x7e))).toEqual([
    true,
    false,
    true,
  ])
  expect(strings.isWithin(strings.intern('é'), 0x21, 0x7e)).toBe(false)
})

test('strings.caselessHash(index) is one for texts that differ in the case of ASCII letters alone, and none beyond ASCII', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const strings = new Strings()
      const hashes = [text, text.toUpperCase(), text.toLowerCase()].map((each) =>
        strings.caselessHash(strings.intern(each)),
      )
      expect(new Set(hashes).size).toBe(1)
    }),
  )
  const strings = new Strings()
  expect(strings.caselessHash(strings.intern('[a'))).not.toBe(strings.caselessHash(strings.intern('{a')))
  expect(strings.caselessHash(strings.intern('é'))).toBeUndefined()
})

test('strings.isSmallAscii(index) is true only of texts that folding leaves as they are', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const strings = new Strings()
      const isFolded = text.normalize('NFC').toLowerCase() === text
      expect(strings.isSmallAscii(strings.intern(text))).toBe(isFolded && /^[\0-\x7f]*$/.test(text))
    }),
  )
})

test('strings.findAll(other) finds what both tables hold, and takes nothing in', () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText), (here, there) => {
      const strings = new Strings()
      const other = new Strings()
      for (const text of here) strings.intern(text)
      for (const text of there) other.intern(text)
      const size = strings.size
      const indexes = strings.findAll(other)
      expect(strings.size).toBe(size)
      expect(indexes).toHaveLength(other.size + 1)
      expect(indexes[0]).toBe(UNSET)
      for (const text of there) expect(indexes[other.find(text) + 1]).toBe(strings.find(text))
    }),
  )
})
