import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { table } from './declarations.ts'
import { parse } from 'yaml'
import { shell, standIn } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const FILE = fileURLToPath(new URL('../../../templates/lineagraph.gitlab-ci.yml', import.meta.url))
const { lineagraph: job } = parse(readFileSync(FILE, 'utf8')) as {
  lineagraph: {
    variables: Record<string, string>
    script: readonly string[]
    artifacts: { when: string; reports: { codequality: string; junit: string } }
  }
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

const broken = [
  table('a'),
  {
    from_identifier: { type: 'internal_resource', databuilder_id: 'a' },
    to_identifier: { type: 'internal_resource', databuilder_id: 'gone' },
  },
]

/** Runs the job as a runner does: its script in a POSIX shell, which ends at the first command that fails. */
async function runJob(
  files: Readonly<Record<string, readonly unknown[]>>,
  variables: Record<string, string> = {},
) {
  for (const name of Object.keys(variables)) expect(job.variables).toHaveProperty(name)
  const cwd = folderWith({ ...files, 'job.sh': `set -e\n${job.script.join('\n')}\n` })
  const env = { ...job.variables, ...variables, PATH: `${standIn()}:${process.env['PATH']}` }
  const outcome = await shell('exec sh job.sh', { cwd, env })
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8')
  const { codequality, junit } = job.artifacts.reports
  return {
    ...outcome,
    cwd,
    reports: () => ({ codequality: JSON.parse(read(codequality)), junit: read(junit) }),
  }
}

describe('templates/lineagraph.gitlab-ci.yml', () => {
  test('runs the version of the package', () => {
    expect(job.variables['LINEAGRAPH_VERSION']).toBe(version)
  })

  test('fails with a broken run, and leaves both reports, which are uploaded then too', async () => {
    const { code, stdout, reports } = await runJob({ 'out/r.jsonl': broken })
    expect([code, job.artifacts.when]).toEqual([1, 'always'])
    expect(stdout).toMatch(/1 error in 1 resource, 1 edge\n$/)
    const { codequality, junit } = reports()
    expect(codequality).toMatchObject([
      {
        check_name: 'lineage/dangling-internal',
        severity: expect.any(String),
        fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
        location: { path: 'out/r.jsonl', lines: { begin: 2 } },
      },
    ])
    expect(junit).toMatch(/^<\?xml [^]*<testsuites[^]*failures="1"[^]*<\/testsuites>\n$/)
  })

  test('leaves both reports of a clean run too', async () => {
    const { code, reports } = await runJob({ 'out/r.jsonl': [table('a')] })
    expect(code).toBe(0)
    expect(reports()).toEqual({ codequality: [], junit: expect.stringContaining('<testsuites') })
  })

  test('takes the folder for one word, and the options for words', async () => {
    const { code } = await runJob(
      { '$(touch owned); x/r.jsonl': broken },
      {
        LINEAGRAPH_RUN: '$(touch owned); x',
        LINEAGRAPH_OPTIONS: '--rule lineage/dangling-internal=warning --preset strict',
      },
    )
    expect(code).toBe(0)
  })

  test('lets the options say what is checked', async () => {
    const { code } = await runJob(
      { 'r.jsonl': broken },
      { LINEAGRAPH_RUN: '', LINEAGRAPH_OPTIONS: '--resources r.jsonl' },
    )
    expect(code).toBe(1)
  })
})
