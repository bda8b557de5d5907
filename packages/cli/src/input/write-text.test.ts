import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gathered } from './write-text.ts'

const textOf = (pieces: readonly string[]): string => {
  const parts: Buffer[] = []
  for (const bytes of gathered(pieces)) parts.push(Buffer.from(bytes)) // a copy: the next ones take its place
  return Buffer.concat(parts).toString()
}

test('gathered(pieces) is the text of all pieces, in their order', () => {
  const piece = fc
    .tuple(
      fc.constantFrom('a', 'é', '─', '😀', '{"line": 1}\n'),
      fc.constantFrom(0, 1, 40, 3000, 30_000, 70_000),
    )
    .map(([text, count]) => text.repeat(count))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(textOf(pieces) === pieces.join('')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('gathered(pieces) hands bytes on as they are, behind the text before them', () => {
  const bytes = Buffer.from('c')
  const handed = Array.from(gathered(['a', 'b', bytes, 'd']), (piece) => Buffer.from(piece).toString())
  expect(handed).toEqual(['ab', 'c', 'd'])
})

test('gathered(pieces) hands small pieces on together', () => {
  const sizes = Array.from(gathered(Array.from({ length: 200_000 }, () => 'a')), ({ length }) => length)
  expect(sizes).toEqual([65536, 65536, 65536, 3392])
})
