import { expect, test } from 'vitest'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const table = { entity_type: 'table', databuilder_id: 'a', title: 'a', schema: 's', database: 'd' }
const run = { 'out/resources.jsonl': [table] }
const catalog = { 'tables.jsonl': [{ schema: 's', table: 'b' }], 'more.csv': 'schema,table\ns,c\n' }

test.each([
  ['0 for a catalog of tables', ['check', 'out'], 'tables.jsonl', 0],
  ['1 for a fault in a catalog', ['check', 'out'], 'broken.jsonl', 1],
  ['0 for a fault in a catalog', ['export', 'out', '-f', 'json'], 'broken.jsonl', 0],
  ['3 for a catalog that is not there', ['check', 'out'], 'nope.jsonl', 3],
  ['3 for a catalog that is not there', ['export', 'out', '-f', 'json'], 'nope.jsonl', 3],
  ['2 for an empty path', ['check', 'out'], '', 2],
  ['4 for a catalog beside nothing', ['check', 'empty.jsonl'], 'tables.jsonl', 4],
  ['4 for a catalog beside nothing', ['export', 'empty.jsonl', '-f', 'json'], 'tables.jsonl', 4],
])('--workspace exits with %s', async (_, args, path, code) => {
  const cwd = folderWith({ ...run, ...catalog, 'broken.jsonl': 'nonsense\n', 'empty.jsonl': '' })
  const outcome = await lineagraph([...args, '--workspace', path], { cwd })
  expect([outcome.code, outcome.stderr]).toEqual([
    code,
    code === 3 ? expect.stringContaining('--workspace') : expect.any(String),
  ])
})

test('lineagraph check --workspace may be repeated, and its faults are findings like others', async () => {
  const cwd = folderWith({ ...run, ...catalog, 'broken.csv': 'schema,tabel\ns,c\n' })
  const workspace = ['tables.jsonl', 'more.csv', './more.csv', 'broken.csv'].flatMap((path) => [
    '--workspace',
    path,
  ])
  const { code, stdout } = await lineagraph(['check', 'out', ...workspace, '-f', 'json'], { cwd })
  const { summary, findings } = JSON.parse(stdout)
  expect(code).toBe(1)
  expect(summary).toMatchObject({ resources: 1, nodes: 1 })
  expect(findings).toMatchObject([
    {
      rule: 'input/not-a-declaration',
      locations: [{ file: 'broken.csv', line: 1, column: 1, endColumn: 13 }],
    },
  ])
})

test('lineagraph check --workspace - reads what a program prints', async () => {
  const cwd = folderWith(run)
  const input = `starting\n${JSON.stringify(table)}\n{}\ndone\n`
  const { code, stdout } = await lineagraph(['check', 'out', '--workspace', '-'], { cwd, input })
  expect([code, stdout]).toEqual([0, expect.stringContaining('1 resource')])
})

test('lineagraph check --help says what a catalog can be', async () => {
  const { stdout } = await lineagraph(['check', '--help'])
  for (const form of ['--workspace <path>', 'manifest.json', 'information_schema', 'upload CSV', 'JSONL'])
    expect(stdout).toContain(form)
})
