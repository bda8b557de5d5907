import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { column, edge, external, internal, query, reportOf, resource } from '../../test/run-of.ts'
import type { JsonObject } from '../model/declaration.ts'
import { DeclaredLineage } from '../model/lineage-schema.ts'
import { RESOURCE_FIELDS } from '../model/resource.ts'
import { Resource } from '../model/resource-schema.ts'
import { differingFields } from '../read/content.ts'
import { readLineage } from '../read/read-lineage.ts'
import { readResource } from '../read/read-resource.ts'
import { uploadFile, uploadForm } from './upload-form.ts'

/** A resource as the SDK prints it: every field, unset ones as their default. */
const printed = (fields: object) => ({
  ...Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, null])),
  title: '',
  is_pk: false,
  hidden: false,
  ...fields,
})

const name = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('__proto__', 'Größe', '"\\ \u2028', '\ud800'),
)
const text = fc.oneof(name, fc.constantFrom('', null, undefined))
const flag = fc.constantFrom(true, false, null, undefined)
const anyResource = fc
  .record(
    {
      entity_type: text,
      databuilder_id: name,
      parent_databuilder_id: text,
      title: text,
      description: text,
      external_updated_at: fc.constantFrom<unknown>('2026-01-02T00:00:00Z', 0, null),
      owners: fc.oneof(fc.array(fc.string()), fc.constant(null)),
      sort_order: fc.oneof(fc.integer(), fc.constant(null)),
      is_pk: flag,
      hidden: flag,
      schema: text,
      group: text,
    },
    { requiredKeys: ['databuilder_id'] },
  )
  .map((fields) => fields as JsonObject)
const place = { cluster: text, database: text, schema: text, table: name }
const requiredKeys = ['type', 'table'] as const
const anyIdentifier = fc.oneof(
  name.map(internal),
  fc.record({ type: fc.constant('external_table'), ...place }, { requiredKeys: [...requiredKeys] }),
  fc.record(
    { type: fc.constant('external_column'), ...place, column: name },
    { requiredKeys: [...requiredKeys, 'column'] },
  ),
  name.map(query),
)
const anyLineage = fc.oneof(
  fc.tuple(anyIdentifier, anyIdentifier).map(([from, to]): JsonObject => edge(from, to)),
  fc.record({ from_databuilder_id: name, to_databuilder_id: name }),
)
const written = (declaration: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(uploadForm(declaration))) as JsonObject

describe('uploadForm(declaration)', () => {
  test('leaves out what the SDK prints for an unset field, and keeps the order of the others', () => {
    const form = uploadForm(printed({ group: 'g', entity_type: 'dashboard', databuilder_id: 'd' }))
    expect(JSON.stringify(form)).toBe('{"entity_type":"dashboard","databuilder_id":"d","group":"g"}')
    const none = { cluster: null, database: null }
    expect(
      uploadForm(edge({ ...external('t', 's'), ...none }, { ...column('c', 't'), ...none, schema: null })),
    ).toEqual(edge(external('t', 's'), column('c', 't')))
  })

  test('keeps a value that says something though it is empty, false or 0', () => {
    const said = { databuilder_id: 'c', description: '', owners: [], sort_order: 0, is_pk: true, schema: '' }
    expect(uploadForm(said)).toEqual(said)
  })

  test.each<[string, JsonObject]>([
    ['an unknown field', { databuilder_id: 'c', parent_id: null, __proto__x: '' }],
    ['a wrong value', { databuilder_id: 'c', title: false, is_pk: '', hidden: 0, owners: 'ann' }],
    ['what a resource is known by', { databuilder_id: null }],
    ['what a type is known by', { entity_type: null, databuilder_id: '' }],
    ['what lineage is known by', { from_identifier: null, to_identifier: 'x' }],
    ['an unknown type', edge({ type: 'tabel', cluster: null }, { cluster: null })],
    ['a required field of an end', edge({ type: 'external_table', table: null }, internal(''))],
    ['an unknown field of an end', edge({ ...internal('a'), cluster: null }, internal('b'))],
    ['the older form', { from_databuilder_id: 'a', to_databuilder_id: null }],
    ['what stands beside lineage', { ...edge(internal('a'), internal('b')), title: '', hidden: false }],
  ])('keeps %s as it is', (_, declaration) => {
    expect(uploadForm(declaration)).toEqual(declaration)
  })

  test('keeps a field that objects have by nature', () => {
    const json = JSON.parse('{"databuilder_id":"a","__proto__":{"x":1},"title":null}') as JsonObject
    expect(JSON.stringify(uploadForm(json))).toBe('{"databuilder_id":"a","__proto__":{"x":1}}')
  })

  test('of a resource reads back to an equal declaration, without a field that equals its default', () => {
    fc.assert(
      fc.property(anyResource, (fields) => {
        const declaration = printed(fields)
        const form = written(declaration)
        const again = readResource(form, JSON.stringify(form)).resource!
        expect(differingFields(again, Resource.parse(declaration))).toEqual([])
        for (const field of ['title', 'is_pk', 'hidden']) expect(['', false]).not.toContain(form[field])
        for (const field of RESOURCE_FIELDS.slice(2)) expect(form[field]).not.toBeNull()
        expect(uploadForm(form)).toEqual(form)
      }),
    )
  })

  test('of lineage reads back to an equal edge, without a null', () => {
    const endsOf = (json: JsonObject): string => {
      const read = readLineage(json)
      if ('faults' in read) throw new Error(JSON.stringify(read.faults))
      const { from_identifier, to_identifier } = DeclaredLineage.parse(read.lineage)
      const given = (end: object) => Object.entries(end).filter(([, part]) => part != null)
      return JSON.stringify([given(from_identifier), given(to_identifier)])
    }
    fc.assert(
      fc.property(anyLineage, (declaration) => {
        const form = written(declaration)
        expect(endsOf(form)).toBe(endsOf(declaration))
        expect(JSON.stringify(form)).not.toMatch(/:null[,}]/)
        expect(uploadForm(form)).toEqual(form)
      }),
    )
  })

  test('changes no finding of a run but for its place in a line', async () => {
    const declarations = [
      printed({ entity_type: 'tabel', databuilder_id: 'a', title: 'a' }),
      printed({ entity_type: 'column', databuilder_id: 'c', sort_order: 'four', is_pk: 'perhaps' }),
      printed({ entity_type: 'table', databuilder_id: null }),
      resource('a'),
      edge(internal('a'), { ...external('t'), cluster: null, table: null }),
      { from_identifier: null, to_identifier: null },
      edge(query('select 1'), query('select 2')),
      { from_databuilder_id: 'a', to_databuilder_id: 'gone' },
    ]
    const findingsOf = async (lines: readonly unknown[]) =>
      (await reportOf({ 'run.jsonl': lines })).findings.map(({ rule, message, locations }) => [
        rule,
        message,
        locations[0]?.line,
      ])
    const found = await findingsOf(declarations)
    expect(await findingsOf(declarations.map(uploadForm))).toEqual(found)
    expect(found.length).toBeGreaterThan(6)
  })
})

test('uploadFile(json) says which of the two files a declaration goes into, as reading tells them apart', () => {
  expect(uploadFile(resource('a'))).toBe('resources.jsonl')
  expect(uploadFile({ databuilder_id: 'a', to_identifier: null })).toBe('lineage.jsonl')
  expect(uploadFile({ to_databuilder_id: 'a' })).toBe('lineage.jsonl')
  expect(uploadFile({ progress: 0.5 })).toBeUndefined()
})
