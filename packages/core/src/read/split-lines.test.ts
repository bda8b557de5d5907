import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLines } from './split-lines.ts'

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

test('splitLines(chunks, size) gives the same bytes in pieces that end at line ends', async () => {
  const byte = fc.constantFrom(10, 97, 98)
  const chunk = fc.array(byte, { maxLength: 20 }).map((bytes) => Uint8Array.from(bytes))
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
