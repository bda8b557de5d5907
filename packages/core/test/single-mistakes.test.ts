import { expect, test } from 'vitest'
import { buildGraph, bytesSource, check, readRun } from '../src/index.ts'

/** A shop without a finding, even under strict: what each test below gets wrong is its only mistake. */
const SHOP = `\
{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}
{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop", "title": "public"}
{"entity_type": "table", "databuilder_id": "shop.public.orders", "parent_databuilder_id": "shop.public", "title": "orders", "schema": "public", "database": "shop"}
{"entity_type": "column", "databuilder_id": "shop.public.orders.id", "parent_databuilder_id": "shop.public.orders", "title": "id", "sort_order": 1}
{"entity_type": "column", "databuilder_id": "shop.public.orders.total", "parent_databuilder_id": "shop.public.orders", "title": "total", "sort_order": 2}
{"entity_type": "dashboard_group", "databuilder_id": "group.1", "title": "Finance"}
{"entity_type": "dashboard", "databuilder_id": "dashboard.1", "parent_databuilder_id": "group.1", "title": "Revenue", "group": "Finance"}
{"entity_type": "chart", "databuilder_id": "chart.1", "parent_databuilder_id": "dashboard.1", "title": "By month", "product": "cluvio"}
{"from_identifier": {"type": "internal_resource", "databuilder_id": "shop.public.orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "chart.1"}}
{"from_identifier": {"type": "internal_resource", "databuilder_id": "shop.public.orders.total"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "chart.1"}}
{"from_identifier": {"type": "external_table", "database": "erp", "schema": "core", "table": "invoices"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.1"}}
{"from_identifier": {"type": "external_column", "database": "erp", "schema": "core", "table": "invoices", "column": "total"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.1"}}
{"from_identifier": {"type": "tables_from_query", "sql": "select total from erp.core.invoices"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.1"}}
`
const CATALOG = `\
{"database": "erp", "schema": "core", "table": "invoices", "columns": ["id", "total"]}
{"database": "erp", "schema": "core", "table": "payments", "columns": ["id"]}
`

async function found(text: string): Promise<string[]> {
  const source = (name: string, content: string) => bytesSource(name, Buffer.from(content))
  const run = await readRun([source('run.jsonl', text)], { workspace: [source('erp.jsonl', CATALOG)] })
  const { findings } = check(buildGraph(run), { preset: 'strict' })
  return findings.map(({ rule, locations, data }) => `${rule} ${locations[0]?.line} ×${data.count}`)
}

const linesOf = (text: string): string[] => text.trimEnd().split('\n')
/** The shop with a change of one line, counted from 1. */
const changed = (line: number, right: string, wrong: string) => (): string => {
  const lines = linesOf(SHOP)
  const before = lines[line - 1]!
  if (!before.includes(right)) throw new Error(`line ${line} has no ${right}`)
  lines[line - 1] = before.replace(right, wrong)
  return `${lines.join('\n')}\n`
}
const without = (line: number) => (): string =>
  `${linesOf(SHOP)
    .filter((_, i) => i !== line - 1)
    .join('\n')}\n`
const withLine = (line: string) => (): string => `${SHOP}${line}\n`
const edge = (from: object, to: object): string =>
  JSON.stringify({ from_identifier: from, to_identifier: to })
const internal = (databuilder_id: string) => ({ type: 'internal_resource', databuilder_id })

test('the shop has no finding', async () => {
  expect(await found(SHOP)).toEqual([])
})

test.each<[string, () => string, string[]]>([
  [
    'a typo in a parent',
    changed(2, '"parent_databuilder_id": "shop"', '"parent_databuilder_id": "shopp"'),
    ['hierarchy/dangling-parent 2 ×1'],
  ],
  ['a typo in the id of a parent', changed(6, 'group.1', 'group.l'), ['hierarchy/dangling-parent 7 ×1']],
  [
    'a typo in the id of a table',
    changed(3, '"databuilder_id": "shop.public.orders"', '"databuilder_id": "shop.public.order"'),
    ['graph/isolated 3 ×1', 'hierarchy/dangling-parent 4 ×2', 'lineage/dangling-internal 9 ×1'],
  ],
  [
    'a blank behind the id of a table',
    changed(3, '"databuilder_id": "shop.public.orders"', '"databuilder_id": "shop.public.orders "'),
    [
      'graph/isolated 3 ×1',
      'resource/id-whitespace 3 ×1',
      'hierarchy/dangling-parent 4 ×2',
      'lineage/dangling-internal 9 ×1',
    ],
  ],
  ['a forgotten table', without(3), ['hierarchy/dangling-parent 3 ×2', 'lineage/dangling-internal 8 ×1']],
  ['a misspelt type of a schema', changed(2, '"schema"', '"shema"'), ['resource/unknown-entity-type 2 ×1']],
  [
    'a type that is missing',
    changed(2, '"entity_type": "schema", ', ''),
    ['resource/unknown-entity-type 2 ×1'],
  ],
  ['a type of a wrong type', changed(2, '"schema"', '5'), ['resource/wrong-field-type 2 ×1']],
  [
    'a table that is called a schema',
    changed(3, '"table"', '"schema"'),
    ['hierarchy/unusual-parent 3 ×1', 'hierarchy/wrong-parent 4 ×1', 'hierarchy/wrong-parent 5 ×1'],
  ],
  [
    'a parent of a wrong type',
    changed(4, '"parent_databuilder_id": "shop.public.orders"', '"parent_databuilder_id": 5'),
    ['resource/wrong-field-type 4 ×1'],
  ],
  [
    'a parent that is empty',
    changed(8, '"parent_databuilder_id": "dashboard.1"', '"parent_databuilder_id": ""'),
    ['hierarchy/missing-parent 8 ×1'],
  ],
  [
    'a parent by another name',
    changed(8, 'parent_databuilder_id', 'parent_id'),
    ['hierarchy/missing-parent 8 ×1', 'resource/unknown-field 8 ×1'],
  ],
  [
    'an id by another name',
    changed(5, '"databuilder_id": "shop.public.orders.total"', '"id": "shop.public.orders.total"'),
    ['resource/missing-id 5 ×1', 'resource/unknown-field 5 ×1', 'lineage/dangling-internal 10 ×1'],
  ],
  [
    'a group by another name',
    changed(7, '"group"', '"groups"'),
    ['resource/missing-required-field 7 ×1', 'resource/unknown-field 7 ×1'],
  ],
  ['a title that is missing', changed(2, ', "title": "public"', ''), ['resource/missing-title 2 ×1']],
  [
    'a title of a wrong type',
    changed(2, '"title": "public"', '"title": ["public"]'),
    ['resource/wrong-field-type 2 ×1'],
  ],
  [
    'another title of a schema',
    changed(2, '"title": "public"', '"title": "main"'),
    ['hierarchy/location-mismatch 3 ×1'],
  ],
  [
    'a table under the database',
    changed(3, '"parent_databuilder_id": "shop.public"', '"parent_databuilder_id": "shop"'),
    ['hierarchy/unusual-parent 3 ×1'],
  ],
  ['a chart under the group', changed(8, '"dashboard.1"', '"group.1"'), ['hierarchy/wrong-parent 8 ×1']],
  [
    'a schema that is its own parent',
    changed(2, '"parent_databuilder_id": "shop"', '"parent_databuilder_id": "shop.public"'),
    ['hierarchy/self-parent 2 ×1'],
  ],
  [
    'a database under its own schema',
    changed(1, '"title"', '"parent_databuilder_id": "shop.public", "title"'),
    ['hierarchy/no-cycle 1 ×2', 'hierarchy/unusual-parent 1 ×1'],
  ],
  [
    'columns under one another',
    changed(
      4,
      '"parent_databuilder_id": "shop.public.orders"',
      '"parent_databuilder_id": "shop.public.orders.id.x"',
    ),
    ['hierarchy/dangling-parent 4 ×1'],
  ],
  ['an order as a text', changed(4, '"sort_order": 1', '"sort_order": "1"'), ['resource/coerced-field 4 ×1']],
  [
    'an order that is no number',
    changed(4, '"sort_order": 1', '"sort_order": "first"'),
    ['resource/wrong-field-type 4 ×1'],
  ],
  ['an order that is missing', changed(4, ', "sort_order": 1', ''), ['hierarchy/column-order 4 ×1']],
  ['an order twice', changed(4, '"sort_order": 1', '"sort_order": 2'), ['hierarchy/column-order 5 ×2']],
  [
    'a time that is a number',
    changed(1, '"title"', '"external_updated_at": 1767322800, "title"'),
    ['resource/coerced-field 1 ×1'],
  ],
  [
    'a time in another form',
    changed(1, '"title"', '"external_updated_at": "today", "title"'),
    ['resource/invalid-timestamp 1 ×1'],
  ],
  ['a declaration twice', withLine(linesOf(SHOP)[2]!), ['resource/repeated-declaration 14 ×2']],
  [
    'a declaration twice, with another title',
    withLine(linesOf(SHOP)[2]!.replace('"title": "orders"', '"title": "Orders"')),
    ['resource/conflicting-id 14 ×2'],
  ],
  [
    'one column under two ids',
    withLine(
      '{"entity_type": "column", "databuilder_id": "shop.public.orders.total2", "parent_databuilder_id": "shop.public.orders", "title": "total", "sort_order": 3}',
    ),
    ['hierarchy/duplicate-sibling 14 ×2'],
  ],
  ['an edge twice', withLine(linesOf(SHOP)[8]!), ['lineage/duplicate-edge 14 ×2']],
  [
    'an edge the other way round as well',
    withLine(edge(internal('chart.1'), internal('shop.public.orders'))),
    ['lineage/no-cycle 9 ×2'],
  ],
  ['an edge to itself', withLine(edge(internal('chart.1'), internal('chart.1'))), ['lineage/no-self 14 ×1']],
  [
    'an edge to the parent',
    withLine(edge(internal('chart.1'), internal('dashboard.1'))),
    ['lineage/restates-parent 14 ×1'],
  ],
  [
    'a typo in an end',
    withLine(edge(internal('shop.public.orderz'), internal('chart.1'))),
    ['lineage/dangling-internal 14 ×1'],
  ],
  [
    'an end without a type',
    withLine(edge({ databuilder_id: 'chart.1' }, internal('dashboard.1'))),
    ['lineage/invalid-identifier 14 ×1'],
  ],
  [
    'both ends as texts',
    withLine('{"from_identifier": "shop.public.orders", "to_identifier": "chart.1"}'),
    ['lineage/invalid-identifier 14 ×1', 'lineage/invalid-identifier 14 ×1'],
  ],
  [
    'an external table of this run',
    withLine(
      edge(
        { type: 'external_table', database: 'shop', schema: 'public', table: 'orders' },
        internal('dashboard.1'),
      ),
    ),
    ['lineage/prefer-internal 14 ×1'],
  ],
  [
    'an external column of this run',
    withLine(
      edge(
        { type: 'external_column', database: 'shop', schema: 'public', table: 'orders', column: 'id' },
        internal('dashboard.1'),
      ),
    ),
    ['lineage/prefer-internal 14 ×1'],
  ],
  ['a typo in an external table', changed(11, 'invoices', 'invoises'), ['lineage/unknown-in-catalog 11 ×1']],
  [
    'a typo in an external column',
    changed(12, '"column": "total"', '"column": "totl"'),
    ['lineage/unknown-in-catalog 12 ×1'],
  ],
  [
    'a typo in the table of an external column',
    changed(12, 'invoices', 'invoises'),
    ['lineage/unknown-in-catalog 12 ×1'],
  ],
  [
    'an external table without its schema',
    changed(11, '"schema": "core", ', ''),
    ['lineage/underspecified-external 11 ×1'],
  ],
  [
    'an external table in another case',
    changed(11, 'invoices', 'Invoices'),
    ['lineage/external-case-mismatch 11 ×1'],
  ],
  [
    'an external column in another case',
    changed(12, '"column": "total"', '"column": "TOTAL"'),
    ['lineage/external-case-mismatch 12 ×1'],
  ],
  [
    'two external ends',
    withLine(
      edge(
        { type: 'external_table', database: 'erp', schema: 'core', table: 'invoices' },
        { type: 'external_table', database: 'erp', schema: 'core', table: 'payments' },
      ),
    ),
    ['lineage/no-internal-endpoint 14 ×1'],
  ],
  [
    'an external column to an external table',
    withLine(
      edge(
        { type: 'external_column', database: 'erp', schema: 'core', table: 'invoices', column: 'id' },
        { type: 'external_table', database: 'erp', schema: 'core', table: 'invoices' },
      ),
    ),
    ['lineage/unsupported-pair 14 ×1'],
  ],
  [
    'a query as the to end',
    withLine(edge(internal('chart.1'), { type: 'tables_from_query', sql: 'select 1' })),
    ['lineage/query-as-target 14 ×1'],
  ],
  [
    'a query from a query',
    withLine(
      edge({ type: 'tables_from_query', sql: 'select 1' }, { type: 'tables_from_query', sql: 'select (' }),
    ),
    ['lineage/query-as-target 14 ×1'],
  ],
  [
    'a query of a table that there is not',
    changed(13, 'core.invoices', 'core.invoises'),
    ['lineage/unknown-in-catalog 13 ×1'],
  ],
  [
    'a query that is cut',
    changed(13, 'invoices"', 'invoices where note = \'x"'),
    ['lineage/query-not-understood 13 ×1'],
  ],
  [
    'a query without a table',
    changed(13, 'select total from erp.core.invoices', 'select 1'),
    ['lineage/query-no-tables 13 ×1'],
  ],
  ['a line that is cut', () => SHOP.slice(0, -30), ['input/truncated 13 ×1']],
  [
    'a comma behind the last field',
    changed(5, '"sort_order": 2}', '"sort_order": 2,}'),
    ['input/invalid-json 5 ×1', 'lineage/dangling-internal 10 ×1'],
  ],
  [
    'a line as Python prints it',
    withLine("{'entity_type': 'table', 'databuilder_id': 'x'}"),
    ['input/invalid-json 14 ×1'],
  ],
  ['other text', withLine('done'), ['input/not-a-declaration 14 ×1']],
])('%s', async (_, broken, expected) => {
  expect(await found(broken())).toEqual(expected)
})
