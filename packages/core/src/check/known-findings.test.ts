import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingOf } from '../../test/any-findings.ts'
import { edge, internal, reportOf, graphOf, resource } from '../../test/run-of.ts'
import { baselineText, type BaselineEntry } from './baseline.ts'
import { check } from './check.ts'
import type { CheckConfig } from './config.ts'
import { FindingList } from './finding-list.ts'
import { KnownFindings } from './known-findings.ts'
import { parseBaseline } from './parse-baseline.ts'

const fingerprint = (digit: string | number) => String(digit).padStart(16, '0')
const entry = (digit: string | number, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  fingerprint: fingerprint(digit),
  rule: 'lineage/dangling-internal',
  message: 'm',
  ...more,
})
const finding = (digit: string | number) => findingOf({ fingerprint: fingerprint(digit) })
const baselineOf = (entries: readonly BaselineEntry[]) =>
  parseBaseline([...baselineText(entries)].join(''), 'b.json')
const run = (files: readonly unknown[]) => graphOf({ 'run.jsonl': files })

describe('check(graph, config, { baseline })', () => {
  const dangling = [resource('a', 'database'), edge(internal('a'), internal('gone'))]
  const known = async (lines: readonly unknown[]) =>
    (await reportOf({ 'run.jsonl': lines })).findings.map(({ fingerprint, rule, message }) => ({
      fingerprint,
      rule,
      message,
    }))

  test('hides what it knows, wherever its lines stand, and counts it', async () => {
    const baseline = baselineOf(await known(dangling))
    const report = check(await run([resource('z', 'database'), ...dangling.reverse()]), {}, { baseline })
    expect(report).toMatchObject({
      ok: true,
      findings: [],
      baselined: [{ rule: 'lineage/dangling-internal' }],
    })
    expect(report.summary).toMatchObject({ errors: 0, baselined: 1, ok: true })
  })

  test('sees one mistake that took the place of another', async () => {
    const baseline = baselineOf(await known(dangling))
    const report = check(
      await run([resource('a', 'database'), edge(internal('a'), internal('lost'))]),
      {},
      { baseline },
    )
    expect(
      report.findings.map(({ rule, locations }) => [rule, locations[0]?.file, locations[0]?.line]),
    ).toEqual([
      ['baseline/stale-entry', 'b.json', 4],
      ['lineage/dangling-internal', 'run.jsonl', 2],
    ])
    expect(report.summary).toMatchObject({ errors: 2, baselined: 0, ok: false })
  })

  test('shows the line of what it does not know', async () => {
    const line = edge(internal('a'), internal('lost'))
    const report = check(await run([resource('a', 'database'), line]), {}, { baseline: baselineOf([]) })
    const [place] = report.findings[0]!.locations
    expect(JSON.parse(report.lineAt(place!)!)).toEqual(line)
  })

  test('shows the line of an entry that is stale', async () => {
    const baseline = baselineOf([entry(1)])
    const report = check(await run([resource('a', 'database')]), {}, { baseline })
    const [place] = report.findings[0]!.locations
    expect(report.lineAt(place!)).toBe(
      JSON.stringify({ rule: entry(1).rule, fingerprint: fingerprint(1), message: 'm' }),
    )
    expect(place).toMatchObject({ line: 4, column: 1 })
  })

  test.each<[string, CheckConfig, number]>([
    ['is said where its rule is on', {}, 1],
    ['is not said where its rule is off', { rules: { 'lineage/dangling-internal': 'off' } }, 0],
    [
      'is not said where its rule is off in some files',
      { overrides: [{ files: () => false, rules: { 'lineage/dangling-internal': 'off' } }] },
      0,
    ],
    ['is not said where other rules alone are run', { only: ['lineage/no-self', 'baseline/stale-entry'] }, 0],
    [
      'is said where its rule alone is run beside',
      { only: ['lineage/dangling-internal', 'baseline/stale-entry'] },
      1,
    ],
    ['is not said where that itself is off', { rules: { 'baseline/stale-entry': 'off' } }, 0],
  ])('a stale entry %s', async (_, config, count) => {
    const { findings } = check(await run([resource('a', 'database')]), config, {
      baseline: baselineOf([entry(1)]),
    })
    expect(findings.filter(({ rule }) => rule === 'baseline/stale-entry')).toHaveLength(count)
  })

  test('equal entries that are stale are one finding with all their places', async () => {
    const { findings } = check(
      await run([resource('a', 'database')]),
      {},
      { baseline: baselineOf([entry(1), entry(1)]) },
    )
    expect(findings.map(({ data, locations }) => [data.count, locations.map(({ line }) => line)])).toEqual([
      [2, [4, 5]],
    ])
  })
})

describe('KnownFindings', () => {
  const of = (name?: string) => ({ run: name, config: {} })

  test('an entry of a run hides in that run alone, one of no run in any', () => {
    const known = new KnownFindings(baselineOf([entry(1, { run: 'a' }), entry(2)]))
    expect(known.divide(FindingList.of([finding(1)]), of('b')).fresh).toHaveLength(1)
    expect(known.divide(FindingList.of([finding(1), finding(2)]), of('a')).fresh).toHaveLength(0)
    expect(known.stale()).toEqual([])
  })

  test('an entry of a run that was not checked is stale only where the run is gone', () => {
    const known = new KnownFindings(baselineOf([entry(1, { run: 'a' })]))
    known.divide(FindingList.of([]), of('b'))
    expect([known.stale(), known.stale((run) => run === 'a')]).toEqual([[], [0]])
  })

  test('each entry hides one finding: none is hidden twice, and none is lost', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 })
    fc.assert(
      fc.property(digits, digits, (entries, found) => {
        const known = new KnownFindings(baselineOf(entries.map((digit) => entry(digit))))
        const divided = known.divide(FindingList.of(found.map(finding)), of())
        for (const digit of [0, 1, 2, 3, 4]) {
          const count = (list: readonly number[]) => list.filter((each) => each === digit).length
          const hidden = [...divided.known].filter((each) => each.fingerprint === fingerprint(digit)).length
          const fresh = [...divided.fresh].filter((each) => each.fingerprint === fingerprint(digit)).length
          expect([hidden, fresh]).toEqual([
            Math.min(count(entries), count(found)),
            Math.max(0, count(found) - count(entries)),
          ])
        }
        expect(known.stale()).toHaveLength(entries.length - divided.known.length)
      }),
    )
  })
})
