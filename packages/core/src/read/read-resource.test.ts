import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainResource } from '../model/plain.ts'
import { readResource } from './read-resource.ts'

const read = (text: string) => readResource(JSON.parse(text), text)
const faultsOf = (fields: string) => read(`{"databuilder_id": "x", ${fields}}`).faults

test.each([
  ['"sort_order": "4"', 'sort_order', 'the string "4"', 4],
  ['"sort_order": 4.0', 'sort_order', 'the number 4.0', 4],
  ['"sort_order": 4e0', 'sort_order', 'the number 4e0', 4],
  ['"sort_order": true', 'sort_order', 'true', 1],
  ['"is_pk": "true"', 'is_pk', 'the string "true"', true],
  ['"hidden": 0', 'hidden', 'the number 0', false],
  ['"hidden": "OFF"', 'hidden', 'the string "OFF"', false],
  [
    '"external_updated_at": 1700000000',
    'external_updated_at',
    'the number 1700000000',
    '2023-11-14T22:13:20Z',
  ],
  ['"external_updated_at": 1e18', 'external_updated_at', 'the number 1000000000000000000', null],
])('readResource of %s tells what the SDK makes of it', (fields, field, is, becomes) => {
  expect(faultsOf(fields)).toEqual([{ kind: 'coerced-field', field, is, becomes }])
})

test.each([
  '"sort_order": 4',
  '"sort_order": -0',
  '"title": "\\"sort_order\\": 4.0", "sort_order": 4',
  '"is_pk": false, "hidden": null, "external_updated_at": "2026-01-31"',
])('readResource of %s finds no fault', (fields) => {
  expect(faultsOf(fields)).toEqual([])
})

test('readResource(json, text) looks at the integer of the resource alone, not at one inside another value', () => {
  expect(faultsOf('"sort_order": 4, "extra": {"sort_order": 4.0}').map(({ kind }) => kind)).toEqual([
    'unknown-field',
  ])
})

test('an integer that is refused is not converted as well', () => {
  expect(faultsOf('"sort_order": 4.5').map(({ kind }) => kind)).toEqual(['wrong-field-type'])
})

test('a time that is none counts as unset, and says what the SDK takes a number for', () => {
  const text = '{"databuilder_id": "x", "external_updated_at": "20260131"}'
  expect(read(text)).toMatchObject({
    resource: { databuilder_id: 'x' },
    faults: [{ kind: 'invalid-timestamp', reason: 'number', taken: '1970-08-23T11:48:51Z' }],
  })
  expect(read(text).resource).not.toHaveProperty('external_updated_at')
})

test('of very many unknown fields the first 50 are told, and the last of them counts the rest', () => {
  const fields = Array.from({ length: 1000 }, (_, i) => `"field${i}": ${i}`).join()
  const faults = faultsOf(fields)
  expect(faults).toHaveLength(50)
  expect(faults.at(0)).toMatchObject({ field: 'field0', beyond: 0 })
  expect(faults.at(-1)).toMatchObject({ field: 'field49', beyond: 950 })
})

test('readResource(json, text) finds faults exactly where the line is not plain, and what stands is plain', () => {
  const value = fc.constantFrom<unknown>(
    null,
    '',
    'x',
    '2026-01-31',
    4,
    1,
    4.5,
    '4',
    'no',
    true,
    ['a'],
    [1],
    {},
  )
  const field = fc.constantFrom(
    'title',
    'owners',
    'sort_order',
    'is_pk',
    'external_updated_at',
    'group',
    'parent',
  )
  fc.assert(
    fc.property(fc.dictionary(field, value), (fields) => {
      const json = { databuilder_id: 'x', ...fields }
      const { resource, faults } = readResource(json, JSON.stringify(json))
      expect(faults.length === 0).toBe(isPlainResource(json))
      const { external_updated_at: time, ...others } = resource!
      expect(isPlainResource(typeof time === 'number' ? others : resource!)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
