import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const table = JSON.stringify({ entity_type: 'table', databuilder_id: 'orders', title: 'orders' })

/** Runs the script as pnpm does: in the checkout, with the caller's folder in INIT_CWD. */
const lineagraph = (args, { from = root, input = '' } = {}) =>
  spawnSync(process.execPath, ['scripts/lineagraph.mjs', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: from },
    input,
    encoding: 'utf8',
  })

test('lineagraph.mjs hands standard input on, and puts nothing of its own on standard output', () => {
  const { stdout, status } = lineagraph(['check', '-', '-f', 'json'], { input: `${table}\n` })
  expect(JSON.parse(stdout).summary).toMatchObject({ resources: 1, ok: true })
  expect(status).toBe(0)
})

test('lineagraph.mjs takes paths from the folder of the caller', () => {
  const from = mkdtempSync(join(tmpdir(), 'lineagraph-'))
  onTestFinished(() => rmSync(from, { recursive: true }))
  writeFileSync(join(from, 'resources.jsonl'), table)
  expect(lineagraph(['check', 'resources.jsonl'], { from }).status).toBe(0)
})

test('lineagraph.mjs passes the exit code on', () => {
  expect(lineagraph(['check', 'not-there']).status).toBe(3)
  expect(lineagraph(['check', '--no-such-option']).status).toBe(2)
})
