import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { baselineText } from '../check/baseline.ts'
import { checkByPlan, type CheckPlan } from '../check/check-plan.ts'
import type { Report } from '../check/finding.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { readRun } from '../read/read-run.ts'
import { checkRun } from './check-run.ts'
import { planCheck } from './plan-check.ts'
import type { CheckOptions } from './prepare-check.ts'
import { unpackedSource } from './unpacked-source.ts'

const table = (id: string, schema = 's') =>
  `{"entity_type":"table","databuilder_id":"${id}","title":"${id}","schema":"${schema}","database":"d"}\n`
const feeds = (from: string, to: string) =>
  `{"from_identifier":{"type":"internal_resource","databuilder_id":"${from}"},"to_identifier":{"type":"internal_resource","databuilder_id":"${to}"}}\n`
const readsFrom = (name: string, to: string) =>
  `{"from_identifier":{"type":"external_table","schema":"s","table":"${name}"},"to_identifier":{"type":"internal_resource","databuilder_id":"${to}"}}\n`

/** A folder, named as seen from here, with some files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-plan-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return relative('', folder)
}

/** Checks as a page does: all that it knows has passed through JSON, and the files as bytes. */
async function checkElsewhere(paths: readonly string[], options: CheckOptions): Promise<Report> {
  const { files, plan } = planCheck(paths, options)
  const passed = JSON.parse(JSON.stringify(plan)) as CheckPlan
  const sourcesOf = (role: string) =>
    files.filter((file) => file.role === role).map(({ source }) => unpackedSource(source))
  const run = await readRun(sourcesOf('run'), {
    ...(passed.hasWorkspace && { workspace: sourcesOf('catalog') }),
    ...(passed.lineage !== undefined && { lineage: passed.lineage }),
  })
  return checkByPlan(buildGraph(run, { dialect: passed.config.dialect }), passed)
}

describe('a check elsewhere, by planCheck(paths, options), finds what checkRun(paths, options) finds', () => {
  const broken = {
    'out/resources.jsonl': table('a') + table('b') + table('a', 'other'),
    'out/lineage.jsonl': feeds('a', 'gone') + feeds('a', 'a') + readsFrom('orders', 'b'),
  }
  const config = (settings: object) => ({ 'lineagraph.config.json': JSON.stringify(settings) })
  const cases: readonly (readonly [string, Record<string, string | Uint8Array>, string[], CheckOptions])[] = [
    ['with the recommended rules', broken, ['out'], {}],
    [
      'with presets, rules and their options from a config file, and what is given over it',
      { ...broken, ...config({ preset: 'strict', rules: { 'graph/fan-out': ['error', { max: 1 }] } }) },
      ['out'],
      { config: true, rules: { 'lineage/no-self': 'info' } },
    ],
    [
      'with overrides by path',
      {
        ...broken,
        ...config({ overrides: [{ files: ['out/l*.jsonl'], rules: { 'lineage/no-self': 'off' } }] }),
      },
      ['out'],
      { config: true },
    ],
    [
      'with the catalogs of a config file',
      { ...broken, 'warehouse.csv': 'schema,table\ns,orders\n', ...config({ workspace: ['warehouse.csv'] }) },
      ['out'],
      { config: true },
    ],
    [
      'with a catalog that lies among the files of the run',
      { ...broken, 'out/known.jsonl': '{"schema":"s","table":"orders"}\n' },
      ['out'],
      { workspace: ['out/known.jsonl'] },
    ],
    [
      'with compressed files',
      { 'out/resources.jsonl.gz': gzipSync(table('a')), 'out/lineage.jsonl': feeds('a', 'gone') },
      ['out'],
      {},
    ],
    [
      'with a file that is named as the lineage',
      { 'r.txt': table('a'), 'l.txt': '' },
      ['r.txt', 'l.txt'],
      { lineage: 'l.txt', preset: 'strict' },
    ],
    ['with one rule alone', broken, ['out'], { only: ['lineage/no-self'] }],
  ]
  test.each(cases)('%s', async (_, files, given, options) => {
    const folder = folderOf(files)
    const at = (path: string) => `${folder}/${path}`
    const paths = given.map(at)
    const how = {
      ...options,
      ...(options.workspace !== undefined && { workspace: [options.workspace].flat().map(at) }),
      ...(options.lineage !== undefined && { lineage: at(options.lineage) }),
    }
    const [here, elsewhere] = [await checkRun(paths, how), await checkElsewhere(paths, how)]
    const planned = await planCheck(paths, how).check()
    for (const report of [elsewhere, planned]) {
      expect(report.findings).toEqual(here.findings)
      expect(report.summary).toEqual(here.summary)
    }
    expect(here.findings.length).toBeGreaterThan(0)
  })

  test('with a baseline that knows some of it, some of it no longer, and a run that is gone', async () => {
    const folder = folderOf(broken)
    const paths = [`${folder}/out`]
    const all = await checkRun(paths)
    const known = all.findings.find(({ rule }) => rule === 'lineage/no-self')
    const entry = { rule: 'lineage/no-self', message: '' }
    const baseline = `${folder}/baseline.json`
    const entries = [
      { ...entry, fingerprint: known!.fingerprint, run: 'out' },
      { ...entry, fingerprint: '0123456789abcdef' },
      { ...entry, fingerprint: 'fedcba9876543210', run: 'gone' },
    ]
    writeFileSync(baseline, [...baselineText(entries)].join(''))
    const [here, elsewhere] = [await checkRun(paths, { baseline }), await checkElsewhere(paths, { baseline })]
    expect(here.summary.baselined).toBe(1)
    expect(here.findings.filter(({ rule }) => rule === 'baseline/stale-entry')).toHaveLength(2)
    expect(elsewhere.findings).toEqual(here.findings)
    expect(elsewhere.summary).toEqual(here.summary)
    const [stale] = here.findings.flatMap(({ rule, locations }) =>
      rule === 'baseline/stale-entry' ? locations : [],
    )
    expect(elsewhere.lineAt(stale!)).toBe(here.lineAt(stale!))
  })
})

test('planCheck(paths) gives the files as they are on disk', async () => {
  const packed = gzipSync(table('a'))
  const folder = folderOf({ 'resources.jsonl.gz': packed })
  const [file] = planCheck([folder]).files
  expect(file).toMatchObject({ role: 'run', source: { name: `${folder}/resources.jsonl.gz` } })
  const bytes: Uint8Array[] = []
  for await (const chunk of file!.source.chunks()) bytes.push(chunk)
  expect(Buffer.concat(bytes)).toEqual(readFileSync(`${folder}/resources.jsonl.gz`))
})

test('planCheck(paths).check() leaves what comes through a pipe to be read again', async () => {
  const folder = folderOf({})
  const pipe = `${folder}/pipe.jsonl`
  execFileSync('mkfifo', [pipe])
  const planned = planCheck([pipe])
  const [report] = await Promise.all([planned.check(), writeFile(pipe, table('a') + feeds('a', 'gone'))])
  expect(report.findings.map(({ rule }) => rule)).toContain('lineage/dangling-internal')
  const bytes: Uint8Array[] = []
  for await (const chunk of planned.files[0]!.source.chunks()) bytes.push(chunk)
  expect(Buffer.concat(bytes).toString()).toBe(table('a') + feeds('a', 'gone'))
})

test('planCheck(paths, options).paths names all that it was made from, there or not', () => {
  const folder = folderOf({
    'out/r.jsonl': table('a'),
    'lineagraph.config.json': '{"workspace": ["warehouse.csv"]}',
    'warehouse.csv': 'table\nx\n',
  })
  const { paths } = planCheck([`${folder}/out`], { config: true })
  const names = ['out', 'warehouse.csv', 'lineagraph.config.json']
  expect(paths).toEqual(names.map((name) => `${folder}/${name}`))
})

test('planCheck(paths) throws PathError where a path is not there', () => {
  expect(() => planCheck(['no/such/folder'])).toThrow("there is no file or folder 'no/such/folder'")
})
