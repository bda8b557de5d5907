import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tablesIn } from '../../test/catalog-of.ts'
import { findRunAndWorkspace } from './find-workspace.ts'
import { checkRun } from './check-run.ts'
import { loadRun } from './load-run.ts'

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/workspace', import.meta.url))
const TABLE = '{"entity_type": "table", "databuilder_id": "t", "title": "t"}\n'

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), TABLE)
  }
  return folder
}

/** The names of what is found, below the folder. */
function found(folder: string, paths: readonly string[], workspace: readonly string[]) {
  const inFolder = (path: string): string => join(folder, path)
  const { sources, workspace: catalogs } = findRunAndWorkspace(paths.map(inFolder), workspace.map(inFolder))
  const names = (all: typeof sources): string[] => all.map(({ name }) => name.slice(folder.length + 1)).sort()
  return { run: names(sources), catalogs: catalogs && names(catalogs) }
}

describe('findRunAndWorkspace(paths, workspace)', () => {
  test('takes files and folders; of a folder what can be a catalog by its name', () => {
    const folder = folderWith(
      ...['run/a.jsonl', 'w/b.jsonl', 'w/c.csv', 'w/manifest.json', 'w/catalog.json', 'w/run_results.json'],
      ...['w/notes.txt', 'w/.hidden.jsonl', 'w/deep/d.jsonl', 'tables.txt'],
    )
    expect(found(folder, ['run'], ['w', 'tables.txt'])).toEqual({
      run: ['run/a.jsonl'],
      catalogs: ['tables.txt', 'w/b.jsonl', 'w/c.csv', 'w/catalog.json', 'w/manifest.json'],
    })
  })

  test('takes a catalog once, whatever leads to it', () => {
    const folder = folderWith('run/a.jsonl', 'w/b.jsonl')
    symlinkSync(join(folder, 'w'), join(folder, 'link'))
    expect(found(folder, ['run'], ['w', 'w/b.jsonl', 'w/../w/b.jsonl', 'link']).catalogs).toHaveLength(1)
  })

  test.each([
    ['both folders', ['w'], ['w'], ['w/a.jsonl', 'w/b.jsonl'], []],
    ['both files', ['w/a.jsonl'], ['w/a.jsonl'], ['w/a.jsonl'], []],
    ['a file of the run in a folder of catalogs', ['w/a.jsonl'], ['w'], ['w/a.jsonl'], ['w/b.jsonl']],
    ['a catalog in the folder of the run', ['w'], ['w/b.jsonl'], ['w/a.jsonl'], ['w/b.jsonl']],
  ])('takes what is in both for one of the two: %s', (_, paths, workspace, run, catalogs) => {
    expect(found(folderWith('w/a.jsonl', 'w/b.jsonl'), paths, workspace)).toEqual({ run, catalogs })
  })

  test('tells no catalog from a catalog that is the run', () => {
    expect(found(folderWith('w/a.jsonl'), ['w'], []).catalogs).toBeUndefined()
  })

  test.each([
    ['nope.jsonl', 'there is no file or folder', 'another integration’s run'],
    ['empty', 'there is no catalog in the folder', 'another integration’s run'],
    ['dead', 'leads nowhere', 'mend the link'],
  ])('throws a PathError that names --workspace: %s', (path, what, help) => {
    const folder = folderWith('empty/README.md')
    symlinkSync('gone', join(folder, 'dead'))
    expect(() => found(folder, [], [path])).toThrow(
      expect.objectContaining({
        code: 'path',
        what: expect.stringMatching(`^--workspace: .*${what}`),
        help: expect.stringContaining(help),
      }),
    )
  })
})

test.each([
  'tables.jsonl',
  'tables.csv',
  'columns.csv',
  'information_schema.csv',
  'upload.csv',
  'integration',
  'dbt/manifest.json',
  'dbt/catalog.json',
  '.',
])('loadRun(paths, { workspace: fixtures/workspace/%s }) names the tables of the shop', async (path) => {
  const run = await loadRun([], { workspace: join(FIXTURES, path) })
  expect(run.problems).toEqual([])
  expect(tablesIn(run)).toEqual([
    { table: 'contacts', database: 'crm', schema: 'public', columns: ['email'] },
    { table: 'customers', database: 'shop', schema: 'public', columns: ['email', 'id'] },
    { table: 'orders', database: 'shop', schema: 'public', columns: ['customer_id', 'id', 'total'] },
  ])
})

test('loadRun(paths, { workspace }) unpacks what is compressed, and reads UTF-16', async () => {
  const folder = folderWith()
  for (const name of ['tables.csv', 'tables.jsonl', 'dbt/manifest.json'])
    writeFileSync(
      join(folder, `${name.replace('dbt/', '')}.gz`),
      gzipSync(readFileSync(join(FIXTURES, name))),
    )
  const wide = readFileSync(join(FIXTURES, 'columns.csv'), 'utf8')
  writeFileSync(join(folder, 'columns.csv'), Buffer.from(`\ufeff${wide}`, 'utf16le'))
  const run = await loadRun([], { workspace: folder })
  expect(run.files.map(({ namedCount }) => namedCount)).toEqual([6, 3, 3, 3])
  expect(run.problems).toMatchObject([{ kind: 'recoded', file: 0 }])
  expect(tablesIn(run)).toEqual(tablesIn(await loadRun([], { workspace: join(FIXTURES, 'tables.csv') })))
})

test('loadRun(paths, { workspace }) says of a compressed document that is cut that it is cut, and no more', async () => {
  const folder = folderWith()
  const path = join(folder, 'manifest.json.gz')
  const packed = gzipSync(readFileSync(join(FIXTURES, 'dbt/manifest.json')))
  writeFileSync(path, packed.subarray(0, packed.length - 300))
  const { problems } = await loadRun([], { workspace: path })
  expect(problems).toMatchObject([{ kind: 'broken-archive', fault: 'cut' }])
})

test('checkRun(paths, { workspace }) finds in the catalogs of the fixtures what the clean warehouse mentions', async () => {
  const workspace = ['', '/integration', '/dbt'].map((folder) => FIXTURES + folder)
  const { findings, graph } = await checkRun(`${FIXTURES}/../clean/warehouse`, { workspace })
  expect(findings).toEqual([])
  expect(graph.run.catalog!.tables.size).toBe(3)
})

test('loadRun(paths, { workspace }) rejects where a catalog is not there', async () => {
  await expect(loadRun([], { workspace: ['nope'] })).rejects.toMatchObject({
    name: 'PathError',
    path: 'nope',
  })
})
