import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { RULES, type Finding, type Preset, type Report } from '../src/index.ts'
import { checkRun } from '../src/node/index.ts'
import { findingsOf } from '../src/check/verdict-lists.ts'

const FIXTURES = fileURLToPath(new URL('../../../fixtures', import.meta.url))

/** What `expected.json` beside a broken run says: the findings in their order, by what does not change with their wording. */
interface Expected {
  /** The recommended one where it is not given. */
  readonly preset?: Preset
  readonly exit: 0 | 1
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly subject: unknown
    readonly file: string
    readonly line: number
    readonly count?: number
  }[]
}

const foldersIn = (folder: string): string[] =>
  readdirSync(`${FIXTURES}/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`)
const broken = foldersIn('broken').flatMap(foldersIn)

const expectedOf = (folder: string): Expected =>
  JSON.parse(readFileSync(`${FIXTURES}/${folder}/expected.json`, 'utf8'))

/**
 * Checks a broken run as the command does, under the preset that its expectations are of: by its config file, and with the catalogs that
 * stand beside it, if there are some.
 */
function checkBroken(folder: string): Promise<Report> {
  const workspace = `${FIXTURES}/${folder}/workspace`
  return checkRun(`${FIXTURES}/${folder}`, {
    config: true,
    preset: expectedOf(folder).preset ?? 'recommended',
    ...(existsSync(workspace) && { workspace }),
  })
}

test.for([...foldersIn('clean'), 'cluvio/run'])('fixtures/%s has no error and no warning', async (folder) => {
  const { findings, summary } = await checkRun(`${FIXTURES}/${folder}`)
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(summary.resources).toBeGreaterThan(0)
})

test('Secoda’s own samples have no error but the ids that they leave undeclared', async () => {
  const folder = 'secoda-samples'
  const { findings } = await checkRun(`${FIXTURES}/${folder}`)
  const grave = findings.filter(({ severity }) => severity !== 'info')
  expect(grave.map((finding) => comparable(finding, `${FIXTURES}/${folder}`))).toEqual(
    expectedOf(folder).findings,
  )
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
  expect(new Set(errors)).toEqual(new Set(['lineage/dangling-internal']))
})

describe('broken runs', () => {
  test.for(broken)('fixtures/%s gives the findings that are expected, and no others', async (folder) => {
    const expected = expectedOf(folder)
    const { findings, ok } = await checkBroken(folder)
    expect(findings.map((finding) => comparable(finding, `${FIXTURES}/${folder}`))).toEqual(expected.findings)
    expect(ok).toBe(expected.exit === 0)
  })

  test.for(RULES.map(({ id }) => id))('%s has a broken run that it finds', async (id) => {
    expect(broken).toContain(`broken/${id}`)
    const { findings } = await checkBroken(`broken/${id}`)
    expect(findings.map(({ rule }) => rule)).toContain(id)
  })

  test('every finding of every broken run says what, where and how to mend it', async () => {
    for (const folder of broken)
      for (const finding of (await checkBroken(folder)).findings) {
        expect(finding.message.length).toBeGreaterThan(10)
        expect(finding.help.length).toBeGreaterThan(10)
        expect(finding.locations.length).toBeGreaterThan(0)
        expect(finding.fingerprint).toMatch(/^[0-9a-f]{16}$/)
      }
  })
})

function comparable(
  { rule, severity, subject, locations, data }: Finding,
  folder: string,
): Expected['findings'][number] {
  const { file, line } = locations[0]!
  return {
    rule,
    severity,
    subject: subject.kind === 'file' ? { kind: 'file', file: relative(folder, subject.file) } : subject,
    file: relative(folder, file),
    line,
    ...(data.count > 1 && { count: data.count }),
  }
}

test.each(broken)(
  'findings of %s are told the same again, and lines are found without what a location knows',
  async (folder) => {
    const report = await checkBroken(folder)
    expect([...findingsOf(report)]).toEqual(report.findings)
    for (const location of report.findings.flatMap(({ locations }) => locations))
      expect(report.lineAt({ ...location })).toBe(report.lineAt(location))
  },
)
