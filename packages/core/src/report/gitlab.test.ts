import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFindings, findingOf, reportWith } from '../../test/any-findings.ts'
import { gitlabReport } from './gitlab.ts'

const report = await reportWith()
const issuesOf = (...args: Parameters<typeof gitlabReport>) => JSON.parse([...gitlabReport(...args)].join(''))

/** The properties of a violation, all required. Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const validate = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
})

test('gitlabReport(report) is a list of violations, each finding once, whatever the names', () => {
  fc.assert(
    fc.property(anyFindings(), (findings) => {
      const issues = issuesOf(report(findings))
      validate(issues)
      expect(validate.errors ?? []).toEqual([])
      expect(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).toEqual(
        findings.map(({ fingerprint }) => fingerprint),
      )
      expect(JSON.stringify(issues)).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

test('gitlabReport(report) says what is wrong, where, and how grave it is', () => {
  const findings = [
    findingOf(),
    findingOf({ severity: 'warning', locations: [] }),
    findingOf({ severity: 'info', locations: [], subject: { kind: 'file', file: 'out/x.jsonl' } }),
  ]
  const issues = issuesOf(report(findings))
  expect(issues[0]).toEqual({
    description: "'dashboard.42' is used in lineage but never declared; did you mean 'dashboard.24'?",
    check_name: 'lineage/dangling-internal',
    fingerprint: '0123456789abcdef',
    severity: 'critical',
    location: { path: 'out/lineage.jsonl', lines: { begin: 17 } },
  })
  expect(issues.slice(1)).toMatchObject([
    { severity: 'minor', location: { path: 'out/resources.jsonl', lines: { begin: 1 } } },
    { severity: 'info', location: { path: 'out/x.jsonl', lines: { begin: 1 } } },
  ])
})

test('gitlabReport(report, { folder }) shows absolute files below the folder by their relative paths', () => {
  const pathOf = (file: string, folder: string) =>
    issuesOf(report([findingOf({ locations: [{ file, line: 1, column: 1, endColumn: 2 }] })]), { folder })[0]
      .location.path
  expect(pathOf('/builds/shop/out/run.jsonl', '/builds/shop')).toBe('out/run.jsonl')
  expect(pathOf('/builds/shopping/run.jsonl', '/builds/shop')).toBe('/builds/shopping/run.jsonl')
  expect(pathOf('/run.jsonl', '/')).toBe('run.jsonl')
  expect(pathOf('out/run.jsonl', '/builds/shop')).toBe('out/run.jsonl')
})
