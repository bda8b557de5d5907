import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOfDateTime } from './date-time.ts'
import { isPlainResource, mayHoldFloat } from './plain.ts'
import { RESOURCE_FIELDS, TIME_FIELD } from './resource.ts'
import { Resource } from './resource-schema.ts'

const value = fc.oneof(
  fc.string(),
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    0,
    1,
    4.5,
    '4',
    'true',
    '2026-01-31',
    '2026-02-30',
    true,
    false,
    [],
    ['a'],
    ['a', 1],
    {},
  ),
)
const unknownFields = fc.constantFrom('parent_id', '__proto__', 'constructor', 'Title', '')
const object = fc
  .tuple(
    fc.record(Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, value])), { requiredKeys: [] }),
    fc.option(unknownFields, { freq: 3, nil: undefined }),
  )
  .map(([known, unknown]) => {
    const text = JSON.stringify(known)
    // As JSON has it: `__proto__` is a field of its own.
    if (unknown === undefined) return JSON.parse(text) as Record<string, unknown>
    return JSON.parse(`{${[`${JSON.stringify(unknown)}:1`, text.slice(1, -1)].filter(Boolean).join()}}`)
  })

test('isPlainResource(json) says yes only where the schema accepts the object and converts nothing, every field is known and a time is one', () => {
  const known: ReadonlySet<string> = new Set(RESOURCE_FIELDS)
  fc.assert(
    fc.property(object, (json) => {
      if (!isPlainResource(json)) return
      expect(Resource.parse(json)).toEqual(json)
      expect(Object.keys(json).filter((field) => !known.has(field))).toEqual([])
      const time = json[TIME_FIELD]
      expect(typeof time === 'string' ? faultOfDateTime(time) : undefined).toBeUndefined()
      expect(typeof time).not.toBe('number')
    }),
    { numRuns: 2000 },
  )
})

test('isPlainResource(json) says yes to a resource with every field set as the SDK prints it', () => {
  const printed = Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, null]))
  expect(
    isPlainResource({
      ...printed,
      databuilder_id: 'x',
      title: '',
      is_pk: false,
      hidden: false,
      external_updated_at: '2026-01-31T09:30:00Z',
    }),
  ).toBe(true)
})

test.each([
  ['{"sort_order": 4}', false],
  ['{"sort_order": 4.0}', true],
  ['{"sort_order" :-4e0}', true],
  ['{"sort_order": null, "title": "4.0"}', false],
  ['{"sort_order": 4, "title": "\\"sort_order\\": 4.0"}', false],
])('mayHoldFloat(json, %s) is %s', (text, expected) => {
  expect(mayHoldFloat(JSON.parse(text), text)).toBe(expected)
})

test.each([
  ['sort_order', '4', 4],
  ['sort_order', ' +4 ', 4],
  ['sort_order', '1_000', 1000],
  ['sort_order', '4.00', 4],
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
  ['sort_order', '4.'],
  ['sort_order', '_4'],
  ['sort_order', '1__0'],
  ['sort_order', ''],
  ['sort_order', 4.5],
  ['is_pk', 'perhaps'],
  ['is_pk', ' true'],
  ['is_pk', 2],
  ['owners', 'ann'],
  ['owners', [1]],
  ['external_updated_at', true],
])('Resource refuses %s of %j, as the SDK does', (field, given) => {
  expect(Resource.safeParse({ databuilder_id: 'x', [field]: given }).success).toBe(false)
})
