import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tablesIn } from '../../../test/catalog-of.ts'
import { bytesSource } from '../../index.ts'
import { Catalog } from '../catalog.ts'
import { Run } from '../run.ts'
import { CatalogFile } from './catalog-file.ts'
import { DeclaredTables } from './declared-tables.ts'
import { PlainTables } from './plain-tables.ts'
import { readEntry } from './read-entry.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const plain = new PlainTables()

function emptyFile(): CatalogFile {
  const run = new Run()
  run.catalog = new Catalog()
  run.addFile(bytesSource('tables.jsonl', new Uint8Array()), false, 'catalog')
  return new CatalogFile(run, run.catalog, new DeclaredTables(run.catalog))
}

const contentsOf = (file: CatalogFile) => ({
  tables: tablesIn(file.run),
  problems: file.run.problems,
  counts: [file.declarationCount, file.namedCount],
})

/** What is taken from a line, and what the other way of reading takes from it where it is plain. */
function readingsOf(line: string) {
  const file = emptyFile()
  const bytes = encoder.encode(line)
  const text = decoder.decode(bytes) // an edit may have cut a surrogate pair
  const isRead = plain.load(bytes) && plain.read(file, 0) >= 0
  const other = emptyFile()
  if (isRead && line.trim() !== '') readEntry(other, JSON.parse(text), text, { line: 1, offset: 0 })
  return { isPlain: isRead, taken: contentsOf(file), expected: contentsOf(other) }
}

const text = fc.oneof(
  fc.constantFrom('orders', 'public', 'é', '"', '\\', '', '__proto__', '\ud800', '\u0001'),
  fc.string({ unit: 'binary' }),
)
const value = fc.oneof({ weight: 6, arbitrary: text }, fc.constantFrom(null, 1, true, [], {}))
const columns = fc.oneof(
  { weight: 4, arbitrary: fc.array(text, { maxLength: 4 }) },
  fc.constantFrom(null, '', 'a', {}, { a: {} }, [{ name: 'a' }], [1], [null]),
)
const entry = fc
  .tuple(
    fc.dictionary(fc.constantFrom('table', 'cluster', 'database', 'schema', 'entity_type', 'x'), value),
    fc.option(columns, { nil: undefined }),
  )
  .map(([parts, names]) => ({ table: 'a', ...parts, ...(names !== undefined && { columns: names }) }))
const line = fc
  .tuple(entry, fc.constantFrom('', ' ', '\t', '\r'))
  .map(([json, blank]) => JSON.stringify(json).replaceAll('":', `"${blank}:${blank}`).concat(blank))

test('plain.read(file, at) takes from a line what JSON.parse and readEntry take, or leaves it alone', () => {
  fc.assert(
    fc.property(line, (text) => {
      const { taken, expected } = readingsOf(text)
      expect(taken).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test('plain.read(file, at) takes no line for plain that is not JSON, or has a field twice', () => {
  const edits = fc.array(
    fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'{}[]",: x\\n'.split(''), '"table":"b",')),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  fc.assert(
    fc.property(line, edits, (text, changes) => {
      let broken = text
      for (const [place, removed, added] of changes) {
        const at = place % (broken.length + 1)
        broken = broken.slice(0, at) + added + broken.slice(at + removed)
      }
      const { taken, expected } = readingsOf(broken.replaceAll('\n', ''))
      expect(taken).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '{"table": "orders"}',
  '{"schema":"s","table":"orders","columns":["id","total"]}',
  '{"cluster": null, "database": "", "schema": "Größe \\u00e9", "table": "\\"", "columns": []}',
  '',
])('a usual line is plain: %s', (usual) => {
  const { isPlain, taken, expected } = readingsOf(usual)
  expect(isPlain).toBe(true)
  expect(taken).toEqual(expected)
})

test.each([
  '{}',
  '{"table": ""}',
  '{"table": "a", "type": "view"}',
  '{"table": "a", "table": "b"}',
  '[]',
  '{"table": "a"',
  '{"table": "a", "columns": [,"b"]}',
  '{"table": "a", "columns": ["b",]}',
])('what has another form is left to readEntry: %s', (other) => {
  expect(readingsOf(other).isPlain).toBe(false)
})
