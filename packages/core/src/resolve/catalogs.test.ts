import { describe, expect, test } from 'vitest'
import { column, edge, external, graphOf, internal, query, resource } from '../../test/run-of.ts'
import type { CatalogTable } from '../../test/with-catalog.ts'

const table = (id: string, title: string, schema?: string, database?: string) =>
  resource(id, 'table', { title, ...(schema && { schema }), ...(database && { database }) })

const orders: CatalogTable = {
  cluster: 'eu',
  database: 'shop',
  schema: 'public',
  table: 'orders',
  columns: ['id', 'Total'],
}

/** What each identifier means beside a catalog: its key. */
async function meaningsOf(
  catalog: readonly CatalogTable[],
  declared: readonly object[],
  identifiers: readonly object[],
): Promise<string[]> {
  const files = {
    'run.jsonl': [
      ...declared,
      resource('end', 'dashboard'),
      ...identifiers.map((from) => edge(from, internal('end'))),
    ],
  }
  const { run, ...graph } = await graphOf(files, { catalog }).then((graph) => ({
    run: graph.run,
    keyOf: (line: number) => graph.keyOf(graph.nodeOfIdentifier(graph.run.lineage.from.at(line))),
  }))
  return Array.from({ length: run.lineage.length }, (_, line) => graph.keyOf(line))
}
const key = (name: string, schema?: string, database?: string, cluster?: string) =>
  `table:${JSON.stringify([cluster ?? null, database ?? null, schema ?? null, name])}`
const FULL = key('orders', 'public', 'shop', 'eu')

test('a mention that fits one table of a catalog is that table, with all its parts', async () => {
  expect(
    await meaningsOf(
      [orders],
      [],
      [external('orders'), external('ORDERS', 'Public'), external('orders', 'public', 'shop', 'eu')],
    ),
  ).toEqual([FULL, FULL, FULL])
})

test('a table of a catalog that nobody mentions is no node', async () => {
  const graph = await graphOf({ 'run.jsonl': [resource('a')] }, { catalog: [orders] })
  expect(graph.nodeCount).toBe(1)
})

test('another cluster, database or schema is another table', async () => {
  expect(
    await meaningsOf(
      [orders],
      [],
      [
        external('orders', 'public', 'shop', 'us'),
        external('orders', 'public', 'crm'),
        external('orders', 'archive'),
      ],
    ),
  ).toEqual([key('orders', 'public', 'shop', 'us'), key('orders', 'public', 'crm'), key('orders', 'archive')])
})

test('a part that a table of a catalog lacks fits only a part not given, the cluster aside', async () => {
  const bare = { table: 'orders' }
  expect(
    await meaningsOf(
      [bare],
      [],
      [external('orders'), external('orders', 'public'), external('orders', undefined, undefined, 'eu')],
    ),
  ).toEqual([key('orders'), key('orders', 'public'), key('orders')])
})

test('tables of the run and of catalogs are looked up together, exact before folded', async () => {
  const upper = { schema: 'PUBLIC', table: 'ORDERS' }
  expect(
    await meaningsOf(
      [upper],
      [table('1', 'orders', 'public')],
      [external('ORDERS'), external('orders'), external('Orders')],
    ),
  ).toEqual([key('ORDERS', 'PUBLIC'), 'id:1', key('Orders')])
})

test('a table of a catalog that equals one of the run in all parts, the cluster aside, is that one', async () => {
  const declared = [table('1', 'orders', 'public', 'shop')]
  expect(await meaningsOf([orders, { ...orders, cluster: 'us' }], declared, [external('orders')])).toEqual([
    'id:1',
  ])
  expect(await meaningsOf([{ ...orders, database: 'crm' }], declared, [external('orders')])).toEqual([
    key('orders'),
  ])
})

test('an ambiguous mention and a table of a catalog with the same parts have keys of their own', async () => {
  const catalog = [{ table: 't' }, { table: 't', schema: 's', cluster: 'c' }]
  const keys = await meaningsOf(catalog, [], [external('t'), external('t', undefined, undefined, 'other')])
  expect(keys).toEqual([key('t'), 'catalog:[null,null,null,"t"]'])
})

describe('columns', () => {
  const columnKey = (table: string, name: string) => `column:${JSON.stringify([table, name])}`

  test('of a table of a catalog are found exact, then folded, by the name that the catalog has', async () => {
    expect(
      await meaningsOf(
        [orders],
        [],
        [
          column('id', 'orders'),
          column('total', 'orders'),
          column('TOTAL', 'Orders'),
          column('tax', 'orders'),
        ],
      ),
    ).toEqual([
      columnKey(FULL, 'id'),
      columnKey(FULL, 'Total'),
      columnKey(FULL, 'Total'),
      columnKey(FULL, 'tax'),
    ])
  })

  test('of a declared table are those that are declared and those that a catalog has', async () => {
    const declared = [
      table('1', 'orders', 'public', 'shop'),
      resource('1.id', 'column', { title: 'id', parent_databuilder_id: '1' }),
      resource('1.TOTAL', 'column', { title: 'TOTAL', parent_databuilder_id: '1' }),
    ]
    expect(
      await meaningsOf([orders], declared, [
        column('id', 'orders'),
        column('Total', 'orders'),
        column('total', 'orders'),
      ]),
    ).toEqual(['id:1.id', columnKey('id:1', 'Total'), columnKey('id:1', 'total')])
  })
})

test('a query reads tables of catalogs', async () => {
  const graph = await graphOf(
    {
      'run.jsonl': [
        resource('end', 'dashboard'),
        edge(query('select * from PUBLIC.ORDERS, x'), internal('end')),
      ],
    },
    { catalog: [orders] },
  )
  expect(Array.from({ length: 2 }, (_, i) => graph.keyOf(graph.fromOf(i)))).toEqual([FULL, key('x')])
})

test('mentions that fit the same tables and one more each share the list of what they have in common', async () => {
  const clusters = ['eu', 'us']
  const catalog: CatalogTable[] = [
    ...Array.from({ length: 50 }, (_, i) => ({ schema: `s${i}`, table: 'orders' })),
    ...clusters.map((cluster) => ({ cluster, schema: 'own', table: 'orders' })),
  ]
  const lines = clusters.map((cluster) =>
    edge(external('orders', undefined, undefined, cluster), internal('a')),
  )
  const graph = await graphOf({ 'run.jsonl': [resource('a'), ...lines] }, { catalog })
  const [one, other] = [...graph.resolution.externals.tables.candidates.values()]
  expect(one!.map(({ length }) => length)).toEqual([50, 1])
  expect(other![0]).toBe(one![0]) // else a million mentions of a million tables take a million times a million
})
