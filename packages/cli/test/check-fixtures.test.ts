import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith } from './temporary-folder.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const table = {
  entity_type: 'table',
  databuilder_id: 'a',
  title: 'a',
  description: 'one',
  schema: 'public',
  database: 'shop',
}
const repeated = {
  rule: 'resource/repeated-declaration',
  severity: 'warning',
  subject: { kind: 'resource', id: 'a' },
  file: 'resources.jsonl',
  line: 2,
  count: 2,
}

/** Runs the script on fixtures, of which each broken one declares a table twice, and expects its own findings. */
function checkFixtures(findingsOf: readonly (readonly unknown[])[], clean: readonly unknown[] = [table]) {
  const broken = findingsOf.map((findings, i) => ({
    [`fixtures/broken/resource/repeated-${i}/resources.jsonl`]: [table, table],
    [`fixtures/broken/resource/repeated-${i}/expected.json`]: JSON.stringify({ exit: 0, findings }),
  }))
  const folder = folderWith({
    'fixtures/clean/one/resources.jsonl': clean,
    'fixtures/cluvio/run/resources.jsonl': [table],
    'fixtures/secoda-samples/resources.jsonl': [table],
    'fixtures/secoda-samples/expected.json': JSON.stringify({ exit: 0, findings: [] }),
    ...Object.assign({}, ...broken),
  })
  mkdirSync(join(folder, 'packages'))
  symlinkSync(join(ROOT, 'packages/cli'), join(folder, 'packages/cli'))
  cpSync(join(ROOT, 'scripts/check-fixtures.mjs'), join(folder, 'scripts/check-fixtures.mjs'))
  return spawnSync(process.execPath, ['scripts/check-fixtures.mjs'], { cwd: folder, encoding: 'utf8' })
}

test('check-fixtures.mjs holds the findings of the command against expected.json, not only its exit code', () => {
  expect(checkFixtures([[repeated]])).toMatchObject({ status: 0 })
  const wrong = [
    [],
    [repeated, repeated],
    ...Object.keys(repeated).map((field) => [{ ...repeated, [field]: 'another' }]),
  ]
  const { status, stdout } = checkFixtures([[repeated], ...wrong])
  expect(status).toBe(1)
  const told = stdout.match(/(?<=repeated-)\d+(?= is not as expected)/g)?.map(Number)
  expect(told?.sort((a, b) => a - b)).toEqual(wrong.map((_, i) => i + 1))
  expect(checkFixtures([[]])).toMatchObject({ status: 1 })
})

test('check-fixtures.mjs refuses a warning in a clean run', () => {
  const { status, stdout } = checkFixtures([[repeated]], [table, table])
  expect([status, stdout]).toEqual([1, expect.stringContaining('fixtures/clean/one')])
})
