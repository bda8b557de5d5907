import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineageIdentifier } from '../model/identifier-schema.ts'
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

test('readLineage(json) reads the older form beside fields of today’s form that are null', () => {
  const nulls = { from_identifier: null, to_identifier: null }
  const older = { from_databuilder_id: 'a', to_databuilder_id: 'b' }
  expect(readLineage({ ...older, ...nulls })).toEqual(readLineage(older))
  expect(readLineage({ ...nulls, from_databuilder_id: 'a' })).toMatchObject({
    faults: [{ end: 'to', reason: 'missing', path: ['to_identifier'] }],
  })
  const [from_identifier, to_identifier] = ['a', 'b'].map((databuilder_id) => ({
    type: 'internal_resource',
    databuilder_id,
  }))
  const today = { from_identifier, to_identifier }
  expect(readLineage({ ...today, from_databuilder_id: null, to_databuilder_id: 'other' })).toEqual({
    lineage: today,
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
