import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edge, table } from './declarations.ts'
import { action, ROOT, runAction } from './run-action.ts'
import { folderWith } from './temporary-folder.ts'

const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'packages/cli/package.json'), 'utf8')).version
const clean = { 'out/r.jsonl': [table('a'), table('b')] }
const warned = { 'out/r.jsonl': [table('a'), table('a')] }
const broken = { 'out/r.jsonl': [table('a'), edge('a', 'gone')] }

/** Runs the action on some files. */
async function act(
  files: Readonly<Record<string, string | readonly unknown[]>>,
  given: Readonly<Record<string, string>> = {},
  actionPath?: string,
) {
  const cwd = folderWith(files)
  return { cwd, ...(await runAction(cwd, given, actionPath === undefined ? {} : { actionPath })) }
}

describe('action.yml', () => {
  test('hands its inputs over as variables, and lets none into a script', () => {
    const { steps } = action.runs
    for (const { run, shell } of steps) expect([run.includes('${{'), shell]).toEqual([false, 'bash'])
    const handed = steps.flatMap(({ env, ...step }) => [...Object.values(env), step['working-directory']])
    expect(handed.sort()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    )
    for (const { env, run } of steps)
      for (const name of Object.keys(env)) expect(run).toMatch(new RegExp(`"?\\$${name}\\b`))
  })

  test('names the version of the package, and the outputs of its step', () => {
    expect(action.inputs['version']?.default).toBe(VERSION)
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`)
  })
})

describe('the action', () => {
  test('of a clean run ends well, and says so in the summary and the outputs', async () => {
    const { code, log, outputs, summary } = await act(clean, { paths: 'out' })
    expect([code, log]).toEqual([0, 'lineagraph: no findings in 2 resources, 0 edges\n'])
    expect(outputs).toEqual({
      'exit-code': '0',
      ok: 'true',
      errors: '0',
      warnings: '0',
      report: expect.any(String),
    })
    expect(JSON.parse(readFileSync(outputs['report']!, 'utf8')).summary.resources).toBe(2)
    expect(summary).toMatch(/no findings/)
  })

  test('of a broken run fails, and annotates it', async () => {
    const { code, log, outputs, summary } = await act(broken, { paths: 'out' })
    expect([code, outputs['exit-code'], outputs['ok'], outputs['errors']]).toEqual([1, '1', 'false', '1'])
    expect(log).toMatch(/^::error file=out\/r\.jsonl,line=2,/)
    expect(summary).toMatch(/lineage\/dangling-internal/)
  })

  test.each([
    ['error', 'an error', broken, 1],
    ['error', 'a warning', warned, 0],
    ['warning', 'a warning', warned, 1],
    ['never', 'an error', broken, 0],
    ['never', 'nothing to check', { 'out/r.jsonl': '' }, 4],
    ['always', 'no finding', clean, 2],
  ])('with fail-on: %s and %s ends as it should', async (failOn, _, files, expected) => {
    const { code, log } = await act(files, { paths: 'out', 'fail-on': failOn })
    expect(code).toBe(expected)
    if (expected > 1) expect(log).toMatch(/^::error title=lineagraph::/m)
  })

  test('takes lists, one a line, blank lines and line ends of Windows among them', async () => {
    const { code, log } = await act(
      { 'a b.jsonl': [table('a')], 'c.jsonl': [edge('a', 'gone'), edge('a', 'a')] },
      {
        paths: 'a b.jsonl\r\n\n./c.jsonl\n',
        rules: 'lineage/dangling-internal=warning\nlineage/no-self=off\n',
        'fail-on': 'warning',
        summary: 'false',
      },
    )
    expect(code).toBe(1)
    expect(log).toMatch(/^::warning file=c\.jsonl,line=1,.*\nlineagraph: 1 warning in .*\n$/)
  })

  test('writes SARIF and further reports, and nothing that was not asked for', async () => {
    const { cwd, code, log, summary } = await act(broken, {
      paths: 'out',
      sarif: 'results/lineage graph.sarif',
      formats: 'junit:junit.xml\nconcise:list.txt',
      annotations: 'false',
      summary: 'false',
    })
    expect(code).toBe(2) // the folder is not there
    expect([log, summary]).toEqual([expect.stringMatching(/cannot be written/), ''])
    expect(existsSync(join(cwd, 'junit.xml'))).toBe(false)
    const { cwd: other, log: quiet } = await act(
      { ...broken, 'results/keep': '' },
      {
        paths: 'out',
        sarif: 'results/lineage graph.sarif',
        formats: 'junit:junit.xml\nconcise:list.txt',
        annotations: 'false',
      },
    )
    expect(quiet).toBe('') // the findings are in the files
    expect(JSON.parse(readFileSync(join(other, 'results/lineage graph.sarif'), 'utf8')).version).toBe('2.1.0')
    for (const name of ['junit.xml', 'list.txt']) expect(existsSync(join(other, name))).toBe(true)
  })

  test('runs the integration of command, and checks what it declares', async () => {
    const print = (line: object) => `echo '${JSON.stringify(line)}'`
    const command = `echo Hello; ${print(table('a'))}\n${print(edge('a', 'gone'))} | cat`
    const { cwd, code, log, outputs } = await act({}, { command, out: 'kept' })
    expect([code, outputs['errors']]).toEqual([1, '1'])
    expect(log).toMatch(/^Hello\n::error file=kept\/lineage\.jsonl,line=1,/)
    expect(existsSync(join(cwd, 'kept/resources.jsonl'))).toBe(true)
  })

  test('fails as the integration of command does', async () => {
    const { code, log } = await act({}, { command: 'false | cat\necho not reached' })
    expect([code, log]).toEqual([1, expect.not.stringContaining('not reached')])
    expect((await act({}, { command: 'exit 7' })).code).toBe(7)
  })

  test.each([{ paths: 'out' }, { each: '*' }, { 'fail-on': 'never' }])(
    'refuses command beside %j',
    async (beside) => {
      expect((await act(clean, { command: 'true', ...beside })).code).toBe(2)
    },
  )

  test('checks many runs, by a configuration, against catalogs and a baseline', async () => {
    const files = {
      'runs/one/r.jsonl': [table('a'), edge('a', 'gone')],
      'runs/two/r.jsonl': [table('b'), edge('b', 'b')],
      'strict.json': '{"rules": {"lineage/no-self": "error"}}',
      'warehouse.csv': 'schema,table\ns,x\n',
      'baseline.json': '{"version": 1, "findings": []}',
    }
    const given = {
      each: 'runs/*',
      config: 'strict.json',
      workspace: 'warehouse.csv',
      baseline: 'baseline.json',
    }
    const { outputs, log } = await act(files, given)
    expect(outputs).toMatchObject({ ok: 'false', errors: '2', 'exit-code': '1' })
    expect(log).toMatch(/file=runs\/one\/r\.jsonl[^]*file=runs\/two\/r\.jsonl/)
  })

  test('begins in the working-directory', async () => {
    const { code } = await act(
      { 'sub dir/out/r.jsonl': [table('a')] },
      { paths: 'out', 'working-directory': 'sub dir' },
    )
    expect(code).toBe(0)
  })

  test.each([
    '$(touch owned)',
    '`touch owned`',
    '"; touch owned; "',
    "'; touch owned; '",
    '--help',
    '*',
    '${HOME}',
    '-f json:owned',
  ])('takes a path for a path, however it reads: %s', async (name) => {
    const { cwd, code, log } = await act(
      { [`${name}/r.jsonl`]: [table('a'), edge('a', 'gone')] },
      { paths: name },
    )
    expect(code).toBe(1)
    expect(log).toMatch(/^::error file=.*r\.jsonl,line=2,/)
    expect(existsSync(join(cwd, 'owned'))).toBe(false)
  })

  test.each(['preset', 'rules', 'formats', 'sarif', 'fail-on'])(
    'takes %s for no part of a script',
    async (input) => {
      const { cwd, code } = await act(clean, { paths: 'out', [input]: '"; touch owned; $(touch owned) "' })
      expect(existsSync(join(cwd, 'owned'))).toBe(false)
      expect([0, 2]).toContain(code)
    },
  )

  test('takes lineagraph from npm where it is not built beside it, in the version that was asked for', async () => {
    const elsewhere = folderWith({})
    expect((await act(clean, { paths: 'out' }, elsewhere)).code).toBe(0)
    const { code, log } = await act(clean, { paths: 'out', version: '9.9.9' }, elsewhere)
    expect([code, log]).toEqual([2, expect.stringContaining('the stand-in is lineagraph@')])
    const hostile = await act(clean, { paths: 'out', version: 'https://example.com/x.tgz' }, elsewhere)
    expect([hostile.code, hostile.log]).toEqual([2, expect.stringContaining('version is no version')])
  })
})
