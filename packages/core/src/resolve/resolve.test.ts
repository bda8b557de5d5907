import fc from 'fast-check'
import { expect, test } from 'vitest'
import { column, edge, external, graphOf, internal, resource } from '../../test/run-of.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'

const table = (id: string, title: string, schema?: string, database?: string) =>
  resource(id, 'table', { title, ...(schema && { schema }), ...(database && { database }) })

/** What each from end means, in the order of lines: its key. Every line leads to `end`. */
async function meaningsOf(declared: readonly object[], identifiers: readonly object[]): Promise<string[]> {
  const graph = await graphOf({
    'run.jsonl': [
      ...declared,
      resource('end', 'dashboard'),
      ...identifiers.map((from) => edge(from, internal('end'))),
    ],
  })
  return meanings(graph)
}

const meanings = (graph: LineageGraph): string[] =>
  Array.from({ length: graph.run.lineage.length }, (_, line) =>
    graph.keyOf(graph.nodeOfIdentifier(graph.run.lineage.from.at(line))),
  )

const shop = [
  table('1', 'orders', 'public', 'shop'),
  table('2', 'orders', 'public', 'crm'),
  table('3', 'users', 'public', 'shop'),
]

test('an internal resource is its id, byte for byte', async () => {
  const ids = ['__proto__', 'a b', ' a b', 'é', 'e\u0301', 'A', 'a', 'constructor', '\ud800', '\udc00']
  const graph = await graphOf({ 'run.jsonl': ids.map((id) => resource(id)) })
  expect(graph.nodeCount).toBe(ids.length)
  for (const [node, id] of ids.entries()) expect(graph.nodeOfId(id)).toBe(node)
  expect(graph.nodeOfId('a  b')).toBeUndefined()
})

test('an external table is the declared table that has every part that is given', async () => {
  expect(
    await meaningsOf(shop, [
      external('orders', 'public', 'crm'),
      external('orders', undefined, 'shop'),
      external('users'),
      external('users', 'public', 'shop', 'any cluster'),
    ]),
  ).toEqual(['id:2', 'id:1', 'id:3', 'id:3'])
})

test('an external table of another database is another table', async () => {
  expect(await meaningsOf(shop, [external('users', 'public', 'crm')])).toEqual([
    'table:[null,"crm","public","users"]',
  ])
})

test('an external table that fits several is a node of its own, never a guess', async () => {
  const declared = { 'run.jsonl': [...shop, edge(external('orders', 'public'), internal('3'))] }
  const graph = await graphOf(declared)
  const [candidates] = graph.resolution.externals.tables.candidates.values()
  expect(meanings(graph)).toEqual(['table:[null,null,"public","orders"]'])
  expect(candidates!.flat().map((node) => graph.idOf(node))).toEqual(['1', '2'])
})

test('an external table is looked up in exact case first, and folded only where nothing fits', async () => {
  const cased = [table('1', 'Orders', 'public'), table('2', 'orders', 'public')]
  expect(await meaningsOf(cased, [external('orders'), external('Orders', 'public')])).toEqual([
    'id:2',
    'id:1',
  ])
  expect(await meaningsOf([table('1', 'Orders', 'PUBLIC')], [external('ORDERS', 'public')])).toEqual(['id:1'])
})

test('a table without a schema fits only a mention that gives none', async () => {
  expect(
    await meaningsOf([table('1', 'orders')], [external('orders'), external('orders', 'public')]),
  ).toEqual(['id:1', 'table:[null,null,"public","orders"]'])
})

test('a resource without an entity type is no table and no column', async () => {
  const untyped = [
    { databuilder_id: '1', title: 'orders' },
    { databuilder_id: '2', title: 'id', parent_databuilder_id: '1' },
  ]
  expect(await meaningsOf(untyped, [external('orders'), column('id', 'orders')])).toEqual([
    'table:[null,null,null,"orders"]',
    'column:["table:[null,null,null,\\"orders\\"]","id"]',
  ])
})

test('an empty part is not given', async () => {
  expect(await meaningsOf(shop, [{ ...external('users'), schema: '', database: null }])).toEqual(['id:3'])
})

test('mentions that fit nothing join the fullest one when exactly one fits', async () => {
  const full = 'table:["c","d","s","t"]'
  expect(
    await meaningsOf(
      [],
      [external('t'), external('t', 's'), external('t', 's', 'd', 'c'), external('t', undefined, 'd')],
    ),
  ).toEqual([full, full, full, full])
  expect(await meaningsOf([], [external('t'), external('t', 's', 'd1'), external('t', 's', 'd2')])).toEqual([
    'table:[null,null,null,"t"]',
    'table:[null,"d1","s","t"]',
    'table:[null,"d2","s","t"]',
  ])
})

test('an external column is the declared column of its table, exact then folded, else one below the table', async () => {
  const declared = [
    ...shop,
    resource('3.id', 'column', { title: 'ID', parent_databuilder_id: '3' }),
    resource('3.name', 'column', { title: 'name', parent_databuilder_id: '3' }),
  ]
  expect(
    await meaningsOf(declared, [
      column('name', 'users'),
      column('id', 'users', 'public'),
      column('age', 'users'),
      column('x', 'y'),
    ]),
  ).toEqual([
    'id:3.name',
    'id:3.id',
    'column:["id:3","age"]',
    'column:["table:[null,null,null,\\"y\\"]","x"]',
  ])
})

test('a parent and a lineage end that nothing declares are missing resources, one for each id', async () => {
  const graph = await graphOf({
    'run.jsonl': [
      resource('a', 'column', { parent_databuilder_id: 'gone' }),
      edge(internal('gone'), internal('a')),
    ],
  })
  expect([graph.nodeCount, graph.kindOf(graph.nodeOfId('gone')!), graph.parentOf(0)]).toEqual([
    2,
    'missing',
    1,
  ])
})

test('the first declaration of an id stands, in the order of file names', async () => {
  const graph = await graphOf({ 'b.jsonl': [resource('x', 'chart')], 'a.jsonl': [resource('x', 'table')] })
  expect(graph.typeOf(graph.nodeOfId('x')!)).toBe('table')
})

test('what identifiers mean does not depend on the order of lines', async () => {
  const part = fc.constantFrom('a', 'b', 'A')
  const mention = fc.record(
    { table: part, schema: part, database: part, cluster: part },
    { requiredKeys: ['table'] },
  )
  const declaredTable = fc.record({ title: part, schema: part, database: part }, { requiredKeys: ['title'] })
  await fc.assert(
    fc.asyncProperty(
      fc.array(declaredTable, { maxLength: 4 }),
      fc
        .array(mention, { minLength: 1, maxLength: 8 })
        .chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
        ),
      async (tables, [mentions, order]) => {
        const declared = tables.map((fields, i) => resource(String(i), 'table', fields))
        const identifiers = mentions.map((parts) => ({ type: 'external_table', ...parts }))
        const inOrder = await meaningsOf(declared, identifiers)
        const shuffled = await meaningsOf(
          [...declared].reverse(),
          order.map((i) => identifiers[i]!),
        )
        expect(shuffled).toEqual(order.map((i) => inOrder[i]))
      },
    ),
  )
})
