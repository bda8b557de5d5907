import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { table } from './declarations.ts'
import { parse } from 'yaml'
import { shell, standIn } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const FILE = fileURLToPath(new URL('../../../.pre-commit-hooks.yaml', import.meta.url))
const [hook] = parse(readFileSync(FILE, 'utf8')) as [Record<string, unknown>]
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0

const chart = { entity_type: 'column', databuilder_id: 'a.c', parent_databuilder_id: 'a', title: 'c' }
const run = { 'out/tables.jsonl': [table('a')], 'out/columns.jsonl': [chart] }

describe('.pre-commit-hooks.yaml', () => {
  test('installs the version of the package', () => {
    expect(hook).toMatchObject({
      id: 'lineagraph',
      language: 'node',
      additional_dependencies: [`lineagraph@${version}`],
    })
  })

  test('checks whole runs, at every commit: a file that went is no file that changed', () => {
    expect(hook).toMatchObject({ pass_filenames: false, always_run: true })
  })

  test('waits, where it is told to, for a file of a run or the configuration', () => {
    const files = new RegExp(String(hook['files']))
    for (const name of ['out/resources.jsonl', 'a/b.jsonl.gz', 'lineagraph.config.json'])
      expect(name).toMatch(files)
    for (const name of ['integration.py', 'jsonl', 'package.json']) expect(name).not.toMatch(files)
  })

  test.skipIf(!hasPreCommit)(
    'is what pre-commit takes for hooks (skipped where pre-commit is not installed)',
    () => {
      expect(spawnSync('pre-commit', ['validate-manifest', FILE]).status).toBe(0)
    },
  )

  // As pre-commit does: the entry and the user's args, in the repository, without file names.
  test('finds with its entry what a changed file breaks in another one', async () => {
    const commit = (files: typeof run | Omit<typeof run, 'out/tables.jsonl'>) =>
      shell(`${String(hook['entry'])} out`, {
        cwd: folderWith(files),
        env: { PATH: `${standIn()}:${process.env['PATH']}` },
      })
    expect((await commit(run)).code).toBe(0)
    const { 'out/tables.jsonl': _, ...rest } = run
    const { code, stdout } = await commit(rest)
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/hierarchy\/dangling-parent[^]*out\/columns\.jsonl:1/),
    ])
  })
})
