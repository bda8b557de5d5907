import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogOf, inOrder, tablesIn, workspaceOf, type CatalogTable } from '../../../test/catalog-of.ts'
import { resource, runOf } from '../../../test/run-of.ts'

describe('a catalog of lines', () => {
  test('names tables, by as many parts as it gives, and their columns', async () => {
    const lines = [
      { table: 'a' },
      { cluster: 'c', database: 'd', schema: 's', table: 'a', columns: ['x', 'y'] },
      { cluster: '', database: null, schema: 's', table: 'a', columns: [{ name: 'z', type: 'int' }] },
    ]
    expect(await catalogOf({ 'tables.jsonl': lines })).toEqual(
      inOrder([
        { table: 'a', columns: [] },
        { table: 'a', cluster: 'c', database: 'd', schema: 's', columns: ['x', 'y'] },
        { table: 'a', schema: 's', columns: ['z'] },
      ]),
    )
  })

  test('has a table once, with the columns of all its lines', async () => {
    const lines = [
      { schema: 's', table: 'a', columns: ['x'] },
      { schema: 's', table: 'a', columns: ['x', 'y'] },
    ]
    expect(await catalogOf({ 'a.jsonl': lines, 'b.jsonl': lines })).toEqual([
      { table: 'a', schema: 's', columns: ['x', 'y'] },
    ])
  })

  test('may be a list in one document', async () => {
    const text = JSON.stringify([{ table: 'a' }, { schema: 's', table: 'b' }], null, 2)
    expect(await catalogOf({ 'tables.json': text })).toEqual([
      { table: 'a', columns: [] },
      { table: 'b', schema: 's', columns: [] },
    ])
  })
})

describe('a catalog that is the run of another integration', () => {
  const table = resource('t.1', 'table', { title: 'orders', schema: 'public', database: 'shop' })
  const column = { entity_type: 'column', databuilder_id: 'c.1', parent_databuilder_id: 't.1', title: 'id' }
  const expected = [{ table: 'orders', schema: 'public', database: 'shop', columns: ['id'] }]

  test.each([
    ['in one file', { 'run.jsonl': [table, column] }],
    ['columns before their table', { 'run.jsonl': [column, table] }],
    ['columns in another file', { 'a.jsonl': [column], 'b.jsonl': [table] }],
    ['columns in a file of another folder', { 'a/columns.jsonl': [column], 'b/tables.jsonl': [table] }],
    [
      'among the rest of it',
      { 'run.jsonl': [resource('d', 'dashboard'), table, column, { from_identifier: 1 }] },
    ],
  ])('names its tables and their columns: %s', async (_, files) => {
    expect(await catalogOf(files)).toEqual(expected)
  })

  test('keeps the ids of another run apart', async () => {
    const other = { ...table, title: 'visits' }
    expect(
      await catalogOf({
        'a/run.jsonl': [table, column],
        'b/run.jsonl': [{ ...column, title: 'page' }, other],
      }),
    ).toEqual([expected[0], { table: 'visits', schema: 'public', database: 'shop', columns: ['page'] }])
  })

  test('names a table without an id, and none without a title', async () => {
    const lines = [
      { entity_type: 'table', title: 'a' },
      { entity_type: 'table', databuilder_id: 'b' },
    ]
    expect(await catalogOf({ 'run.jsonl': lines })).toEqual([{ table: 'a', columns: [] }])
  })

  test('adds nothing to the run that it is beside', async () => {
    const { resources, lineage, problems } = await workspaceOf({ 'run.jsonl': [table, column] })
    expect([resources.length, lineage.length, problems]).toEqual([0, 0, []])
  })
})

describe('a catalog of CSV', () => {
  const expected = [
    { table: 'customers', database: 'shop', columns: [] },
    { table: 'orders', schema: 'public', database: 'shop', columns: ['id', 'total'] },
  ]
  test.each([
    [
      'with columns in a cell',
      'database,schema,table,columns\nshop,public,orders,"id, total"\nshop,,customers,\n',
    ],
    [
      'with a row for each column',
      'database;schema;table;column\nshop;public;orders;id\nshop;public;orders;total\nshop;;customers;\n',
    ],
    [
      'of information_schema, in any order and case, with more columns',
      '"Column_Name","TABLE_NAME","data_type","table_catalog","TABLE_SCHEMA"\r\n"id","orders","numeric(1,2)","shop","public"\r\n"total","orders","","shop","public"\r\n"","customers","","shop",""\r\n',
    ],
    [
      'as Secoda takes it, which lowers the names of columns',
      'col_name,col_type,name,database,schema\nID,int,orders,shop,public\nTotal,int,orders,shop,public\n,,customers,shop,\n',
    ],
  ])('%s', async (_, text) => {
    expect(await catalogOf({ 'catalog.csv': text })).toEqual(expected)
  })

  test('reads the cluster, and a row that is short', async () => {
    expect(await catalogOf({ 'catalog.csv': 'table,cluster,database\na,c\n' })).toEqual([
      { table: 'a', cluster: 'c', columns: [] },
    ])
  })
})

describe('a catalog of dbt', () => {
  const node = { resource_type: 'model', database: 'd', schema: 's', name: 'n', columns: {} }
  test('manifest.json names relations as the warehouse does, and leaves out what is none there', async () => {
    const manifest = {
      sources: {
        s1: { database: 'd', schema: 'raw', name: 'n', identifier: 'n_v2' },
        s2: { ...node, resource_type: 'source', name: 'plain', identifier: null, database: null },
      },
      nodes: {
        alias: { ...node, alias: 'other' },
        none: { ...node, alias: 'ephemeral', config: { materialized: 'ephemeral' } },
        test: { ...node, resource_type: 'test' },
        analysis: { ...node, resource_type: 'analysis' },
        seed: { ...node, resource_type: 'seed', name: 'seed', columns: { A: { name: 'a' }, b: {} } },
        snapshot: { ...node, resource_type: 'snapshot', name: 'snapshot', alias: '' },
      },
      disabled: { 'model.x': [{ ...node, name: 'disabled' }] },
    }
    manifest.sources.s1 = { ...manifest.sources.s1, ...{ resource_type: 'source' } }
    expect(await catalogOf({ 'target/manifest.json': JSON.stringify(manifest) })).toEqual(
      inOrder([
        { table: 'n_v2', database: 'd', schema: 'raw', columns: [] },
        { table: 'plain', schema: 's', columns: [] },
        { table: 'other', database: 'd', schema: 's', columns: [] },
        { table: 'seed', database: 'd', schema: 's', columns: ['a', 'b'] },
        { table: 'snapshot', database: 'd', schema: 's', columns: [] },
      ]),
    )
  })

  test('catalog.json names what the warehouse has', async () => {
    const catalog = {
      nodes: {
        'model.x': { metadata: { name: 'A', schema: 'S', database: 'D' }, columns: { X: { name: 'X' } } },
      },
      sources: { 'source.x': { metadata: { name: 'b', schema: 's', database: null }, columns: {} } },
      errors: null,
    }
    expect(await catalogOf({ 'x.json': JSON.stringify(catalog, null, 1) })).toEqual([
      { table: 'A', database: 'D', schema: 'S', columns: ['X'] },
      { table: 'b', schema: 's', columns: [] },
    ])
  })
})

test('readRun(sources, { workspace }) counts a catalog in no figure of the run', async () => {
  const { files } = await workspaceOf({
    'lineage.jsonl': [{ table: 'a', columns: ['x'] }, {}],
    'b.csv': 'table\nb\n',
  })
  expect(files).toMatchObject([
    { name: 'b.csv', role: 'catalog', lineCount: 2, namedCount: 1, declarationCount: 1 },
    { name: 'lineage.jsonl', role: 'catalog', lineCount: 2, namedCount: 1, declarationCount: 1 },
  ])
})

test('readRun(sources) has no catalog where none is given', async () => {
  expect((await runOf({ 'a.jsonl': [resource('a')] })).catalog).toBeUndefined()
  expect((await workspaceOf({})).catalog).toBeDefined()
})

describe('any catalog', () => {
  const hostile = fc.constantFrom(
    '__proto__',
    'constructor',
    'a.b',
    'a"b',
    "a'b",
    'ä€😀',
    'a,b;c',
    'a\nb',
    'a\tb',
    '[x]',
    '{',
    '\u202eabc',
    'NULL',
    'null',
    '\\',
  )
  /** Blanks at the ends would be trimmed out of a cell of names, a byte-order mark off the head of a file. */
  const name = fc.oneof(hostile, fc.string({ minLength: 1, maxLength: 6, unit: 'binary' })).filter(isPlain)
  const part = fc.option(name, { nil: undefined })
  const table = fc
    .record({ table: name, database: part, schema: part, columns: fc.array(name, { maxLength: 3 }) })
    .map(({ table, database, schema, columns }): CatalogTable => ({
      table,
      ...(database !== undefined && { database }),
      ...(schema !== undefined && { schema }),
      columns,
    }))
  const tables = fc.uniqueArray(table, {
    maxLength: 5,
    selector: ({ table, database, schema }) => JSON.stringify([table, database, schema]),
  })
  const cell = (text = ''): string => `"${text.replaceAll('"', '""')}"`
  const rows = (header: string, all: readonly string[][]): string =>
    [header, ...all.map((cells) => cells.map(cell).join(','))].map((row) => `${row}\n`).join('')
  const aRowEach = ({ columns }: CatalogTable): readonly string[] => (columns.length > 0 ? columns : [''])

  const UPLOAD = 'rows of Secoda’s upload'
  const forms: Readonly<Record<string, (all: readonly CatalogTable[]) => string>> = {
    lines: (all) => all.map((one) => `${JSON.stringify(one)}\n`).join(''),
    'lines, columns as objects': (all) =>
      all
        .map((one) => ({ ...one, columns: one.columns.map((name) => ({ type: 'x', name })) }))
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    'a list': (all) => JSON.stringify(all, null, 2),
    'a run': (all) =>
      all
        .flatMap(({ table, database, schema, columns }, i) => [
          ...columns.map((title) => ({ entity_type: 'column', parent_databuilder_id: `t${i}`, title })),
          { entity_type: 'table', databuilder_id: `t${i}`, title: table, database: database ?? null, schema },
        ])
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    'rows with columns in a cell': (all) =>
      rows(
        'schema,table,database,columns',
        all.map(({ table, database = '', schema = '', columns }) => [
          schema,
          table,
          database,
          JSON.stringify(columns),
        ]),
      ),
    'rows of information_schema': (all) =>
      rows(
        'TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,COLUMN_NAME,DATA_TYPE',
        all.flatMap((one) =>
          aRowEach(one).map((name) => [one.database ?? '', one.schema ?? '', one.table, name, 'text']),
        ),
      ),
    [UPLOAD]: (all) =>
      rows(
        'col_name,name,description,database,schema',
        all.flatMap((one) =>
          aRowEach(one).map((name) => [name, one.table, 'x', one.database ?? '', one.schema ?? '']),
        ),
      ),
    'dbt’s manifest': (all) =>
      JSON.stringify({
        nodes: Object.fromEntries(
          all.map(({ table, columns, ...rest }, i) => [
            `model.${i}`,
            { resource_type: 'model', name: 'other', alias: table, ...rest, columns: byName(columns) },
          ]),
        ),
        macros: { '}': '{"' },
      }),
    'dbt’s catalog': (all) =>
      JSON.stringify(
        {
          sources: Object.fromEntries(
            all.map(({ table, columns, ...rest }, i) => [
              `source.${i}`,
              { metadata: { name: table, ...rest }, columns: byName(columns) },
            ]),
          ),
        },
        null,
        1,
      ),
  }

  test.each(Object.entries(forms))('reads back as it was written: %s', async (form, write) => {
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        const run = await workspaceOf({ catalog: write(all) })
        expect(run.problems).toEqual([])
        const lowered = all.map((one) => ({ ...one, columns: one.columns.map((name) => name.toLowerCase()) }))
        expect(tablesIn(run)).toEqual(inOrder(form === UPLOAD ? lowered : all))
      }),
    )
  })

  test('is the same set whatever the order of its lines and files', async () => {
    await fc.assert(
      fc.asyncProperty(tables, tables, async (one, other) => {
        const write = forms['a run']!
        const lines = write(one).split('\n').reverse().join('\n')
        expect(await catalogOf({ 'a/x': lines, 'b/x': write(other) })).toEqual(
          await catalogOf({ 'a/x': write(other), 'b/x': write(one) }),
        )
      }),
    )
  })
})

function isPlain(name: string): boolean {
  return (
    name.trim() === name &&
    !/\ufeff|[\ud800-\udfff]/.test(name.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))
  )
}

/** As dbt has columns: by name, which may be another than the one inside. */
const byName = (columns: readonly string[]): unknown =>
  Object.fromEntries(columns.map((name, i) => [`column ${i}`, { name }]))
