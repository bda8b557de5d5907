import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PrintCutter, type Piece } from './cut-prints.ts'

/** The pieces of chunks, as texts, those that follow each other in one print joined. */
function pieces(chunks: readonly (string | Uint8Array)[], longest?: number): [string, string, number?][] {
  const cutter = new PrintCutter(longest)
  const cut: Piece[] = chunks.flatMap((chunk) => [...cutter.cut(Buffer.from(chunk))])
  cut.push(...cutter.end())
  return cut.map((piece) => {
    const text = Buffer.from(piece.bytes).toString()
    return piece.kind === 'print' ? [piece.kind, text] : [piece.kind, text, piece.line]
  })
}

/** The bytes that are given out while more may come. */
const atOnce = (text: string): string =>
  [...new PrintCutter().cut(Buffer.from(text))].map(({ bytes }) => Buffer.from(bytes).toString()).join('')

describe('new PrintCutter().cut(chunk)', () => {
  test('tells lines that begin as an object from other prints, with their numbers', () => {
    expect(pieces(['signing in\n{"a": 1}\n\n  { "b": 2 }\r\ndone'])).toEqual([
      ['print', 'signing in\n'],
      ['object', '{"a": 1}\n', 2],
      ['print', '\n'],
      ['object', '  { "b": 2 }\r\n', 4],
      ['print', 'done'],
    ])
  })

  test.each(['Password: ', 'half a li', '.', '\rLoading 10%', '[1', '{wait', "{'a", '\u00a0é'])(
    'gives %j out at once, without its end',
    (print) => {
      expect(atOnce(`before\n${print}`)).toBe(`before\n${print}`)
    },
  )

  test('holds an object until its line has ended', () => {
    expect(atOnce('before\n{"a": 1}')).toBe('before\n')
    expect(pieces(['{', '"a"', ': 1}\nx'])).toEqual([
      ['object', '{"a": 1}\n', 1],
      ['print', 'x'],
    ])
  })

  test('knows an object behind a byte-order mark, also one that comes in two chunks', () => {
    const bytes = Buffer.from('\ufeff{"a": 1}')
    expect(pieces([bytes.subarray(0, 2), bytes.subarray(2)])).toEqual([['object', '\ufeff{"a": 1}', 1]])
  })

  test('does not hold what begins with { and can be no object', () => {
    expect(pieces(['\n{', " 'a': ", '1}\n', '{"b": 1}'])).toEqual([
      ['print', '\n'],
      ['unreadable', "{ 'a': ", 2],
      ['unreadable', '1}\n', 2],
      ['object', '{"b": 1}', 3],
    ])
  })

  test('does not hold a line that is too long', () => {
    expect(pieces(['{"a": ', '12345', '6}', '\n{"b": 1}\n'], 10)).toEqual([
      ['unreadable', '{"a": 12345', 1],
      ['unreadable', '6}', 1],
      ['unreadable', '\n', 1],
      ['object', '{"b": 1}\n', 2],
    ])
  })

  test('tells apart what begins as the SDK prints a declaration behind other text', () => {
    expect(
      pieces(['Fetching… {"entity_type": 1} \n\x1b[32m{"from_identifier": 2}\x1b[0m\r\nx{"other": 3}\n']),
    ).toEqual([
      ['print', 'Fetching… '],
      ['tail', '{"entity_type": 1} \n', 1],
      ['print', '\x1b[32m'],
      ['tail', '{"from_identifier": 2}\x1b[0m\r\n', 2],
      ['print', 'x{"other": 3}\n'],
    ])
  })

  test('holds a print from where it may end so, and no longer than it may', () => {
    expect(atOnce('Loading {"entity')).toBe('Loading ')
    expect(atOnce('Loading {"entity_type": 1')).toBe('Loading ')
    expect(atOnce('Loading {"entities')).toBe('Loading {"entities')
    expect(
      pieces(['Loading {"enti', 't', 'ies"} {', '"entity_type": 1} then {"from_', 'identifier": 2', '}']),
    ).toEqual([
      ['print', 'Loading '],
      ['print', '{"entities"} '],
      ['print', '{"entity_type": 1} then '],
      ['tail', '{"from_identifier": 2}', 1],
    ])
  })

  test('does not hold what is too long behind other text', () => {
    expect(pieces(['x{"entity_type": 1, ', '"a": 1}', '\n{"b": 1}\n'], 20)).toEqual([
      ['print', 'x'],
      ['print', '{"entity_type": 1, "a": 1}'],
      ['print', '\n'],
      ['object', '{"b": 1}\n', 2],
    ])
  })

  const line = fc.oneof(
    fc.constantFrom('{"a": 1}', "{'a': 1}", '  {"b": ', 'text', ' ', '', '{', '\ufeff{}', '{ "é": "ü" }'),
    fc
      .array(fc.constantFrom('x', ' ', '{', '{"entity', '{"entity_type"', '{"from_identifier": 1}', '}', '"'))
      .map((parts) => parts.join('')),
    fc.string(),
  )
  const printed = fc
    .tuple(fc.array(line), fc.boolean())
    .map(([lines, ends]) => Buffer.from(lines.join('\n') + (ends ? '\n' : '')))

  test('gives out all bytes in their order, and the same objects however they are cut into chunks', () => {
    fc.assert(
      fc.property(printed, fc.array(fc.nat(60)), fc.integer({ min: 5, max: 30 }), (bytes, cuts, longest) => {
        const places = [...cuts, 0, bytes.length].filter((at) => at <= bytes.length).sort((a, b) => a - b)
        const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end))
        const cutter = new PrintCutter(longest)
        const given = [...chunks.flatMap((chunk) => [...cutter.cut(chunk)]), ...cutter.end()]
        expect(Buffer.compare(Buffer.concat(given.map((piece) => piece.bytes)), bytes)).toBe(0)
        const objects = (all: [string, string, number?][]) =>
          all.filter(([kind]) => kind === 'object' || kind === 'tail')
        expect(objects(pieces(chunks))).toEqual(objects(pieces([bytes])))
      }),
      { numRuns: 500 },
    )
  })
})
