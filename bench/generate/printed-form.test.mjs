import { expect, test } from 'vitest'
import { externalTable, internal, printLineage, printResource, query } from './printed-form.mjs'

test('printResource(fields) prints every field, what is unset as the SDK prints it', () => {
  expect(printResource({ entity_type: 'table', databuilder_id: 'a' })).toBe(
    '{"entity_type": "table", "databuilder_id": "a", "parent_databuilder_id": null, "title": "", "description": null, ' +
      '"definition": null, "external_updated_at": null, "native_type": null, "owners": null, "sort_order": null, ' +
      '"type": null, "is_pk": false, "hidden": false, "schema": null, "database": null, "group": null, "product": null}',
  )
})

test('printResource(fields) escapes what is beyond ASCII', () => {
  const line = printResource({ title: 'Größe "😀"', owners: ['é', 'b'] })
  expect(line).toContain(String.raw`"title": "Gr\u00f6\u00dfe \"\ud83d\ude00\""`)
  expect(line).toContain(String.raw`"owners": ["\u00e9", "b"]`)
  expect(JSON.parse(line).title).toBe('Größe "😀"')
})

test('printLineage(from, to) prints identifiers with all their fields', () => {
  expect(printLineage(externalTable({ schema: 's', table: 't' }), internal('a'))).toBe(
    '{"from_identifier": {"type": "external_table", "cluster": null, "database": null, "schema": "s", "table": "t"}, ' +
      '"to_identifier": {"type": "internal_resource", "databuilder_id": "a"}}',
  )
  expect(JSON.parse(query("SELECT 'é'"))).toEqual({ type: 'tables_from_query', sql: "SELECT 'é'" })
})
