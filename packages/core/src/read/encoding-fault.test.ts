import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodingFaultOf } from './encoding-fault.ts'
import { textOfLine } from './text-of-line.ts'

const faultOf = (bytes: Uint8Array, offset = 0) => encodingFaultOf(bytes, textOfLine(bytes, offset), offset)

test('encodingFaultOf(bytes, …) gives the first byte that is not UTF-8, its column, and how many places there are', () => {
  expect(faultOf(Buffer.from('é\u{1f600}: caf\xe9 cr\xe8me', 'utf8'))).toBeUndefined()
  const bytes = Buffer.concat([Buffer.from('é😀 caf'), Buffer.of(0xe9, 0x20, 0xe8, 0xe9)])
  expect(faultOf(bytes, 100)).toEqual({ at: 7, byte: 110, value: 0xe9, count: 2 })
})

test('encodingFaultOf(bytes, …) takes a U+FFFD that was written for what it is', () => {
  expect(faultOf(Buffer.from('a \ufffd b'))).toBeUndefined()
  expect(faultOf(Buffer.concat([Buffer.from('\ufffd'), Buffer.of(0xff)]))).toMatchObject({ at: 1, byte: 3 })
})

test('encodingFaultOf(bytes, …) counts columns behind a byte-order mark', () => {
  expect(faultOf(Buffer.concat([Buffer.from('\ufeffab'), Buffer.of(0xff)]))).toMatchObject({ at: 2, byte: 5 })
})

test('encodingFaultOf(bytes, …) finds what a strict decoder refuses, and nothing else', () => {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const isRefused = (bytes: Uint8Array): boolean => {
    try {
      strict.decode(bytes)
      return false
    } catch {
      return true
    }
  }
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0x80, 0xbf, 0xc1, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f, 0xef, 0xbd),
  )
  fc.assert(
    fc.property(
      fc
        .uint8Array({ maxLength: 8 })
        .chain((some) => fc.array(byte, { maxLength: 8 }).map((more) => Uint8Array.from([...some, ...more]))),
      (bytes) => {
        const fault = faultOf(bytes, 1)
        expect(fault !== undefined).toBe(isRefused(bytes))
        if (fault) {
          expect(isRefused(bytes.subarray(0, fault.byte - 1))).toBe(false)
          expect(textOfLine(bytes, 1)[fault.at]).toBe('\ufffd')
        }
      },
    ),
    { numRuns: 2000 },
  )
})
