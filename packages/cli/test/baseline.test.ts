import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const FILE = 'lineagraph.baseline.json'
const database = (id: string) => ({ entity_type: 'database', databuilder_id: id, title: id })
const edge = (to: string) => ({
  from_identifier: { type: 'internal_resource', databuilder_id: 'a' },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})
const runOf = (...missing: readonly string[]) => [database('a'), ...missing.map(edge)]
const textOf = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** A project whose baseline is of today. */
async function project(more: Parameters<typeof folderWith>[0] = {}) {
  const cwd = folderWith({ 'out/r.jsonl': runOf('x', 'y'), ...more })
  const created = await lineagraph(['baseline', 'create', 'out'], { cwd })
  const command = (...args: string[]) => lineagraph(args, { cwd })
  return {
    created,
    command,
    baseline: () => readFileSync(join(cwd, FILE), 'utf8'),
    write: (name: string, text: string) => writeFileSync(join(cwd, name), text),
    check: (...args: string[]) => command('check', 'out', '--baseline', FILE, '-f', 'concise', ...args),
  }
}

describe('lineagraph baseline create', () => {
  test('writes what is found, and says how to use it', async () => {
    const { created, baseline } = await project()
    expect(created).toMatchObject({ code: 0, stderr: '' })
    expect(created.stdout).toBe(
      `kept 2 findings in '${FILE}'\ncheck with --baseline ${FILE}, or write "baseline": "${FILE}" into lineagraph.config.json\n`,
    )
    expect(JSON.parse(baseline())).toMatchObject({
      version: 1,
      findings: [{ rule: 'lineage/dangling-internal' }, {}],
    })
  })

  test('writes the same bytes whatever the order of lines and files', async () => {
    const one = await project()
    const two = await project({ 'out/r.jsonl': runOf('y'), 'out/a.jsonl': runOf('x').slice(1) })
    expect(two.baseline()).toBe(one.baseline())
  })

  test('writes to the file that the config file names, from the folder of that, and then needs no option', async () => {
    const cwd = folderWith({
      'out/r.jsonl': runOf('x'),
      'lineagraph.config.json': '{"baseline": "known.json"}',
    })
    const inOut = { cwd: join(cwd, 'out') }
    expect((await lineagraph(['baseline', 'create'], inOut)).stdout).toBe(
      "kept 1 finding in '../known.json'\n",
    )
    expect((await lineagraph(['check'], inOut)).stdout).toBe(
      'no findings in 1 resource, 1 edge, 1 in the baseline\n',
    )
  })

  test('writes nothing where nothing is declared', async () => {
    const { command, write, baseline } = await project()
    const before = baseline()
    write('out/r.jsonl', '')
    expect((await command('baseline', 'create', 'out')).code).toBe(4)
    expect((await command('baseline', 'prune', 'out')).code).toBe(4)
    expect(baseline()).toBe(before)
  })

  test('with --each keeps the run of each finding', async () => {
    const cwd = folderWith({ 'runs/a/r.jsonl': runOf('x'), 'runs/b/r.jsonl': runOf('x') })
    await lineagraph(['baseline', 'create', '--each', 'runs/*', '--baseline', 'runs/known.json'], { cwd })
    const { findings } = JSON.parse(readFileSync(join(cwd, 'runs/known.json'), 'utf8'))
    expect(findings.map(({ run }: { run: string }) => run)).toEqual(['a', 'b'])
    const check = ['check', '--each', 'runs/*', '--baseline', 'runs/known.json']
    expect((await lineagraph(check, { cwd })).stdout).toBe(
      'no findings in 2 resources, 2 edges of 2 runs, 2 in the baseline\n',
    )
    const shown = await lineagraph(['baseline', 'show', '--baseline', 'runs/known.json'], { cwd })
    expect(shown.stdout).toMatch(
      /^a\n {2}lineage\/dangling-internal {2}'x' .*\nb\n {2}lineage.*\n2 findings in 'runs\/known.json'\n$/,
    )
  })

  test('refuses folders whose configurations name several baselines', async () => {
    const cwd = folderWith({
      ...{ 'runs/a/r.jsonl': runOf('x'), 'runs/a/lineagraph.config.json': '{"baseline": "k.json"}' },
      ...{ 'runs/b/r.jsonl': runOf('x'), 'runs/b/lineagraph.config.json': '{"baseline": "k.json"}' },
    })
    const { code, stderr } = await lineagraph(['baseline', 'create', '--each', 'runs/*'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('runs/a/k.json, runs/b/k.json')])
  })
})

describe('lineagraph check --baseline', () => {
  test('passes on what is known, wherever it stands, and fails on what is new', async () => {
    const { check, write } = await project()
    expect(await check()).toMatchObject({ code: 0, stdout: '' })
    write('out/r.jsonl', textOf([database('b'), ...runOf('y', 'x')]))
    expect(await check()).toMatchObject({ code: 0, stdout: '' })
    write('out/r.jsonl', textOf(runOf('x', 'y', 'z')))
    expect(await check()).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^out\/r\.jsonl:4:.*'z'.*\n$/),
    })
  })

  test('sees one mistake in the place of another', async () => {
    const { check, write } = await project()
    write('out/r.jsonl', textOf(runOf('x', 'z')))
    const { code, stdout } = await check()
    expect(code).toBe(1)
    expect(stdout.split('\n').map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'error baseline/stale-entry',
      'error lineage/dangling-internal',
      '',
    ])
  })

  test('counts what is left against --max-warnings', async () => {
    const { check, write } = await project()
    const warn = ['--rule', 'lineage/dangling-internal=warning', '--max-warnings', '0']
    expect((await check(...warn)).code).toBe(0)
    write('out/r.jsonl', textOf(runOf('x', 'y', 'z')))
    expect((await check(...warn)).code).toBe(1)
  })

  test.each([
    ['with --quiet an error like others', ['--quiet'], 1],
    ['nothing where its rule is off', ['--rule', 'lineage/dangling-internal=off'], 0],
    ['nothing where another rule is run alone', ['--only', 'lineage/no-self'], 0],
    ['a warning where it is made one', ['--rule', 'baseline/stale-entry=warning'], 0],
  ])('says of an entry that no longer occurs: %s', async (_, args, code) => {
    const { check, write } = await project()
    write('out/r.jsonl', textOf(runOf('x')))
    expect((await check(...args)).code).toBe(code)
  })

  test('shows the entry that no longer occurs', async () => {
    const { command, write } = await project()
    write('out/r.jsonl', textOf(runOf('x')))
    const { stdout } = await command('check', 'out', '--baseline', FILE)
    expect(stdout).toContain(`╭─ ${FILE}:4:1\n   │ {"rule":"lineage/dangling-internal"`)
    expect(stdout).toMatch(/1 error in 1 resource, 1 edge, 1 in the baseline\n$/)
  })

  test('stands in sarif as suppressed', async () => {
    const { command } = await project()
    const { stdout } = await command('check', 'out', '--baseline', FILE, '-f', 'sarif')
    const { results } = JSON.parse(stdout).runs[0]
    expect(results).toMatchObject([{ suppressions: [{ kind: 'external' }] }, { baselineState: 'unchanged' }])
  })

  test.each([
    ['3 for one that is not there', undefined, 3],
    ['2 for no JSON', '{', 2],
    ['2 for a later form', '{"version": 9, "findings": []}', 2],
    ['2 for another file', '{"preset": "strict"}', 2],
  ])('exits with %s', async (_, text, code) => {
    const cwd = folderWith({ 'out/r.jsonl': runOf(), ...(text !== undefined && { 'b.json': text }) })
    const outcome = await lineagraph(['check', 'out', '--baseline', 'b.json'], { cwd })
    expect([outcome.code, outcome.stdout]).toEqual([code, ''])
    expect(outcome.stderr).toMatch(
      code === 3 ? /baseline create --baseline b\.json/ : /^lineagraph: b\.json:1:\d+: /,
    )
  })
})

describe('lineagraph baseline prune', () => {
  test('takes out what no longer occurs, and leaves the rest', async () => {
    const { command, write, baseline, check } = await project()
    const before = baseline()
    expect((await command('baseline', 'prune', 'out')).stdout).toBe(
      `took nothing out of '${FILE}': 2 findings left in it\n`,
    )
    expect(baseline()).toBe(before)
    write('out/r.jsonl', textOf(runOf('x', 'z')))
    expect((await command('baseline', 'prune', 'out')).stdout).toBe(
      `took 1 entry out of '${FILE}': 1 finding left in it\n`,
    )
    expect((await check()).stdout).toMatch(
      /^out\/r\.jsonl:3:\S+ error lineage\/dangling-internal 'z' [^\n]*\n$/,
    )
  })

  test('leaves entries of rules that are off, and prunes where stale entries are no finding', async () => {
    const { command, write, baseline } = await project()
    write('out/r.jsonl', textOf(runOf()))
    const off = ['--rule', 'lineage/dangling-internal=off']
    expect((await command('baseline', 'prune', 'out', ...off)).stdout).toContain('took nothing')
    write('lineagraph.config.json', '{"rules": {"baseline/stale-entry": "off"}}')
    expect((await command('baseline', 'prune', 'out')).stdout).toContain('took 2 entries')
    expect(JSON.parse(baseline())).toEqual({ version: 1, findings: [] })
  })
})

test('lineagraph baseline show lists what is known, and nothing from a run moves the cursor', async () => {
  const { command } = await project({ 'out/r.jsonl': runOf('x\u001b[31m') })
  const { code, stdout } = await command('baseline', 'show')
  expect(code).toBe(0)
  expect(stdout).toBe(
    `lineage/dangling-internal  'x\\u001b[31m' is used in lineage but never declared\n1 finding in '${FILE}'\n`,
  )
})
