import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

/** What of the command, and of Node's own modules, was loaded by a call: V8 tells of all scripts that it has seen. */
async function loadedBy(args: readonly string[]): Promise<{ files: string[]; modules: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { code, stderr } = await lineagraph(args, { env: { NODE_V8_COVERAGE: folder } })
  expect([code, stderr]).toEqual([0, ''])
  const urls = readdirSync(folder).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] }
    return result.map(({ url }) => url)
  })
  return {
    files: urls.flatMap((url) => /\/cli\/(?:bin|dist)\/(.+)$/.exec(url)?.[1] ?? []).sort(),
    modules: urls.filter((url) => url.startsWith('node:')),
  }
}

const START = ['lineagraph.js', 'main.js', 'rolldown-runtime.js', 'start.js']
const HEAVY = new Set(
  ['worker_threads', 'zlib', 'child_process', 'crypto', 'http', 'readline'].map((name) => `node:${name}`),
)

test('lineagraph --version loads what it starts with, and nothing else', async () => {
  const { files, modules } = await loadedBy(['--version'])
  expect(files).toEqual(START)
  expect(modules).toContain('node:fs') // what was loaded is seen
  expect(modules.filter((name) => HEAVY.has(name))).toEqual([])
})

test('a check of a small run loads the check alone: no workers, no compression, no server', async () => {
  const run = folderWith({
    'resources.jsonl': [
      { entity_type: 'dashboard', databuilder_id: 'd', title: 'd', group: 'g', product: 'p' },
    ],
  })
  const { files, modules } = await loadedBy(['check', run, '--no-config'])
  expect(files.filter((name) => !START.includes(name) && !/^check\d*\.js$/.test(name))).toEqual([])
  expect(modules.filter((name) => HEAVY.has(name))).toEqual([])
})
