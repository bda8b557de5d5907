import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainResource } from './plain.ts'
import { RESOURCE_FIELDS, Resource } from './resource.ts'

const value = fc.oneof(
  fc.string(),
  fc.constantFrom<unknown>(null, undefined, '', 0, 1, 4.5, '4', 'true', true, false, [], ['a'], ['a', 1], {}),
)
const object = fc.record(Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, value])), {
  requiredKeys: [],
})

test('isPlainResource(json) says yes only where the schema accepts the object and converts nothing', () => {
  fc.assert(
    fc.property(object, (json) => {
      if (!isPlainResource(json)) return
      expect(Resource.parse(json)).toEqual(json)
    }),
    { numRuns: 500 },
  )
})

test('isPlainResource(json) says yes to a resource with every field set as the SDK prints it', () => {
  const printed = Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, null]))
  expect(isPlainResource({ ...printed, databuilder_id: 'x', title: '', is_pk: false, hidden: false })).toBe(
    true,
  )
})

test.each([
  ['sort_order', '4', 4],
  ['sort_order', 4.0, 4],
  ['sort_order', true, 1],
  ['is_pk', 'true', true],
  ['is_pk', 'No', false],
  ['is_pk', 1, true],
  ['external_updated_at', 1700000000, 1700000000],
])('Resource converts %s of %j to %j, as the SDK does', (field, given, converted) => {
  expect(Resource.parse({ databuilder_id: 'x', [field]: given })).toMatchObject({ [field]: converted })
})

test.each([
  ['title', 5],
  ['sort_order', 'four'],
  ['sort_order', 4.5],
  ['is_pk', 'perhaps'],
  ['is_pk', 2],
  ['owners', 'ann'],
  ['owners', [1]],
  ['external_updated_at', true],
])('Resource refuses %s of %j, as the SDK does', (field, given) => {
  expect(Resource.safeParse({ databuilder_id: 'x', [field]: given }).success).toBe(false)
})
