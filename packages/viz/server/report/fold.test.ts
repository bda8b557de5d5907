import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unfold } from '../../src/source/folded/unfold.ts'
import { fold } from './fold.ts'

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** The sections of some files, and the files again. */
async function there(files: readonly Uint8Array[], { size = 1000, isText = true } = {}) {
  const sections: Uint8Array[] = []
  for await (const section of fold(files.map((bytes) => ({ chunks: inChunks(bytes, size), isText }))))
    sections.push(section)
  const back = files.map((_, file) =>
    Buffer.concat(sections.flatMap((section) => unfold(section)[file] ?? [])),
  )
  return { sections, back }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The files that do not come back as they were, by number. */
async function changed(
  files: readonly Uint8Array[],
  how?: { size?: number; isText?: boolean },
): Promise<number[]> {
  const { back } = await there(files, how)
  return [...files.keys()].filter((i) => !back[i]!.equals(files[i]!))
}

const ID = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    '',
    '.',
    'a..b',
    '"',
    '\\',
    'a|b',
    '\ud800',
    'é',
    '\u0000',
    '0',
  ),
  fc
    .array(fc.constantFrom('db', 'public', 'orders', 'order_id', '17', ' '), { maxLength: 5 })
    .map((all) => all.join('.')),
  fc.string({ unit: 'binary' }),
)
const LINE = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ databuilder_id: ID, parent: ID, title: ID, order: fc.double() })
      .map((one) => JSON.stringify(one)),
  },
  { weight: 2, arbitrary: fc.json() },
  fc.constantFrom(
    '',
    '{"a": "b',
    '"',
    '\\"',
    '{"a" : 1e5, "b":-0.0}',
    '"a":"b""c"',
    '\u0000',
    '{"id": "a\u0000b"}',
    '\ufeff{}',
    'Loading 17 of 99',
  ),
  fc.string(),
)
const TEXT = fc
  .array(fc.tuple(LINE, fc.constantFrom('\n', '\n', '\r\n', '\r', '')), { maxLength: 40 })
  .map((lines) => bytesOf(lines.flat().join('')))

describe('what was folded is unfolded byte for byte', () => {
  test('whatever the lines of a run are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(TEXT, { maxLength: 3 }),
        fc.integer({ min: 1, max: 99 }),
        async (files, size) => {
          expect(await changed(files, { size })).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('where it is no text at all', async () => {
    const bytes = fc.uint8Array({ maxLength: 3000, size: 'max' })
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (all, isText) => {
        expect(await changed([all], { isText })).toEqual([])
      }),
      { numRuns: 100 },
    )
    const lines = fc.array(fc.constantFrom(0x22, 0x3a, 0x5c, 0x0a, 0x30, 0x2e, 0x61, 0xff, 0), {
      maxLength: 300,
    })
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        expect(await changed([Uint8Array.from(all)])).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('with lines that are very long, of very many values, or each of another shape', async () => {
    const numbers = Array.from({ length: 3000 }, (_, i) => i)
    expect(
      await changed([bytesOf(`{"sql": "${'select a.b, '.repeat(20_000)}"}\n{"a": "b"}\n`)], { size: 7919 }),
    ).toEqual([])
    expect(
      await changed([bytesOf(`${JSON.stringify(numbers)}\n${JSON.stringify(numbers.map(String))}\n`)]),
    ).toEqual([])
    expect(
      await changed(
        [bytesOf(Array.from({ length: 70_000 }, (_, i) => `line ${i.toString(36)}x ${i}\n`).join(''))],
        { size: 1 << 16 },
      ),
    ).toEqual([])
  })

  test('with numbers of every length', async () => {
    const id = (i: number): string => `t${(i * 7919) % 1_100_000}`
    const lines = Array.from({ length: 1_100_000 }, (_, i) => `"${id(i)}"\n`).join('')
    expect(
      await changed([bytesOf(`${lines}"${id(3)}"\n"${id(1_099_999)}"\n"${id(0)}"\n`)], { size: 1 << 20 }),
    ).toEqual([])
  }, 60_000)
})

test('every text stands once, however often it is named', async () => {
  const ids = Array.from(
    { length: 500 },
    (_, i) => `warehouse.schema_${i % 7}.${(i * 7919 * 65_537).toString(36)}`,
  )
  const files = [
    ids.map((id) => `{"databuilder_id": "${id}", "title": "${id.split('.')[2]}"}\n`).join(''),
    ids.map((id, i) => `{"from": "${id}", "to": "${ids[(i * 77) % 500]}"}\r\n`).join(''),
  ].map(bytesOf)
  const [one] = (await there([files[0]!])).sections
  const [both] = (await there(files)).sections
  expect(both!.length - one!.length).toBeLessThan(500 * 5) // a shape and two numbers a line
})

test('a section is unfolded by itself, so that a large run takes no more memory than one', async () => {
  const line = `{"text": "${'x '.repeat(30_000)}"}\n`
  const count = Math.ceil((1 << 27) / line.length) + 5
  async function* many(): AsyncGenerator<Uint8Array> {
    const bytes = bytesOf(line)
    for (let i = 0; i < count; i++) yield bytes
  }
  let length = 0
  const sizes: number[] = []
  for await (const section of fold([{ chunks: many(), isText: true }])) {
    sizes.push(section.length)
    for (const piece of unfold(section)[0]!) length += piece.length
  }
  expect(sizes).toHaveLength(2)
  expect(length).toBe(count * line.length)
}, 60_000)
