import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configJsonSchema, faultsOf } from './config-schema.ts'
import { RULES } from './registry.ts'

const shipped = JSON.parse(readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(shipped)

test('schema/config.schema.json is up to date: `pnpm run schemas` writes it', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(configJsonSchema())))
})

test('the JSON Schema lists every rule, with what it is for', () => {
  const { properties } = shipped.properties.rules
  expect(Object.keys(properties).sort()).toEqual(RULES.map(({ id }) => id).sort())
  for (const { id, why } of RULES) expect(properties[id].description).toContain(why)
})

const rule = fc.constantFrom(...RULES.map(({ id }) => id), 'lineage/none', '__proto__')
const level = fc.constantFrom<unknown>('error', 'warning', 'info', 'off', 'fatal', 2, null)
const setting = fc.oneof(
  level,
  fc.tuple(level),
  fc.tuple(level, fc.constantFrom<unknown>({}, { max: 3 }, { max: 0 }, 5)),
)
const rulesOf = (value: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(rule, value), { maxLength: 2 }).map((entries) => Object.fromEntries(entries))
const some = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value, fc.constantFrom<unknown>(5, '', [], {}, ['x'], null))
const config = fc.record(
  {
    preset: some(fc.constantFrom('minimal', 'strict', 'lax')),
    rules: some(rulesOf(setting)),
    workspace: some(fc.array(fc.string())),
    baseline: some(fc.string()),
    overrides: some(fc.array(fc.record({ files: some(fc.array(fc.string())), rules: some(rulesOf(level)) }))),
    other: fc.constant(1),
  },
  { requiredKeys: [] },
)

test('the JSON Schema and the command take the same configurations', () => {
  fc.assert(
    fc.property(config, (given) => {
      const document: unknown = JSON.parse(JSON.stringify(given))
      expect({ document, taken: validate(document) }).toEqual({
        document,
        taken: faultsOf(document).length === 0,
      })
    }),
    { numRuns: 1000 },
  )
})

test('every fault says what is wrong and how to mend it', () => {
  fc.assert(
    fc.property(config, (given) => {
      for (const { what, help } of faultsOf(given)) {
        expect(what).not.toMatch(/undefined|\[object|Invalid|expected/)
        expect(help.length).toBeGreaterThan(8)
      }
    }),
  )
})
