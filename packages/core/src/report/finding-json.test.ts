import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFindings, anyName, findingOf, HOSTILE_NAMES } from '../../test/any-findings.ts'
import type { Told } from '../check/finding-list.ts'
import type { Finding } from '../check/finding.ts'
import { Listing } from '../check/listing.ts'
import { say, textOf } from '../check/say.ts'
import { FindingJson } from './finding-json.ts'
import { IN_JSON, ReportBytes } from './report-bytes.ts'

/** What is written of findings after each other. */
function written(findings: readonly Told[]): string[] {
  const out = new ReportBytes(IN_JSON)
  const json = new FindingJson(out)
  return findings.map((finding) => {
    json.write(finding)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(out.take())
  })
}

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

test('FindingJson.write(finding) is what JSON.stringify gives, of any findings after each other', () => {
  fc.assert(
    fc.property(anyFindings({ maxLength: 20 }), (findings) => {
      const twice = [...findings, ...findings]
      expect(written(twice)).toEqual(twice.map((finding) => JSON.stringify(inOrder(finding))))
    }),
  )
})

test('FindingJson.write(finding) is what JSON.stringify gives, of lists of anything in its data', () => {
  const anything = fc.oneof(anyName, fc.integer(), fc.double(), fc.constantFrom(null, undefined), fc.object())
  fc.assert(
    fc.property(fc.array(fc.array(anything)), anyName, (lists, name) => {
      const finding = inOrder(findingOf({ data: { [`a${name}`]: lists[0], lists, count: 1 } }))
      expect(written([finding])).toEqual([JSON.stringify(finding)])
    }),
  )
})

test.each([0, 1, 999, 1000, 1001, 2000, 2001])(
  'FindingJson.write(finding) is what JSON.stringify gives, of a list of %i names',
  (length) => {
    const names = Array.from({ length }, (_, i) => `${HOSTILE_NAMES[i % HOSTILE_NAMES.length]}${i}`)
    const finding = inOrder(findingOf({ data: { circle: names, count: length } }))
    const told = { ...finding, data: { circle: new Listing(length, (i) => names[i]!), count: length } }
    expect(written([finding, told])).toEqual([JSON.stringify(finding), JSON.stringify(finding)])
  },
)

test('FindingJson.write(finding) is what JSON.stringify gives, of every subject and of every name', () => {
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
    const ofRun = { ...finding, run: 'a' }
    expect(written([finding, ofRun])).toEqual([JSON.stringify(inOrder(finding)), JSON.stringify(ofRun)])
  }
})

test('FindingJson.write(finding) writes sentences as they read', () => {
  fc.assert(
    fc.property(anyName, anyName, fc.integer(), (one, other, count) => {
      const message = say`'${one}' → "${other}", ${count} times`
      const help = say`no name`
      const told = { ...findingOf(), message, help }
      const finding = findingOf({ message: textOf(message), help: textOf(help) })
      expect(written([told, told])).toEqual([JSON.stringify(finding), JSON.stringify(finding)])
    }),
  )
})
