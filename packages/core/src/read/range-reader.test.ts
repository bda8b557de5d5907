import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RangeReader } from './range-reader.ts'
import type { OpenFile } from './source.ts'
import { splitLines, type Lines } from './split-lines.ts'

const fileOf = (bytes: Uint8Array): OpenFile => ({
  path: 'x',
  handle: 0,
  size: bytes.length,
  read(target, start) {
    if (start + target.length > bytes.length) throw new RangeError('read behind the end')
    target.set(bytes.subarray(start, start + target.length))
  },
  close() {},
})

/** The lines of all pieces, each with its offset; of one that is too long its length. */
function linesOf(pieces: Iterable<Lines>): string[] {
  const lines: string[] = []
  for (const { bytes, offset, skipped } of pieces) {
    if (skipped !== undefined) lines.push(`${offset}: ${skipped} bytes`)
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(10, start) + 1 || bytes.length
      lines.push(`${offset + start}: ${new TextDecoder().decode(bytes.subarray(start, end))}`)
      start = end
    }
  }
  return lines
}

async function inOnePass(bytes: Uint8Array, longest: number): Promise<string[]> {
  const lines: string[] = []
  for await (const piece of splitLines([bytes], bytes.length, longest)) lines.push(...linesOf([piece]))
  return lines
}

function byRanges(bytes: Uint8Array, size: number, longest: number): string[] {
  const reader = new RangeReader(longest)
  const lines: string[] = []
  for (let start = 0; start < bytes.length; start += size)
    for (const piece of reader.lines(fileOf(bytes), start, Math.min(start + size, bytes.length)))
      lines.push(...linesOf([piece]))
  return lines
}

test('ranges that follow each other give every line once, as one pass does, whatever their size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ maxLength: 20, unit: fc.constantFrom('a', '\n', 'é') }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      async (texts, size, more) => {
        const bytes = new TextEncoder().encode(texts.join('\n'))
        const longest = size + more
        expect(byRanges(bytes, size, longest)).toEqual(await inOnePass(bytes, longest))
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([99_999, 100_000, 200_000])(
  'a line over several steps is held up to the longest, %i',
  async (longest) => {
    const bytes = new TextEncoder().encode(`first\n${'x'.repeat(100_000)}\nlast`)
    const lines = byRanges(bytes, 1000, longest)
    expect(lines).toEqual(await inOnePass(bytes, longest))
    expect(lines.at(-1)).toBe('100007: last')
  },
)
