import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFindings, findingOf, reportWith } from '../../test/any-findings.ts'
import { RULES } from '../check/registry.ts'
import type { Finding, Report } from '../check/finding.ts'
import { TOOL } from '../model/tool.ts'
import { fileUri } from './file-uri.ts'
import { sarifReport } from './sarif.ts'

const report = await reportWith()
const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false }) // a pattern of the schema is none with the u flag
addFormats(ajv)
const validate = ajv.compile(sarifSchema)
const text = (of: Report): string => [...sarifReport(of)].join('')
const runOf = (of: Report) => JSON.parse(text(of)).runs[0]
const resultOf = (finding: Finding) => runOf(report([finding])).results[0]

test('sarifReport(report) is a log of SARIF 2.1.0 with every finding once, whatever the names', () => {
  fc.assert(
    fc.property(anyFindings(), (findings) => {
      const log = JSON.parse(text(report(findings)))
      validate(log)
      expect(validate.errors ?? []).toEqual([])
      const { results, tool } = log.runs[0]
      expect(results.map((result: typeof log) => result.partialFingerprints['lineagraph/v1'])).toEqual(
        findings.map(({ fingerprint }) => fingerprint),
      )
      for (const { ruleId, ruleIndex, message, locations } of results) {
        expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
        expect(message.text).not.toMatch(/\]\(|\p{Surrogate}/u)
        expect(locations).toHaveLength(1)
      }
    }),
  )
})

test('sarifReport(report) says of a finding what is wrong, how to mend it, and where', () => {
  const [first] = findingOf().locations
  const finding = findingOf({
    locations: [first!, { ...first!, line: 40, label: 'here too' }],
    data: { count: 2 },
  })
  const at = (startLine: number, label: string) => ({
    physicalLocation: {
      artifactLocation: { uri: 'out/lineage.jsonl', uriBaseId: '%SRCROOT%' },
      region: { startLine, startColumn: 63, endColumn: 77 },
    },
    message: { text: label },
  })
  expect(resultOf(finding)).toEqual({
    ruleId: 'lineage/dangling-internal',
    ruleIndex: RULES.findIndex(({ id }) => id === 'lineage/dangling-internal'),
    level: 'error',
    message: {
      text: "'dashboard.42' is used in lineage but never declared\ndid you mean 'dashboard.24'?",
    },
    locations: [at(17, 'not declared by this run')],
    relatedLocations: [at(40, 'here too')],
    partialFingerprints: {
      'lineagraph/v1': '0123456789abcdef',
      primaryLocationLineHash: '0123456789abcdef',
    },
  })
})

test('sarifReport(report) names the tool and its rules, with why they matter and how grave they are', () => {
  const { tool, columnKind } = runOf(report([]))
  expect(columnKind).toBe('utf16CodeUnits')
  expect(tool.driver).toMatchObject(TOOL)
  expect(tool.driver.rules).toHaveLength(RULES.length)
  const levels = Object.fromEntries(
    tool.driver.rules.map(({ id, defaultConfiguration }: typeof tool) => [id, defaultConfiguration.level]),
  )
  expect(levels).toMatchObject({ 'lineage/dangling-internal': 'error', 'lineage/no-self': 'warning' })
  for (const rule of tool.driver.rules)
    expect(rule).toMatchObject({
      shortDescription: { text: expect.stringMatching(/^\w+: \w/) },
      fullDescription: { text: expect.stringMatching(/\.$/) },
      helpUri: expect.stringMatching(/^https:/),
    })
})

test('a finding without a place stands at the file that it is about, else at the first file of the run', () => {
  const artifactOf = (finding: Finding) => resultOf(finding).locations[0].physicalLocation
  expect(artifactOf(findingOf({ locations: [], subject: { kind: 'file', file: 'out/x.jsonl' } }))).toEqual({
    artifactLocation: { uri: 'out/x.jsonl', uriBaseId: '%SRCROOT%' },
  })
  expect(artifactOf(findingOf({ locations: [], subject: { kind: 'graph' } }))).toEqual({
    artifactLocation: { uri: 'out/resources.jsonl', uriBaseId: '%SRCROOT%' },
  })
})

test('standard input, what an integration printed and absolute files are under no root', () => {
  const artifactOf = (file: string) =>
    resultOf(findingOf({ locations: [{ file, line: 1, column: 1, endColumn: 2 }] })).locations[0]
      .physicalLocation.artifactLocation
  expect(artifactOf('<stdin>')).toEqual({ uri: '%3Cstdin%3E', description: { text: 'standard input' } })
  expect(artifactOf('<stdout>').description.text).toBe('what the integration printed')
  expect(artifactOf('/tmp/a b.jsonl')).toEqual({ uri: 'file:///tmp/a%20b.jsonl' })
})

test('what a baseline hides stands in the log as suppressed and unchanged, the rest as new', () => {
  const [shown, hidden] = [findingOf(), findingOf({ fingerprint: 'fedcba9876543210' })]
  const { results } = runOf({ ...report([shown]), baselined: [hidden] })
  expect(results).toHaveLength(2)
  expect(results[0]).toMatchObject({ baselineState: 'new' })
  expect(results[0]).not.toHaveProperty('suppressions')
  expect(results[1]).toMatchObject({ baselineState: 'unchanged', suppressions: [{ kind: 'external' }] })
  expect(validate(JSON.parse(text({ ...report([shown]), baselined: [hidden] })))).toBe(true)
})

test.each([
  ['out/lineage.jsonl', 'out/lineage.jsonl'],
  ['../a b/100%#?.jsonl', '../a%20b/100%25%23%3F.jsonl'],
  ['c:d.jsonl', 'c%3Ad.jsonl'],
  ['/tmp/é.jsonl', 'file:///tmp/%C3%A9.jsonl'],
  ['C:/My runs/x.jsonl', 'file:///C:/My%20runs/x.jsonl'],
  ['//server/share/x.jsonl', 'file://server/share/x.jsonl'],
  ['a\ud800b', 'a%EF%BF%BDb'],
])('fileUri(%j) is %s', (file, uri) => {
  expect(fileUri(file)).toBe(uri)
})
