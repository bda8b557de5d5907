import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../test/folder-with.ts'
import { edge, internal, resource } from '../../test/run-of.ts'
import { baselineText } from '../check/baseline.ts'
import { formatReport, REPORT_FORMATS } from '../report/report-formats.ts'
import { checkRuns } from './check-runs.ts'
import { checkRun } from './check-run.ts'
import { runInBaseline } from './read-baseline.ts'

const dangling = (id: string) => [resource('a', 'database'), edge(internal('a'), internal(id))]
const clean = [resource('a', 'database')]
const inFolder = (folder: string, ...names: readonly string[]) => names.map((name) => join(folder, name))
const textOf = (pieces: Iterable<string>) => [...pieces].join('')

describe('checkRuns(folders)', () => {
  test('checks each folder as a run of its own, in the order of their paths’ bytes', async () => {
    const folder = folderWith({
      'b/r.jsonl': dangling('x'),
      'a/r.jsonl': dangling('x'),
      'a-b/r.jsonl': clean,
    })
    const report = await checkRuns(inFolder(folder, 'b', 'a', 'a-b', 'b/'))
    expect(report.runs.map(({ name }) => name)).toEqual(inFolder(folder, 'a-b', 'a', 'b'))
    expect(report.findings.map(({ run, locations }) => [run, locations[0]!.file])).toEqual([
      inFolder(folder, 'a', 'a/r.jsonl'),
      inFolder(folder, 'b', 'b/r.jsonl'),
    ])
    expect(report.summary).toMatchObject({
      resources: 3,
      lineage: 2,
      nodes: 5,
      edges: 2,
      errors: 2,
      ok: false,
    })
    expect(report.runs.map(({ summary }) => [summary.errors, summary.ok])).toEqual([
      [0, true],
      [1, false],
      [1, false],
    ])
  })

  test('finds in each run what checking it by itself finds, with the same lines shown', async () => {
    const folder = folderWith({
      'a/r.jsonl': dangling('x'),
      'b/r.jsonl': dangling('y'),
      'b/s.jsonl': 'nonsense\n',
    })
    const folders = inFolder(folder, 'a', 'b')
    const report = await checkRuns(folders)
    const alone = await Promise.all(folders.map((each) => checkRun(each)))
    expect(report.findings).toEqual(
      alone.flatMap(({ findings }, i) => findings.map((finding) => ({ ...finding, run: folders[i] }))),
    )
    const lines = alone.flatMap((each) => each.findings.map(({ locations: [first] }) => each.lineAt(first!)))
    expect(report.findings.map(({ locations: [first] }) => report.lineAt(first!))).toEqual(lines)
    expect(lines.every((line) => line !== undefined)).toBe(true)
  })

  test('takes the config file of each folder', async () => {
    const off = { rules: { 'lineage/dangling-internal': 'off' } }
    const folder = folderWith({
      'a/r.jsonl': dangling('x'),
      'b/r.jsonl': dangling('x'),
      'b/lineagraph.config.json': off,
    })
    const { findings } = await checkRuns(inFolder(folder, 'a', 'b'), { config: true })
    expect(findings.map(({ run }) => run)).toEqual(inFolder(folder, 'a'))
  })

  test('finds what is wrong with a catalog that runs share once, in no run', async () => {
    const folder = folderWith({
      'a/r.jsonl': clean,
      'b/r.jsonl': dangling('x'),
      'tables.jsonl': 'nonsense\n',
    })
    const report = await checkRuns(inFolder(folder, 'a', 'b'), { workspace: join(folder, 'tables.jsonl') })
    expect(report.findings.map(({ run, rule }) => [run, rule])).toEqual([
      [join(folder, 'b'), 'lineage/dangling-internal'],
      [undefined, 'input/not-a-declaration'],
    ])
    expect(report.summary.errors).toBe(2)
    expect(report.lineAt(report.findings[1]!.locations[0]!)).toBe('nonsense')
  })

  test('counts the figures of each run where it is asked to', async () => {
    const folder = folderWith({ 'a/r.jsonl': clean, 'b/r.jsonl': dangling('x') })
    const statsOf = async (stats: boolean) =>
      (await checkRuns(inFolder(folder, 'a', 'b'), { stats })).runs.map((run) => run.stats()?.dangling_refs)
    expect(await statsOf(true)).toEqual([0, 1])
    expect(await statsOf(false)).toEqual([undefined, undefined])
  })

  test('says what is wrong with a configuration before a run is read', async () => {
    const folder = folderWith({ 'b/lineagraph.config.json': '{' })
    await expect(checkRuns(inFolder(folder, 'nope', 'b'), { config: true })).rejects.toMatchObject({
      code: 'config',
    })
  })
})

describe('checkRuns(folders, { baseline })', () => {
  const known = async (folder: string, names: readonly string[]) => {
    const { findings } = await checkRuns(inFolder(folder, ...names))
    const file = join(folder, 'baseline.json')
    return textOf(
      baselineText(
        findings.map(({ rule, fingerprint, message, run }) => ({
          rule,
          fingerprint,
          message,
          run: runInBaseline(file, run!),
        })),
      ),
    )
  }
  const files = { 'a/r.jsonl': dangling('x'), 'b/r.jsonl': dangling('x'), 'c/r.jsonl': clean }

  test('hides what is known in each run', async () => {
    const before = folderWith(files)
    const folder = folderWith({ ...files, 'baseline.json': await known(before, ['a', 'b', 'c']) })
    const baseline = join(folder, 'baseline.json')
    const report = await checkRuns(inFolder(folder, 'a', 'b', 'c'), { baseline })
    expect(report).toMatchObject({ ok: true, findings: [], summary: { baselined: 2 } })
    expect(report.baselined).toHaveLength(2)
    expect((await checkRun(join(folder, 'a'), { baseline })).summary).toMatchObject({
      errors: 0,
      baselined: 1,
    })
  })

  test('sees a mistake that moved from one run to another', async () => {
    const before = folderWith(files)
    const folder = folderWith({
      'a/r.jsonl': clean,
      'b/r.jsonl': dangling('x'),
      'c/r.jsonl': dangling('x'),
      'baseline.json': await known(before, ['a', 'b', 'c']),
    })
    const { findings } = await checkRuns(inFolder(folder, 'a', 'b', 'c'), {
      baseline: join(folder, 'baseline.json'),
    })
    expect(findings.map(({ rule, run, data }) => [rule, run ?? data['run']])).toEqual([
      ['baseline/stale-entry', 'a'],
      ['lineage/dangling-internal', join(folder, 'c')],
    ])
  })

  test('lets the entries of runs be that are not checked now, but not of those that are gone', async () => {
    const before = folderWith(files)
    const folder = folderWith({
      'b/r.jsonl': dangling('x'),
      'c/r.jsonl': clean,
      'baseline.json': await known(before, ['a', 'b']),
    })
    const { findings } = await checkRuns(inFolder(folder, 'c'), { baseline: join(folder, 'baseline.json') })
    expect(findings.map(({ rule, data }) => [rule, data['run']])).toEqual([['baseline/stale-entry', 'a']])
  })
})

test('every format says of a report about many runs which run a finding is in', async () => {
  const folder = folderWith({ 'a/r.jsonl': dangling('x'), 'b/r.jsonl': dangling('x') })
  const report = await checkRuns(inFolder(folder, 'a', 'b'))
  for (const format of REPORT_FORMATS) {
    const text = textOf(formatReport(report, format))
    expect(text).toContain(`${folder}/a`)
    expect(text).toContain(`${folder}/b`)
  }
  const issues: { fingerprint: string }[] = JSON.parse(textOf(formatReport(report, 'gitlab')))
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2)
})
