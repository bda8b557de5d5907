import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertField } from './convert-field.ts'
import { RESOURCE_FIELDS } from './resource.ts'
import { Resource } from './resource-schema.ts'

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, '', 'x', 0, 1, -0, 2, 4.5, Infinity, true, false, [], ['a'], ['a', 1], {}),
  fc.stringMatching(/^ ?[+-]?\d_?\d?(\.0|\.)? ?$/),
  fc.constantFrom('true', 'True', 'YES', 'on', 'Off', 'n', 'perhaps', ' true', '1', '0', '２'),
)

test('convertField(field, value) makes of a value what the schema makes of it, and refuses what it refuses', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RESOURCE_FIELDS), value, (field, given) => {
      const { data } = Resource.shape[field].safeParse(given)
      expect(convertField(field, given)).toEqual(data)
    }),
    { numRuns: 5000 },
  )
})

test('RESOURCE_FIELDS are the fields of the schema, in its order', () => {
  expect(RESOURCE_FIELDS).toEqual(Resource.keyof().options)
})
