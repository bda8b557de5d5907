import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows, type CsvRow } from './csv-rows.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function rowsOf(text: string, size = Infinity): Promise<CsvRow[]> {
  const bytes = bytesOf(text)
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
  const rows: CsvRow[] = []
  for await (const row of csvRows(chunks)) rows.push(row)
  return rows
}

const fieldsOf = async (text: string) => (await rowsOf(text)).map(({ fields }) => fields)

describe('csvRows(chunks) reads what RFC 4180 says', () => {
  test.each([
    [
      'plain fields',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty fields, at the end too',
      'a,,\n,b,\n',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    ['a delimiter inside quotes', '"a,b",c\n', [['a,b', 'c']]],
    ['doubled quotes', '"say ""hi""",""""\n', [['say "hi"', '"']]],
    [
      'a line break inside quotes',
      '"a\nb",c\nd,e\n',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\n"c\r\nd",e\r\n',
      [
        ['a', 'b'],
        ['c\r\nd', 'e'],
      ],
    ],
    [
      'no last line end',
      'a,b\nc,"d"',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a byte-order mark before a quote', '\ufeff"a",b\n', [['a', 'b']]],
    [
      'empty lines, which are no rows',
      '\n\na,b\n\r\n \nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote inside a bare field', 'a 5" pipe,b\n', [['a 5" pipe', 'b']]],
    ['an empty quoted field', '"",a\n', [['', 'a']]],
    ['nothing', '', []],
    [
      'semicolons, where the first row has them',
      'a;b\n"1;2";3,4\n',
      [
        ['a', 'b'],
        ['1;2', '3,4'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', async (_, text, rows) => {
    expect(await fieldsOf(text)).toEqual(rows)
  })
})

test('csvRows(chunks) gives the line, the byte and the place of every field', async () => {
  const rows = await rowsOf('\ufeffname,note\né,"x\ny"\n\nlast,"""😀"""')
  expect(rows.map(({ line, offset }) => [line, offset])).toEqual([
    [1, 0],
    [2, 13],
    [5, 23],
  ])
  expect(rows[1]).toMatchObject({ text: 'é,"x\ny"', starts: [0, 2], ends: [1, 7] })
  expect(rows[2]).toMatchObject({ fields: ['last', '"😀"'], starts: [0, 5], ends: [4, 13] })
})

describe('csvRows(chunks), where a quote is never closed', () => {
  test.each([
    ['to the end of the file', 'a,"b,c\nd,e,f\ng,h,i\n'],
    ['until the next quoted field', 'a,"b,c\nd,e,f\n"g",h,i\n'],
    ['until a quoted field further on in its row', 'a,"b,c\nd,e,f\ng,"h",i\n'],
  ])('%s, loses no row and splits the rest of its line', async (_, text) => {
    const rows = await rowsOf(text)
    expect(rows.map(({ fields }) => fields)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ])
    expect(rows.map(({ fault }) => fault)).toEqual([
      { kind: 'unclosed-quote', field: 1 },
      undefined,
      undefined,
    ])
  })

  test('keeps the fields before it, and those that go on over lines', async () => {
    const rows = await rowsOf('"a\nb",c,"d\ne,f,g\n')
    expect(rows.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['a\nb', 'c', 'd']],
      [3, ['e', 'f', 'g']],
    ])
  })

  test('in every line, is linear', async () => {
    const rows = await rowsOf('a,"b\n'.repeat(200_000))
    expect(rows).toHaveLength(200_000)
    expect(rows.every(({ fault }) => fault?.kind === 'unclosed-quote')).toBe(true)
  })

  test('over more than can belong to one row, loses no row either', async () => {
    function* long(): Generator<Uint8Array> {
      yield bytesOf('a,"b\n')
      for (let i = 0; i < 40; i++) yield bytesOf(`c,${'d'.repeat(1021)}\n`.repeat(1 << 10))
    }
    let rows = 0
    for await (const _ of csvRows(long())) rows++
    expect(rows).toBe(1 + 40 * (1 << 10))
  })
})

test('csvRows(chunks) takes text behind a closing quote as a part of the field, and says so', async () => {
  const [row] = await rowsOf('"a"b,c\n')
  expect(row).toMatchObject({ fields: ['ab', 'c'], fault: { kind: 'text-after-quote', field: 0 } })
})

describe('csvRows(chunks) of any rows', () => {
  const field = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc
      .array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', 'é', '😀', ' '), { maxLength: 6 })
      .map((all) => all.join('')),
  )
  /** Quoted as it must be, or more. */
  const quoted = (text: string, always: boolean): string =>
    always || /[",\n\r;\t|]|^\s|\s$|^$|^\ufeff/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const table = fc
    .tuple(
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([rows, always, end]) => {
      const all = [['h1', 'h2'], ...rows]
      return {
        rows: all,
        text: all.map((row) => row.map((text) => quoted(text, always)).join(',') + end).join(''),
      }
    })

  test('gives back what was written, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async ({ rows, text }, size) => {
        const read = await rowsOf(text, size)
        expect(read.map(({ fields }) => fields)).toEqual(rows)
        expect(read.every(({ fault }) => fault === undefined)).toBe(true)
      }),
    )
  })

  test('or of any text at all, gives rows that stand where they say, and leaves nothing out', async () => {
    const any = fc
      .array(fc.constantFrom('"', '""', ',', '\n', '\r\n', 'a', 'é', ' '), { maxLength: 30 })
      .map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const bytes = bytesOf(text)
        let next = 0
        for (const { line, offset, text: row, starts, ends } of await rowsOf(text)) {
          const before = new TextDecoder().decode(bytes.subarray(0, offset))
          expect(text.slice(next, before.length).trim()).toBe('')
          expect(before === '' || before.endsWith('\n')).toBe(true)
          expect(line).toBe(before.split('\n').length)
          expect(text.slice(before.length).startsWith(row)).toBe(true)
          expect(starts).toEqual([0, ...ends.slice(0, -1).map((end) => end + 1)])
          expect(ends.at(-1)).toBe(row.length)
          next = before.length + row.length
        }
        expect(text.slice(next).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
