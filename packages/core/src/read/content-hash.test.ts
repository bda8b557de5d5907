import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RESOURCE_FIELDS } from '../model/resource.ts'
import { Resource } from '../model/resource-schema.ts'
import { differingFields } from './content.ts'
import { addContent, ContentHash } from './content-hash.ts'

const text = fc.constantFrom('', 'a', 'b', 'ab', 'é', '\ud800', 'false', '4')
const values: Record<string, fc.Arbitrary<unknown>> = {
  databuilder_id: fc.constantFrom('x', 'y'),
  owners: fc.array(text, { maxLength: 2 }),
  sort_order: fc.constantFrom(0, 4, -4),
  is_pk: fc.boolean(),
  hidden: fc.boolean(),
}
const anyFields = fc.record(
  Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, fc.option(values[field] ?? text)])),
  { requiredKeys: [] },
)
const anyResource = anyFields.map((fields) =>
  Resource.parse({ ...fields, databuilder_id: fields['databuilder_id'] ?? 'x' }),
)

function hashOf(resource: Resource): string {
  const content = new ContentHash()
  addContent(content, resource)
  return `${content.high} ${content.low}`
}

test('addContent(content, resource) gives one hash to declarations that say the same, and to no others', () => {
  const same = anyResource.map((resource) => [resource, { ...resource }] as const)
  const near = fc.tuple(anyResource, anyResource, fc.subarray([...RESOURCE_FIELDS], { maxLength: 2 })).map(
    ([one, other, fields]) =>
      [
        one,
        {
          ...one,
          ...Object.fromEntries(fields.map((field) => [field, other[field] ?? null])),
          databuilder_id: one.databuilder_id,
        },
      ] as const,
  )
  fc.assert(
    fc.property(fc.oneof(same, near, fc.tuple(anyResource, anyResource)), ([one, other]) => {
      expect(hashOf(one) === hashOf(other)).toBe(differingFields(one, other).length === 0)
    }),
    { numRuns: 2000 },
  )
})

test('addContent(content, resource) tells apart what stands in another field, or in another order of a list', () => {
  const all = [
    { title: 'a', description: 'b' },
    { title: 'b', description: 'a' },
    { owners: ['a', 'b'] },
    { owners: ['b', 'a'] },
    { owners: ['ab'] },
    { owners: [] },
    { is_pk: true },
    { hidden: true },
    {},
  ].map((fields) => hashOf({ databuilder_id: 'x', ...fields }))
  expect(new Set(all).size).toBe(all.length)
})
