import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLines } from './split-lines.ts'

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

const byte = fc.constantFrom(10, 97, 98)
const chunk = fc.array(byte, { maxLength: 20 }).map((bytes) => Uint8Array.from(bytes))

test('splitLines(chunks, size) gives the same bytes in pieces that end at line ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk), fc.integer({ min: 1, max: 30 }), async (chunks, size) => {
      const pieces = []
      for await (const piece of splitLines(chunksOf(chunks), size)) pieces.push(piece)
      const all = pieces.flatMap(({ bytes }) => [...bytes])
      expect(all).toEqual(chunks.flatMap((bytes) => [...bytes]))
      let offset = 0
      for (const [i, piece] of pieces.entries()) {
        expect(piece.offset).toBe(offset)
        if (i < pieces.length - 1) expect(piece.bytes.at(-1)).toBe(10)
        offset += piece.bytes.length
      }
    }),
  )
})

test('splitLines(chunks, size, longest) leaves out the lines that are longer, says how long, and loses no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(chunk),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (chunks, size, longest) => {
        const text = Buffer.concat(chunks).toString()
        const ends = text.endsWith('\n') || text === ''
        const lines = (ends ? text.slice(0, -1) : text).split('\n')
        const expected = text === '' ? [] : lines.map((line) => (line.length > longest ? line.length : line))
        const given: (string | number)[] = []
        let offset = 0
        for await (const { bytes, offset: begins, skipped } of splitLines(chunksOf(chunks), size, longest)) {
          expect(begins).toBe(offset)
          if (skipped === undefined) {
            given.push(...Buffer.from(bytes).toString().replace(/\n$/, '').split('\n'))
            offset += bytes.length
          } else {
            given.push(skipped)
            offset += skipped + 1
          }
        }
        expect(given).toEqual(expected)
      },
    ),
  )
})

test('splitLines(chunks, size, longest) finds a long line in the middle of one large chunk', async () => {
  const lines = ['a', 'b'.repeat(3 << 20), 'c', 'd'.repeat(5 << 20)]
  const given = []
  for await (const { bytes, skipped } of splitLines([Buffer.from(lines.join('\n'))], 1 << 20, 4 << 20))
    given.push(skipped ?? bytes.length)
  expect(given.at(-1)).toBe(5 << 20)
  expect(given.slice(0, -1).reduce((sum, length) => sum + length, 0)).toBe(2 + (3 << 20) + 1 + 2)
})
