import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineageIdentifier } from '../model/identifier.ts'
import { isIdentifier, readLineage } from './read-lineage.ts'

const part = fc.constantFrom<unknown>('a', '', null, undefined, 5, [])
const identifier = fc.record(
  {
    type: fc.constantFrom(
      'internal_resource',
      'external_table',
      'external_column',
      'tables_from_query',
      'tabel',
      5,
    ),
    databuilder_id: part,
    cluster: part,
    database: part,
    schema: part,
    table: part,
    column: part,
    sql: part,
  },
  { requiredKeys: [] },
)

test('isIdentifier(declared) says what the schema says', () => {
  fc.assert(
    fc.property(fc.oneof(identifier, fc.jsonValue()), (declared) => {
      expect(isIdentifier(declared)).toBe(LineageIdentifier.safeParse(declared).success)
    }),
    { numRuns: 2000 },
  )
})

test('readLineage(json) reads the older form as two internal ends', () => {
  expect(readLineage({ from_databuilder_id: 'a', to_databuilder_id: 'b' })).toEqual({
    lineage: {
      from_identifier: { type: 'internal_resource', databuilder_id: 'a' },
      to_identifier: { type: 'internal_resource', databuilder_id: 'b' },
    },
  })
})

test('readLineage(json) says of each wrong end what is the matter', () => {
  const read = readLineage({
    from_identifier: { type: 'external_column', table: '', schema: 5 },
    to_identifier: { type: 'tabel' },
  })
  expect(read).toMatchObject({
    faults: [
      {
        end: 'from',
        reason: 'wrong-fields',
        path: ['from_identifier', 'table'],
        fields: [
          { field: 'table', state: 'empty' },
          { field: 'column', state: 'absent' },
          { field: 'schema', state: 'of a wrong type', is: 'the number 5' },
        ],
      },
      { end: 'to', reason: 'unknown-type', given: 'tabel', path: ['to_identifier', 'type'] },
    ],
  })
})
