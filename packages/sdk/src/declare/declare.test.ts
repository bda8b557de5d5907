import { RESOURCE_FIELDS } from '@lineagraph/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeclarationError } from './declaration-error.ts'
import { externalColumn, externalTable, internalResource, tablesFromQuery } from './identifiers.ts'
import { printedForm } from './printed-form.ts'
import { readLineage } from './read-lineage.ts'
import { readResource } from './read-resource.ts'

const table = { entity_type: 'table', databuilder_id: 't' }

test('printedForm(resource) has every field in the order of the SDK, unset ones too', () => {
  expect(printedForm(readResource({ databuilder_id: 'dé😀', entity_type: 'table', schema: 'public' }))).toBe(
    '{"entity_type": "table", "databuilder_id": "d\\u00e9\\ud83d\\ude00", "parent_databuilder_id": null, "title": "", ' +
      '"description": null, "definition": null, "external_updated_at": null, "native_type": null, "owners": null, ' +
      '"sort_order": null, "type": null, "is_pk": false, "hidden": false, "schema": "public", "database": null, ' +
      '"group": null, "product": null}',
  )
})

test('printedForm(lineage) has every part of its identifiers', () => {
  const lineage = {
    from_identifier: externalColumn({ table: 'orders', column: 'id', schema: 'public' }),
    to_identifier: internalResource('d.1'),
  }
  expect(printedForm(readLineage(lineage))).toBe(
    '{"from_identifier": {"type": "external_column", "cluster": null, "database": null, "schema": "public", ' +
      '"table": "orders", "column": "id"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "d.1"}}',
  )
})

test.each([
  ['sort_order', '4', 4],
  ['sort_order', true, 1],
  ['is_pk', 'true', true],
  ['hidden', 0, false],
  ['external_updated_at', 0, '1970-01-01T00:00:00Z'],
  ['owners', new Set(['ann']), ['ann']],
  ['title', null, null],
  ['title', undefined, ''],
])('readResource converts %s of %j to %j, as pydantic does', (field, given, converted) => {
  expect(readResource({ ...table, [field]: given })).toMatchObject({ [field]: converted })
})

test('readResource keeps the digits of an integer that no number holds', () => {
  expect(printedForm(readResource({ ...table, sort_order: '9007199254740993' }))).toContain(
    '"sort_order": 9007199254740993,',
  )
})

test.each([
  [{ ...table, title: 5 }, "'title' of a resource is the number 5; it must be a string or null"],
  [{ entity_type: 'table' }, "a resource lacks 'databuilder_id'; it must be a string"],
  [{ ...table, databuilder_id: null }, "'databuilder_id' of a resource is null; it must be a string"],
  [
    { ...table, parent_id: 'x' },
    "has no field 'parent_id', and Secoda would drop it without a word; did you mean 'parent_databuilder_id'?",
  ],
  [{ ...table, sortOrder: 1 }, "did you mean 'sort_order'?"],
  [{ ...table, zzzzzz: 1 }, 'its fields are entity_type, databuilder_id'],
  [JSON.parse('{"entity_type":"table","databuilder_id":"t","__proto__":{}}'), "has no field '__proto__'"],
  ['dashboard.1', 'a resource is an object, not the string "dashboard.1"'],
  [null, 'a resource is an object, not null'],
])('readResource(%j) is refused, and says why', (given, message) => {
  expect(() => readResource(given)).toThrow(DeclarationError)
  expect(() => readResource(given)).toThrow(message)
})

test.each([
  [{}, "lineage lacks 'from_identifier'; it must be internalResource(…)"],
  [{ from_identifier: 'd.1' }, 'an identifier is the string "d.1"; it must be internalResource(…)'],
  [{ from_identifier: { databuilder_id: 'd' } }, "an identifier lacks 'type'"],
  [{ from_identifier: { type: 'externaltable', table: 't' } }, "did you mean 'external_table'?"],
  [{ from_identifier: { type: 'external_table', tables: 't' } }, "an external table has no field 'tables'"],
  [{ from_identifier: { type: 'external_table' } }, "an external table lacks 'table'"],
  [{ from_databuilder_id: 'a', to_databuilder_id: 'b' }, "lineage has no field 'from_databuilder_id'"],
])('readLineage(%j) is refused, and says why', (given, message) => {
  expect(() => readLineage(given)).toThrow(message)
})

test('an identifier that is refused names the place of its own call', () => {
  const wrong = { tables: 'orders' } as unknown as { table: string }
  const call = () => externalTable(wrong)
  expect(call).toThrow(
    expect.objectContaining({ place: expect.stringMatching(/declare\.test\.ts:\d+:\d+$/) }),
  )
  expect(() => tablesFromQuery(5 as unknown as string)).toThrow(
    /declare\.test\.ts:\d+:\d+: 'sql' of tables from a query/,
  )
})

test('the printed form parses back to the same declaration, in ASCII alone and in one line', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\ud800'))
  const given = fc.record({
    databuilder_id: text,
    description: text,
    owners: fc.array(text),
    sort_order: fc.integer(),
    is_pk: fc.boolean(),
  })
  fc.assert(
    fc.property(given, (fields) => {
      const resource = readResource({ entity_type: 'table', ...fields })
      const printed = printedForm(resource)
      expect(printed).toMatch(/^[ -~]*$/)
      expect(JSON.parse(printed)).toEqual(resource)
      expect(Object.keys(JSON.parse(printed))).toEqual(RESOURCE_FIELDS)
      expect(readResource(JSON.parse(printed))).toEqual(resource) // nothing is converted twice
    }),
  )
})
