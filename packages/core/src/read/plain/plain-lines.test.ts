import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLines, brokenLines } from '../../../test/any-lines.ts'
import { RESOURCE_FIELDS } from '../../model/resource.ts'
import { spanOfText } from '../../check/place.ts'
import { Batch } from '../batch.ts'
import type { Column } from '../column.ts'
import { readBatch, readLine } from '../read-batch.ts'
import { spansOf, type JsonPath } from '../scan-json.ts'
import { textOfLine } from '../text-of-line.ts'
import { PlainLines } from './plain-lines.ts'

const encoder = new TextEncoder()
const plain = new PlainLines()

/** All that a batch holds, as plain values. */
function contentsOf({
  strings,
  identifiers,
  resources,
  lineage,
  problems,
  lineCount,
  declarationCount,
}: Batch) {
  const valuesOf = (columns: object) =>
    Object.entries(columns)
      .filter(([name]) => !name.endsWith('Start')) // told by the plain reading alone
      .map(([name, column]) => [name, [...(column as Column<Int32Array>).values]])
  return {
    strings: Array.from({ length: strings.size }, (_, i) => strings.get(i)),
    identifiers: Array.from({ length: identifiers.size }, (_, i) => identifiers.get(i)),
    resources: valuesOf(resources),
    lineage: valuesOf(lineage),
    problems,
    lineCount,
    declarationCount,
  }
}

/** The same lines, each by JSON.parse. */
function readByParsing(bytes: Uint8Array, offset: number, printed: boolean): Batch {
  const batch = new Batch()
  for (let start = 0; start < bytes.length; batch.lineCount++) {
    const lineEnd = bytes.indexOf(10, start)
    const end = lineEnd < 0 ? bytes.length : lineEnd
    const line = { bytes: bytes.subarray(start, end), offset: offset + start, isOpen: lineEnd < 0 }
    readLine(batch, line, printed)
    start = end + 1
  }
  return batch
}

function isPlain(line: string | Uint8Array): boolean {
  const bytes = typeof line === 'string' ? encoder.encode(line) : line
  const batch = new Batch()
  const end = plain.load(bytes) ? plain.read(batch, 0, 0) : -1
  if (end < 0) expect(contentsOf(batch)).toEqual(contentsOf(new Batch()))
  return end >= 0
}

const bothOf = (bytes: Uint8Array, offset: number, printed: boolean) =>
  [readBatch({ bytes, offset }, printed), readByParsing(bytes, offset, printed)].map(contentsOf)

/** Where ids and the names of ends stand, as far as a batch knows it, and where `spansOf` finds them. */
function* placesIn({ resources, lineage, identifiers, strings }: Batch, bytes: Uint8Array) {
  const placeOf = (offset: number, start: number, text: number, paths: readonly JsonPath[]) => {
    const lineEnd = bytes.indexOf(10, offset)
    const line = textOfLine(bytes.subarray(offset, lineEnd < 0 ? bytes.length : lineEnd), offset)
    const known = spanOfText(start, strings.lengthOf(text))
    return { known, found: spansOf(line, paths).find((span) => span !== undefined) }
  }
  for (let i = 0; i < resources.length; i++)
    yield placeOf(resources.offset.at(i), resources.idStart.at(i), resources.id.at(i), [['databuilder_id']])
  for (let i = 0; i < lineage.length; i++)
    for (const [end, field] of [
      ['from', 'from_identifier'],
      ['to', 'to_identifier'],
    ] as const) {
      const paths = ['databuilder_id', 'table', 'sql'].map((part) => [field, part])
      const name = identifiers.nameOf(lineage[end].at(i))
      yield placeOf(lineage.offset.at(i), lineage[`${end}Start`].at(i), name, paths)
    }
}

test('readBatch(lines) says where ids and the names of ends stand, or nothing', () => {
  let count = 0
  fc.assert(
    fc.property(anyLines, (bytes) => {
      for (const { known, found } of placesIn(readBatch({ bytes, offset: 0 }, false), bytes)) {
        if (known === undefined) continue
        expect(known).toEqual(found)
        count++
      }
    }),
    { numRuns: 300 },
  )
  expect(count).toBeGreaterThan(20)
})

describe('readBatch(lines) gives the batch that JSON.parse and the slow reading of each line give', () => {
  test('for lines of every form', () => {
    fc.assert(
      fc.property(anyLines, fc.constantFrom(0, 1000), fc.boolean(), (bytes, offset, printed) => {
        const [read, parsed] = bothOf(bytes, offset, printed)
        expect(read).toEqual(parsed)
      }),
      { numRuns: 300 },
    )
  })

  test('for lines that are broken', () => {
    fc.assert(
      fc.property(brokenLines, fc.boolean(), (bytes, printed) => {
        const [read, parsed] = bothOf(bytes, 0, printed)
        expect(read).toEqual(parsed)
      }),
      { numRuns: 300 },
    )
  })

  test('for a line cut at every byte', () => {
    const whole = encoder.encode(
      '{"entity_type": "t", "databuilder_id": "caf\\u00e9 é\\n", "owners": ["a", "b"], "sort_order": -12, "is_pk": true}',
    )
    for (let end = 0; end <= whole.length; end++) {
      const [read, parsed] = bothOf(whole.subarray(0, end), 0, false)
      expect(read).toEqual(parsed)
    }
  })
})

describe('plain.read(batch, at, offset)', () => {
  const printed: Record<string, unknown> = Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, null]))
  const asPrinted = (fields: Record<string, unknown>) =>
    JSON.stringify({ ...printed, databuilder_id: 'x', ...fields }, undefined, 1).replaceAll(/\n ?/g, ' ')
  const internal = '{"type": "internal_resource", "databuilder_id": "x"}'
  const titled = (title: string): Uint8Array =>
    encoder.encode(`{"databuilder_id": "x", "title": ${title}, "description": null}\n`)

  test.each([
    asPrinted({ title: '', is_pk: false, hidden: false }),
    asPrinted({ external_updated_at: '2026-01-31T09:30:00.120000+01:00', sort_order: 12, is_pk: true }),
    asPrinted({ owners: ['ann', 'bob'], description: 'a "quoted"\ntext, é' }).replace('é', '\\u00e9'),
    '{"databuilder_id":"x","title":"café"}',
    '\t{ "databuilder_id" : "x" , "owners" : [ ] } \r',
    `{"from_identifier": ${internal}, "to_identifier": ${internal}}`,
    `{"to_identifier": {"table": "t", "type": "external_table", "cluster": null}, "from_identifier": {"type": "tables_from_query", "sql": "select 1"}}`,
    `{"from_identifier": ${internal}, "to_identifier": {"type": "external_column", "table": "t", "column": "c"}}`,

    '',
  ])('takes a line in the forms that programs print: %s', (line) => {
    expect(isPlain(line)).toBe(true)
  })

  test.each([
    '{"databuilder_id": ""}',
    '{"databuilder_id": null}',
    '{"entity_type": "table"}',
    '{"databuilder_id": "x", "databuilder_id": "x"}',
    '{"databuilder_id": "x", "titel": "y"}',
    '{"databuilder_id": "x", "sort_order": 4.0}',
    '{"databuilder_id": "x", "sort_order": "4"}',
    '{"databuilder_id": "x", "is_pk": "true"}',
    '{"databuilder_id": "x", "owners": ["a", null]}',
    '{"databuilder_id": "x", "external_updated_at": "2026-02-30"}',
    '{"databuilder_id": "x", "title": 5}',
    '{"databuilder_id": "x",}',
    '{"databuilder_id": "x"} {',
    '\ufeff{"databuilder_id": "x"}',
    `{"from_identifier": ${internal}}`,
    `{"from_identifier": ${internal}, "to_identifier": ${internal}, "title": "x"}`,
    `{"from_identifier": ${internal}, "to_identifier": {"type": "external_table", "table": ""}}`,
    `{"from_identifier": ${internal}, "to_identifier": {"type": "external_tabel", "table": "t"}}`,
    `{"from_identifier": ${internal}, "to_identifier": {"type": "internal_resource", "databuilder_id": "x", "table": "t"}}`,
    'Traceback',
  ])('leaves a line in which something is to be found, and the batch as it was: %s', (line) => {
    expect(isPlain(line)).toBe(false)
  })

  test('leaves a line that names the type of an identifier twice, though what stands between its values is known from other lines', () => {
    const to = `"to_identifier": ${internal}`
    const known = `{"from_identifier": {"table": "t", "type": "external_table"}, ${to}}`
    const twice = `{"from_identifier": {"type": "external_column", "column": "c", "table": "t", "type": "external_table"}, ${to}}`
    expect([known, twice].map(isPlain)).toEqual([true, false])
    const lines = encoder.encode(`${known}\n${twice}\n`)
    const { identifiers, lineage } = readBatch({ bytes: lines, offset: 0 }, false)
    expect(identifiers.get(lineage.from.at(1))).toEqual({ type: 'external_table', table: 't' })
  })

  test('takes what it takes whatever it has read before', () => {
    const placesOf = (reader: PlainLines, bytes: Uint8Array): number[] => {
      reader.load(bytes)
      const ends = []
      for (let start = 0; start < bytes.length;) {
        const end = reader.read(new Batch(), start, start)
        ends.push(end)
        const lineEnd = bytes.indexOf(10, start)
        start = (lineEnd < 0 ? bytes.length : lineEnd) + 1
      }
      return ends
    }
    fc.assert(
      fc.property(fc.oneof(anyLines, brokenLines), brokenLines, (bytes, before) => {
        const reader = new PlainLines()
        const fresh = placesOf(reader, bytes)
        placesOf(reader, before)
        expect(placesOf(reader, bytes)).toEqual(fresh)
      }),
      { numRuns: 300, examples: [[titled('null'), titled('nul')]] },
    )
  })

  test('leaves a line with bytes that are not UTF-8', () => {
    expect(isPlain(Buffer.from('{"databuilder_id": "caf\xe9"}', 'latin1'))).toBe(false)
  })
})
