import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edge } from './declarations.ts'
import { lineagraph, shell } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const CONFIG = 'lineagraph.config.json'
const schema = (id: string) => ({ entity_type: 'database', databuilder_id: id, title: id })
const broken = { 'out/run.jsonl': [schema('a'), edge('a', 'gone')] }
const OFF = '{"rules": {"lineage/dangling-internal": "off"}}'

describe('the config file', () => {
  test.each([
    ['0 where one above the run turns the rule off', { [CONFIG]: OFF }, ['out'], 0],
    ['0 where one beside the file turns the rule off', { [`out/${CONFIG}`]: OFF }, ['out/run.jsonl'], 0],
    ['0 where one in the current folder does, for what comes from a pipe', { [CONFIG]: OFF }, ['-'], 0],
    [
      '1 where an option turns it on again',
      { [CONFIG]: OFF },
      ['out', '--rule', 'lineage/dangling-internal=error'],
      1,
    ],
    [
      '1 where --only turns it on again',
      { [CONFIG]: OFF },
      ['out', '--only', 'lineage/dangling-internal'],
      1,
    ],
    ['1 where no config file is to be read', { [CONFIG]: OFF }, ['out', '--no-config'], 1],
    ['0 where another one is named', { 'other.json': OFF }, ['out', '--config', 'other.json'], 0],
    [
      '1 where another one is named, and the nearest left',
      { [CONFIG]: OFF, 'other.json': '{}' },
      ['out', '--config', 'other.json'],
      1,
    ],
    ['1 behind the root of a repository', { [CONFIG]: OFF, 'out/.git': '' }, ['out'], 1],
    [
      '0 where other rules alone are run',
      {},
      ['out', '--only', 'lineage/no-cycle', '--only', 'lineage/no-self'],
      0,
    ],
    ['2 for a rule that there is not', { [CONFIG]: '{"rules": {"x": "off"}}' }, ['out'], 2],
    ['2 for no JSON', { [CONFIG]: '{' }, ['out'], 2],
    ['2 for no JSON, whatever is to be read', { [CONFIG]: '{' }, ['nope'], 2],
    ['2 for an empty name', {}, ['out', '--config', ''], 2],
    ['2 for --only of a rule that there is not', {}, ['out', '--only', 'x'], 2],
    ['3 for one that is not there', {}, ['out', '--config', 'nope.json'], 3],
    ['3 for a catalog in it that is not there', { [CONFIG]: '{"workspace": ["nope.jsonl"]}' }, ['out'], 3],
  ])('exits with %s', async (_, files, args, code) => {
    const cwd = folderWith({ ...broken, ...files })
    const input = readFileSync(join(cwd, 'out/run.jsonl'), 'utf8')
    const outcome = await lineagraph(['check', ...args], { cwd, input })
    expect([outcome.code, outcome.stdout, outcome.stderr]).toEqual([
      code,
      expect.any(String),
      expect.any(String),
    ])
    if (code > 1) expect(outcome.stderr).toMatch(/^lineagraph: .+\n {2}help: .+\n$/)
  })

  test('is named with line and column where it is wrong, from the current folder', async () => {
    const cwd = folderWith({ ...broken, [CONFIG]: '{\n  "preset": "strct"\n}\n' })
    const { stderr } = await lineagraph(['check'], { cwd: join(cwd, 'out') })
    expect(stderr).toBe(
      `lineagraph: ../${CONFIG}:2:13: the string "strct" is no preset\n  help: did you mean 'strict'?\n`,
    )
  })

  test('is read, and said to be wrong, before an integration is run', async () => {
    const cwd = folderWith({ [CONFIG]: '{"rules": {"x": 1}}' })
    const { code, stderr } = await shell(`lineagraph record -- touch ran; echo $?; ls ran`, { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${CONFIG}:1:12`)])
  })

  test('gives the options of rules, overrides by path, and its catalogs to check and record', async () => {
    const config = {
      preset: 'strict',
      rules: { 'graph/fan-out': ['warning', { max: 1 }] },
      overrides: [{ files: ['out/'], rules: { 'lineage/dangling-internal': 'info' } }],
      workspace: ['tables.csv'],
    }
    const external = { type: 'external_table', schema: 's', table: 'tt' }
    const run = [schema('a'), edge('a', 'gone'), { ...edge('a', 'a'), from_identifier: external }]
    const cwd = folderWith({
      'out/run.jsonl': run,
      [CONFIG]: JSON.stringify(config),
      'tables.csv': 'schema,table\ns,t\n',
    })
    const rulesOf = (stdout: string) =>
      JSON.parse(stdout.slice(stdout.indexOf('{\n"version'))).findings.map(
        ({ rule, severity }: { rule: string; severity: string }) => `${severity} ${rule}`,
      )
    const { stdout } = await lineagraph(['check', 'out', '-f', 'json'], { cwd })
    expect(rulesOf(stdout)).toEqual(
      expect.arrayContaining([
        'warning graph/fan-out',
        'info lineage/dangling-internal',
        'error lineage/unknown-in-catalog',
      ]),
    )
    const { stdout: recorded } = await lineagraph(['record', '-f', 'json', '--', 'cat', 'out/run.jsonl'], {
      cwd,
    })
    expect(rulesOf(recorded)).toEqual(
      expect.arrayContaining(['warning graph/fan-out', 'info lineage/dangling-internal']),
    )
  })
})

describe('lineagraph init', () => {
  test('writes a config file that check reads, and leaves one that is there', async () => {
    const cwd = folderWith(broken)
    expect(await lineagraph(['init'], { cwd })).toEqual({
      code: 0,
      stdout: `wrote '${CONFIG}'\n`,
      stderr: '',
    })
    const text = readFileSync(join(cwd, CONFIG), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      $schema: expect.stringMatching(/config\.schema\.json$/),
      preset: 'recommended',
    })
    expect((await lineagraph(['check', 'out'], { cwd })).code).toBe(1)
    writeFileSync(join(cwd, CONFIG), 'mine')
    const { code, stderr } = await lineagraph(['init'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')])
    expect(readFileSync(join(cwd, CONFIG), 'utf8')).toBe('mine')
  })

  test('says so where it cannot write', async () => {
    const { code, stderr } = await lineagraph(['init', 'nope'], { cwd: folderWith({}) })
    expect([code, stderr]).toEqual([2, expect.stringContaining(`'nope/${CONFIG}' cannot be written`)])
  })
})

describe('lineagraph rules', () => {
  test('lists each rule with its severities on a line, aligned', async () => {
    const { code, stdout } = await lineagraph(['rules'])
    const [head, ...lines] = stdout.split('\n')
    const rows = lines.slice(0, lines.indexOf(''))
    expect(code).toBe(0)
    expect(rows.length).toBeGreaterThan(20)
    const column = head!.indexOf('m r s')
    for (const row of rows) expect(row.slice(column - 2)).toMatch(/^ {2}[EWI-] [EWI-] [EWI-] {2}\S/)
    expect(rows.find((row) => row.startsWith('lineage/no-cycle '))).toContain('W E E')
    expect(rows).toEqual([...rows].sort())
  })

  test('keeps to the width of a terminal', async () => {
    const { stdout } = await shell(`script -qec "stty cols 90; ${process.execPath} $BIN rules" /dev/null`, {
      env: { BIN: new URL('../bin/lineagraph.js', import.meta.url).pathname },
    })
    const rows = stdout.split(/\r?\n/).filter((row) => /^(lineage|input)\//.test(row))
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.some((row) => row.endsWith('…'))).toBe(true)
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(90)
  })

  test('-f json says what options each takes', async () => {
    const { stdout } = await lineagraph(['rules', '-f', 'json'])
    const rules: { id: string; options: unknown[] }[] = JSON.parse(stdout)
    expect(rules.find(({ id }) => id === 'graph/fan-out')).toMatchObject({
      severity: { minimal: 'off', recommended: 'off', strict: 'info' },
      options: [{ name: 'max', default: 500, description: expect.stringMatching(/\w/) }],
    })
    expect((await lineagraph(['rules', '-f', 'xml'])).code).toBe(2)
  })
})
