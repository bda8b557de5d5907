import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bytesSource } from '../read/source.ts'
import { loadRun } from './load-run.ts'

test('loadRun(paths) reads a source that stands among paths as it is, in the order of names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'r.jsonl'), '{"databuilder_id":"a"}\n')
  const printed = new TextEncoder().encode('hello\n{"databuilder_id":"b"}\n')
  const run = await loadRun([{ ...bytesSource('<stdout>', printed), printed: true }, folder])
  expect(run.files.map(({ name }) => name)).toEqual([`${folder}/r.jsonl`, '<stdout>'])
  expect([run.resources.length, run.problems]).toEqual([2, []])
})
