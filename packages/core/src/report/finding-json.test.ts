import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFindings, findingOf, HOSTILE_NAMES } from '../../test/any-findings.ts'
import type { Finding } from '../check/finding.ts'
import { FindingJson } from './finding-json.ts'

/** The finding with its fields, and those of its locations, in the order in which a check gives them. */
const inOrder = ({
  rule,
  severity,
  message,
  help,
  subject,
  locations,
  fingerprint,
  data,
}: Finding): Finding => ({
  rule,
  severity,
  message,
  help,
  subject,
  locations: locations.map(({ file, line, column, endColumn, label }) =>
    label === undefined ? { file, line, column, endColumn } : { file, line, column, endColumn, label },
  ),
  fingerprint,
  data,
})

test('FindingJson.of(finding) is what JSON.stringify gives, of any findings after each other', () => {
  fc.assert(
    fc.property(anyFindings({ maxLength: 20 }), (findings) => {
      const json = new FindingJson()
      for (const finding of [...findings, ...findings])
        expect(json.of(finding)).toBe(JSON.stringify(inOrder(finding)))
    }),
  )
})

test('FindingJson.of(finding) is what JSON.stringify gives, of every subject and of every name', () => {
  const json = new FindingJson()
  const subjects = HOSTILE_NAMES.flatMap((name): Finding['subject'][] => [
    { kind: 'resource', id: name },
    { kind: 'file', file: name },
    { kind: 'lineage', from: { type: 'internal_resource', databuilder_id: name }, to: null },
    {
      kind: 'mention',
      type: 'external_table',
      cluster: null,
      database: name,
      schema: null,
      table: name,
      column: null,
    },
  ])
  for (const subject of [...subjects, { kind: 'graph' } as const]) {
    const finding = findingOf({ subject, data: { count: 2, nearest: null, subject } })
    expect(json.of(finding)).toBe(JSON.stringify(inOrder(finding)))
    expect(json.of({ ...finding, run: 'a' })).toBe(JSON.stringify({ ...finding, run: 'a' }))
  }
})
