import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, expectTypeOf, onTestFinished, test } from 'vitest'
import './index.ts'
import { graphOf, internal, reportOf, runOf } from '../../test/run-of.ts'
import { baselineText, bytesSource } from '../index.ts'
import { checkRun } from '../node/index.ts'
import { passLineageCheck } from './pass-lineage-check.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../fixtures/${name}`, import.meta.url))
const CLEAN = fixture('clean/warehouse')
const BROKEN = fixture('broken/lineage/dangling-internal')
const table = (id: string) => ({
  entity_type: 'table',
  databuilder_id: id,
  title: id,
  schema: 's',
  database: 'd',
})
const edge = (from: string, to: string) => ({ from_identifier: internal(from), to_identifier: internal(to) })
const clean = { 'resources.jsonl': [table('a'), table('b')], 'lineage.jsonl': [edge('a', 'b')] }
const warned = { 'resources.jsonl': [table('a'), table('a')] }
const broken = { ...warned, 'lineage.jsonl': [edge('a', 'gone')] }

/** What a failing expectation says. */
async function failureOf(act: () => unknown): Promise<string> {
  try {
    await act()
  } catch (error) {
    return stripVTControlCharacters((error as Error).message)
  }
  throw new Error('the expectation did not fail')
}

describe('toPassLineageCheck() takes', () => {
  test('the path of a run', async () => {
    await expect(CLEAN).toPassLineageCheck()
    await expect(BROKEN).not.toPassLineageCheck()
  })

  test('a list of paths, which are one run', async () => {
    await expect([`${CLEAN}/lineage.jsonl`, `${CLEAN}/resources.jsonl`]).toPassLineageCheck()
    await expect([`${CLEAN}/lineage.jsonl`]).not.toPassLineageCheck() // its resources are not there
  })

  test('sources among them', async () => {
    const source = bytesSource('r.jsonl', new TextEncoder().encode(JSON.stringify(table('a'))))
    await expect([source]).toPassLineageCheck()
  })

  test('a report, a graph, a run, at once and without await', async () => {
    for (const one of [await reportOf(clean), await graphOf(clean), await runOf(clean)])
      expect(one).toPassLineageCheck()
    for (const one of [await reportOf(broken), await graphOf(broken), await runOf(broken)])
      expect(one).not.toPassLineageCheck()
  })

  test('what promises a report by check(), which gets the options', async () => {
    const given: unknown[] = []
    class Shop {
      check(config?: object) {
        given.push(config)
        return reportOf(broken, config)
      }
    }
    await expect(new Shop()).not.toPassLineageCheck()
    await expect(new Shop()).toPassLineageCheck({ rules: { 'lineage/dangling-internal': 'off' } })
    expect(given).toEqual([
      undefined,
      expect.objectContaining({ rules: { 'lineage/dangling-internal': 'off' } }),
    ])
    expect(await failureOf(() => expect(new Shop()).toPassLineageCheck())).toMatch(/^expected Shop to pass/)
  })

  test('what promises one of these, by resolves', async () => {
    await expect(checkRun(CLEAN)).resolves.toPassLineageCheck()
  })
})

describe('toPassLineageCheck(options)', () => {
  test('takes the config of a check', async () => {
    await expect(BROKEN).toPassLineageCheck({ rules: { 'lineage/dangling-internal': 'warning' } })
    expect(await reportOf(broken, { preset: 'strict' })).toPassLineageCheck({
      rules: { 'lineage/dangling-internal': 'off' },
    })
  })

  test('takes a config file and a baseline, for what has been read too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lineagraph-vitest-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const config = join(folder, 'lineagraph.config.json')
    writeFileSync(config, JSON.stringify({ rules: { 'lineage/dangling-internal': 'off' } }))
    for (const one of [
      BROKEN,
      await graphOf(broken),
      await reportOf(broken),
      { check: () => reportOf(broken) },
    ]) {
      await expect(one).not.toPassLineageCheck()
      if (typeof one !== 'object' || !('check' in one)) await expect(one).toPassLineageCheck({ config })
    }
    const baseline = join(folder, 'baseline.json')
    const report = await reportOf(broken)
    writeFileSync(baseline, [...baselineText(report.findings)].join(''))
    for (const one of [report, report.graph, { check: () => reportOf(broken) }])
      await expect(one).toPassLineageCheck({ baseline, maxWarnings: 0 })
  })

  test('takes catalogs for what is read now, and hands them to check()', async () => {
    const given: unknown[] = []
    const shop = { check: (options?: object) => (given.push(options), reportOf(clean)) }
    const catalog = `${fixture('cluvio/run')}/resources.jsonl`
    await expect(CLEAN).toPassLineageCheck({ workspace: [catalog] })
    await expect(shop).toPassLineageCheck({ workspace: catalog })
    expect(given).toMatchObject([{ workspace: [{ name: catalog }] }])
    const report = await reportOf(clean)
    expect(() => expect(report).toPassLineageCheck({ workspace: [] })).toThrow(
      /workspace has no effect on what has been read/,
    )
  })

  test('leaves a report as it was judged, where it says nothing of how to judge', async () => {
    const lenient = await reportOf(broken, { rules: { 'lineage/dangling-internal': 'info' } })
    expect(lenient).toPassLineageCheck({ maxWarnings: 1 })
    expect(lenient).not.toPassLineageCheck({ preset: 'recommended' })
  })

  test('allows any number of warnings, or maxWarnings', async () => {
    const report = await reportOf(warned)
    expect(report).toPassLineageCheck()
    expect(report).toPassLineageCheck({ maxWarnings: 1 })
    expect(report).not.toPassLineageCheck({ maxWarnings: 0 })
  })

  test.each([-1, Number.NaN])('refuses maxWarnings: %d', async (maxWarnings) => {
    const report = await reportOf(clean)
    expect(() => expect(report).toPassLineageCheck({ maxWarnings })).toThrow(/is .*no count; write 0/)
    expect(() => expect(report).not.toPassLineageCheck({ maxWarnings })).toThrow(/no count/)
  })

  test('says of an unknown rule which is near', async () => {
    const rules = { 'lineage/no-sellf': 'off' } as const
    await expect(failureOf(() => expect(CLEAN).toPassLineageCheck({ rules }))).resolves.toMatch(
      /did you mean 'lineage\/no-self'/,
    )
  })
})

describe('a failure of toPassLineageCheck()', () => {
  test('shows the findings, the gravest first, and the summary', async () => {
    const report = await reportOf(broken)
    expect(await failureOf(() => expect(report).toPassLineageCheck())).toMatchInlineSnapshot(`
      "expected the report to pass the lineage check

      error    lineage/dangling-internal   'gone' is used in lineage but never declared
         ╭─ lineage.jsonl:1:131
         │ …rce","databuilder_id":"a"},"to_identifier":{"type":"internal_resource","databuilder_id":"gone"}}
         │                                                                                          ╰────╯ not declared by this run
         = help: declare 'gone' with declare_resource, or correct the id; a table of another integration is an external_table.

      warning  resource/repeated-declaration   'a' is declared 2 times, with the same fields
         ╭─ resources.jsonl:2:41
         │ {"entity_type":"table","databuilder_id":"a","title":"a","schema":"s","database":"d"}
         │                                         ╰─╯ declared again
         = 2 declarations: resources.jsonl:2, :1
         = help: declare it once.

      1 error, 1 warning in 2 resources, 1 edge"
    `)
  })

  test('says how many warnings were allowed', async () => {
    const report = await reportOf(warned)
    expect(await failureOf(() => expect(report).toPassLineageCheck({ maxWarnings: 0 }))).toMatch(
      /1 warning in 2 resources, 0 edges\nallowed: 0 warnings$/,
    )
  })

  test('of many findings shows ten, and counts the rest', async () => {
    const edges = Array.from({ length: 300 }, (_, i) => edge('a', `gone${i * 7919}`))
    const report = await reportOf({ ...warned, 'lineage.jsonl': edges })
    const text = await failureOf(() => expect(report).toPassLineageCheck())
    expect(text.match(/^error /gm)).toHaveLength(10)
    expect(text).not.toMatch(/^warning /m)
    expect(text).toMatch(/300 errors, 1 warning in .*\nshown: 10 of them, the gravest first; .*$/)
  })

  test('with .not says that it passes, and how', async () => {
    expect(await failureOf(() => expect([`${CLEAN}/resources.jsonl`]).not.toPassLineageCheck())).toMatch(
      /^expected '.*resources\.jsonl' not to pass the lineage check, and it does: no findings in \d+ resources, 0 edges$/,
    )
  })

  test('is in colours where vitest is, and else not', async () => {
    const report = await reportOf(broken)
    const told = (color: boolean): string => {
      const result = passLineageCheck(report, {}, color)
      if (result instanceof Promise) throw new Error('a report is judged at once')
      return result.message()
    }
    expect(told(true)).toContain('\u001b[')
    expect(told(false)).not.toContain('\u001b[')
    expect(stripVTControlCharacters(told(true))).toBe(told(false))
  })

  test('lets no escape of a run through', async () => {
    const report = await reportOf({ 'run.jsonl': [table('a'), edge('a', '\u001b[2J')] })
    expect(await failureOf(() => expect(report).toPassLineageCheck())).toContain('\\u001b[2J')
  })
})

describe('toPassLineageCheck() fails, with .not too, of', () => {
  const cases: readonly [string, unknown, RegExp][] = [
    ['a promise', reportOf(clean), /was given a promise; await it first/],
    ['undefined', undefined, /was given undefined; give a path/],
    ['a number', 1, /was given a number; give a path/],
    ['a function', () => CLEAN, /was given a function; give a path/],
    ['a list with something else in it', [CLEAN, 1], /was given in the list a number; give a path/],
    ['another object', new Map(), /was given an object of the kind Map; give a path/],
    ['an object without a kind', Object.create(null), /was given an object of the kind Object; give a path/],
    [
      'a check() without a report',
      { check: async () => [] },
      /check\(\) of the object gave a list, no report; return/,
    ],
    ['a path that is not there', `${CLEAN}/nope`, /there is no file or folder '.*nope'/],
    ['an empty list', [], /nothing was checked: no declaration found in nothing/],
    [
      'a run in which nothing is declared',
      [bytesSource('r.jsonl', new Uint8Array())],
      /nothing was checked: .* in 'r.jsonl'/,
    ],
  ]
  test.each(cases)('%s', async (_, given, says) => {
    expect(await failureOf(() => expect(given).toPassLineageCheck())).toMatch(says)
    expect(await failureOf(() => expect(given).not.toPassLineageCheck())).toMatch(says)
  })
})

describe('inside another expectation, expect.toPassLineageCheck()', () => {
  test('judges what has been read', async () => {
    const [good, bad] = [await reportOf(clean), await reportOf(broken)]
    expect({ good, bad }).toEqual({
      good: expect.toPassLineageCheck(),
      bad: expect.toPassLineageCheck({ rules: { 'lineage/dangling-internal': 'off' } }),
    })
    expect({ bad }).not.toEqual({ bad: expect.toPassLineageCheck() })
  })

  test('refuses what has to be read first, in place of passing it over', async () => {
    expect(() => expect({ path: CLEAN }).toEqual({ path: expect.toPassLineageCheck() })).toThrow(
      /must read this first/,
    )
  })
})

test('the type of toPassLineageCheck() says what has to be awaited', () => {
  type Expectation<T> = ReturnType<ReturnType<typeof expect<T>>['toPassLineageCheck']>
  expectTypeOf<Expectation<string>>().toEqualTypeOf<Promise<void>>()
  expectTypeOf<Expectation<readonly string[]>>().toEqualTypeOf<Promise<void>>()
  expectTypeOf<Expectation<Awaited<ReturnType<typeof reportOf>>>>().toEqualTypeOf<void>()
  expectTypeOf<Expectation<Awaited<ReturnType<typeof graphOf>>>>().toEqualTypeOf<void>()
  expectTypeOf<Expectation<Awaited<ReturnType<typeof runOf>>>>().toEqualTypeOf<void>()
})
