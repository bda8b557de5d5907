import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { anyFindings, findingOf, reportWith } from '../../test/any-findings.ts'
import { edge, external, internal, reportOf, resource } from '../../test/run-of.ts'
import type { FindingSchema, StatsSchema, SummarySchema } from '../check/finding-schema.ts'
import type { Finding, Report, Summary } from '../check/finding.ts'
import type { Stats } from '../check/stats.ts'
import { jsonReport, type JsonOptions } from './json.ts'
import { reportJsonSchema, ReportSchema } from './report-schema.ts'

const report = await reportWith()
const shipped = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true }).compile(shipped)
const documentOf = (of: Report, options?: JsonOptions) => JSON.parse([...jsonReport(of, options)].join(''))

/** Whether a thing may be written to has nothing to do with JSON. */
type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T

test('the schemas are the types', () => {
  expectTypeOf<Writable<z.infer<typeof FindingSchema>>>().toEqualTypeOf<Writable<Finding>>()
  expectTypeOf<Writable<z.infer<typeof SummarySchema>>>().toEqualTypeOf<Writable<Summary>>()
  expectTypeOf<Writable<z.infer<typeof StatsSchema>>>().toEqualTypeOf<Writable<Stats>>()
})

test('schema/report.schema.json is up to date: `pnpm run schemas` writes it', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())))
})

test('jsonReport(report) is valid by the schema, and has no field beyond it, whatever the names', () => {
  fc.assert(
    fc.property(anyFindings(), (findings) => {
      const document = documentOf(report(findings))
      validate(document)
      expect(validate.errors ?? []).toEqual([])
      expect(ReportSchema.parse(document)).toEqual(document)
      expect(document.findings).toHaveLength(findings.length)
    }),
  )
})

test('jsonReport(report, { stats }) of a run with findings of every kind is valid by the schema', async () => {
  const broken = await reportOf(
    {
      'lineage.jsonl': [
        edge(internal('a'), internal('gone')),
        edge(internal('gone'), internal('a')),
        edge(external('orders'), internal('a')),
        edge(external('orders'), internal('a')),
        edge({ type: 'nope' }, null),
      ],
      'resources.jsonl': [
        resource('a', 'chart'),
        resource('a', 'table'),
        resource('b', 'table', { database: 'x', schema: 's', title: 'orders' }),
        resource('c', 'table', { database: 'y', schema: 's', title: 'orders' }),
      ],
      'empty.jsonl': '',
      'text.jsonl': 'hello\n',
    },
    { preset: 'strict' },
  )
  const document = documentOf(broken, { stats: true })
  validate(document)
  expect(validate.errors ?? []).toEqual([])
  expect(ReportSchema.parse(document)).toEqual(document)
  const kinds = document.findings.map(({ subject }: Finding) => subject.kind)
  expect([...new Set(kinds)].sort()).toEqual(['file', 'graph', 'lineage', 'mention', 'resource'])
})

test('the schema refuses what is no report', () => {
  const document = documentOf(report([findingOf()]))
  expect(validate({ ...document, version: 2 })).toBe(false)
  expect(validate({ ...document, summary: { ...document.summary, ok: 'yes' } })).toBe(false)
  expect(validate({ ...document, findings: [{ ...findingOf(), severity: 'fatal' }] })).toBe(false)
  expect(validate({ ...document, more: 'fields may come' })).toBe(true)
})
