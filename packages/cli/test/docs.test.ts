import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { blocksOf } from './page-blocks.ts'
import { ROOT, runAction } from './run-action.ts'
import { shell, standIn } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

// docs/ci.md shows files, whose names stand behind the language, and commands. All of them are true, in the order of the page.
const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')
const blocks = blocksOf(page)
const files = Object.fromEntries(
  blocks.flatMap(({ name, text }) => (name === undefined ? [] : [[name, text]])),
)
const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)

const hasPython = spawnSync('python3', ['--version']).status === 0
const HERE = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(join(HERE, '../package.json'), 'utf8'))

/** A folder with the files of the page, and the environment in which its commands run: nothing comes from the network. */
function workplace() {
  const cwd = folderWith(files)
  mkdirSync(join(cwd, 'node_modules/@lineagraph'), { recursive: true })
  symlinkSync(join(ROOT, 'packages/core'), join(cwd, 'node_modules/@lineagraph/core'))
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'))
  const ours = standIn()
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const bin = folderWith({
    npx: `#!/bin/sh\n[ "$1" != vitest ] || { shift; exec "${process.execPath}" "${vitest}" "$@"; }\nexec "${ours}/npx" "$@"\n`,
    pip: '#!/bin/sh\n[ "$*" = "install secodadk" ]\n',
  })
  for (const name of ['npx', 'pip']) chmodSync(join(bin, name), 0o755)
  const PATH = `${bin}:${ours}:${process.env['PATH']}`
  const env = {
    PATH,
    PYTHONPATH: HERE,
    PYTHONDONTWRITEBYTECODE: '1',
    GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
  }
  return { cwd, env, run: (script: string) => shell(`set -eo pipefail\n${script}`, { cwd, env }) }
}

describe('docs/ci.md', { timeout: 60_000 }, () => {
  test('shows files and commands', () => {
    expect(Object.keys(files).length).toBeGreaterThan(5)
    expect(commands.length).toBeGreaterThan(3)
    const shown = blocks.filter(({ language, name }) => language !== 'sh' && name === undefined)
    expect(shown).toEqual([]) // a block without a name would be tested by nobody
  })

  test.skipIf(!hasPython)(
    'has commands that do what it says (skipped where python3 is not there)',
    async () => {
      const { run, cwd } = workplace()
      for (const command of commands) {
        const { code, stdout, stderr } = await run(command)
        expect([command, code, stdout + stderr]).toEqual([command, 0, expect.anything()])
        expect(stdout).not.toMatch(/error|warning/)
      }
      expect(readFileSync(join(cwd, 'out/lineage.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(3)
      expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/no findings in 3 resources, 3 edges/)
    },
  )

  test.skipIf(!hasPython)('has a workflow for GitHub that checks the integration', async () => {
    const { cwd, env, run } = workplace()
    const { steps } = parse(files['.github/workflows/lineage.yml']!).jobs.check
    let isChecked = false
    for (const step of steps) {
      if (step.run !== undefined) expect(await run(step.run)).toEqual({ code: 0, stdout: '', stderr: '' })
      if (!step.uses?.startsWith('OWNER/lineagraph@')) continue
      expect(step.uses).toBe(`OWNER/lineagraph@v${version}`)
      const { code, outputs } = await runAction(cwd, step.with, {
        env: { ...env, GITHUB_STEP_SUMMARY: join(cwd, 's.md') },
      })
      expect([code, outputs['ok']]).toEqual([0, 'true'])
      isChecked = true
    }
    expect(isChecked).toBe(true)
    const upload = steps.at(-1).with.sarif_file
    expect(JSON.parse(readFileSync(join(cwd, upload), 'utf8')).version).toBe('2.1.0')
  })

  test.skipIf(!hasPython)('has jobs for GitLab that check the integration', async () => {
    const { cwd, run } = workplace()
    const { include, record, lineagraph } = parse(files['.gitlab-ci.yml']!)
    const template = 'templates/lineagraph.gitlab-ci.yml'
    expect(include).toEqual([{ remote: expect.stringMatching(new RegExp(`/v${version}/${template}$`)) }])
    expect(await run(record.script.join('\n'))).toMatchObject({ code: 0 })
    const job = parse(readFileSync(join(ROOT, template), 'utf8')).lineagraph
    const variables = Object.entries({ ...job.variables, ...lineagraph.variables })
    const { code, stdout } = await run(
      [...variables.map(([name, value]) => `export ${name}='${value}'`), ...job.script].join('\n'),
    )
    expect([code, stdout]).toEqual([0, 'no findings in 3 resources, 3 edges\n'])
    expect(record.artifacts.paths).toEqual([job.variables.LINEAGRAPH_RUN])
    expect(JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8'))).toEqual([])
  })

  test.skipIf(!hasPython)('has a hook for pre-commit that checks the run', async () => {
    const { run } = workplace()
    const [{ rev, hooks }] = parse(files['.pre-commit-config.yaml']!).repos
    const [defined] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))
    expect([rev, hooks[0].id]).toEqual([`v${version}`, defined.id])
    await run(commands.find((command) => command.includes('--out out'))!)
    expect((await run([defined.entry, ...hooks[0].args].join(' '))).code).toBe(0)
  })

  test('names no version but that of the package', () => {
    const named = [...page.matchAll(/(?:lineagraph@v?|rev: v|lineagraph\/v)(\d[\w.]*)/g)].map(
      ([, one]) => one,
    )
    expect(new Set(named)).toEqual(new Set([version]))
  })
})
