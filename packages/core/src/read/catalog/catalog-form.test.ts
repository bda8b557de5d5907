import { expect, test } from 'vitest'
import { catalogForm } from './catalog-form.ts'

test.each([
  ['lines', 'a table on a line', '{"table": "a"}\n{"table": "b"}\n'],
  ['lines', 'one line without an end', '{"table": "a"}'],
  ['lines', 'a declaration', '{"entity_type": "table", "databuilder_id": "a"}\n'],
  ['lines', 'a field that is misspelled', '{"tabel": "a"}\n{"tabel": "b"}\n'],
  ['lines', 'a first line that is broken', '{"table": "a",}\n{"table": "b"}\n'],
  ['lines', 'nothing but a broken line', '{"table": "a"'],
  ['lines', 'a Python dict', "{'table': 'a'}\n"],
  ['lines', 'an empty object', '{}\n'],
  ['lines', 'other text before', 'starting\n{"entity_type": "table", "databuilder_id": "a"}\n'],
  ['lines', 'empty lines and a byte-order mark before', '\ufeff\n\n{"schema": "s", "table": "a"}\n'],
  ['lines', 'a field of dbt in a line that names a table', '{"metadata": {}, "table": "a"}\n{"table": "b"}'],
  ['document', 'an indented document', '{\n  "nodes": {\n'],
  ['document', 'an indented document, Windows line ends', '{\r\n  "nodes": {\r\n'],
  ['document', 'a document in one line', '{"metadata": {"a": 1}, "nodes": {}}'],
  ['document', 'a document with its fields sorted', '{"child_map": {"a": []}, "docs": {'],
  ['lines', 'other text in brackets before', '[INFO] starting\n{"table": "a"}\n'],
  ['document', 'a list with an item on each line', '[\n{"table": "a"},\n{"table": "b"}\n]'],
  ['document', 'a list', '[{"table": "a"}]'],
  ['csv', 'a header', 'schema,table\na,b\n'],
  ['csv', 'a quoted header', '"schema","table"\n'],
  ['csv', 'some text', 'hello\n'],
  ['csv', 'nothing', ''],
])('catalogForm(head) is %s for %s', (form, _, head) => {
  expect(catalogForm(head, true)).toBe(form)
})

test('catalogForm(head) does not read a line that is cut', () => {
  expect(catalogForm('x\n{"table": "a"}', false)).toBe('csv')
  expect(catalogForm('x\n{"table": "a"}', true)).toBe('lines')
})
