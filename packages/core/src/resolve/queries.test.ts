import { describe, expect, test } from 'vitest'
import { edge, external, graphOf, internal, query, resource, type Around } from '../../test/run-of.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'

const table = (id: string, title: string, schema?: string, database?: string) =>
  resource(id, 'table', { title, ...(schema && { schema }), ...(database && { database }) })

/** Lines that all lead to `end`. */
const runOf = (declared: readonly object[], froms: readonly object[]) => ({
  'run.jsonl': [
    ...declared,
    resource('end', 'dashboard'),
    ...froms.map((from) => edge(from, internal('end'))),
  ],
})

/** The edges by the keys of their ends, with the number of lines behind each. */
const edgesIn = (graph: LineageGraph): string[] =>
  Array.from({ length: graph.edgeCount }, (_, index) => {
    const lines = graph.linesOf(index).length
    return `${graph.keyOf(graph.fromOf(index))} → ${graph.keyOf(graph.toOf(index))}${lines > 1 ? ` ${lines}×` : ''}`
  })

/** What queries and tables that all lead to one thing are found to be. */
async function sources(
  declared: readonly object[],
  froms: readonly object[],
  around?: Around,
): Promise<string[]> {
  return edgesIn(await graphOf(runOf(declared, froms), around)).map((edge) => edge.split(' → ')[0]!)
}
const key = (name: string, schema?: string, database?: string, cluster?: string) =>
  `table:${JSON.stringify([cluster ?? null, database ?? null, schema ?? null, name])}`

test('each table that a query reads gets an edge of its own, and the query is no node', async () => {
  const sql = 'select * from public.orders o join USERS u on o.user = u.id'
  const graph = await graphOf(runOf([table('1', 'orders', 'public'), table('2', 'users')], [query(sql)]))
  expect(edgesIn(graph)).toEqual(['id:1 → id:end', 'id:2 → id:end'])
  expect(graph.nodeCount).toBe(3)
})

test('one line gives an edge once, however often and in whatever case its query names the table', async () => {
  const sql = 'select * from orders union select * from ORDERS union select * from public.Orders'
  const graph = await graphOf(
    runOf([table('1', 'orders', 'public')], [query(sql), query(sql), internal('1')]),
  )
  expect(edgesIn(graph)).toEqual(['id:1 → id:end 3×'])
  expect([...graph.linesOf(0)]).toEqual([0, 1, 2])
  expect(graph.placesOf(0).map(({ line }) => line)).toEqual([3, 4, 5])
})

test('graph.readsOf(edge) says where the queries behind it name the table', async () => {
  const sql = 'select * from orders, users where id in (select id from ORDERS)'
  const graph = await graphOf(
    runOf([table('1', 'orders'), table('2', 'users')], [query(sql), internal('1'), query('table orders')]),
  )
  const reads = (index: number) =>
    graph.readsOf(index).map(({ line, query, places }) => {
      const text = graph.run.strings.get(graph.run.identifiers.nameOf(query))
      return [line, ...places.map(({ start, end }) => text.slice(start, end))]
    })
  expect(reads(0)).toEqual([
    [0, 'orders', 'ORDERS'],
    [2, 'orders'],
  ])
  expect(reads(1)).toEqual([[0, 'users']])
})

test('a query that reads nothing gives no edge, and one that leads to a query is not read', async () => {
  const graph = await graphOf({
    'run.jsonl': [
      edge(query('select 1'), internal('a')),
      edge(query('select * from t'), query('select * from u')),
      edge(internal('a'), query('select * from u')),
    ],
  })
  expect([graph.nodeCount, graph.edgeCount, graph.run.lineage.length]).toEqual([1, 0, 3])
})

test('buildGraph(run, { dialect }) reads queries by the rules of the dialect', async () => {
  const files = runOf([], [query('select * from `shop.public.orders`')])
  const keysFor = async (dialect: string) => edgesIn(await graphOf(files, { dialect }))
  expect(await keysFor('bigquery')).toEqual([`${key('orders', 'public', 'shop')} → id:end`])
  expect(await keysFor('mysql')).toEqual([`${key('shop.public.orders')} → id:end`])
})

test('a table of a query is looked up in exact case, then folded, and several that fit are a node of its own', async () => {
  const cased = [table('1', 'Orders', 'public'), table('2', 'orders', 'public'), table('3', 'users')]
  expect(await sources(cased, [query('select * from "Orders", orders, ORDERS, Users')])).toEqual([
    'id:1',
    'id:2',
    key('ORDERS'),
    'id:3',
  ])
})

describe('tables of queries that fit nothing', () => {
  test('are the only declared mention that equals them when folded', async () => {
    expect(await sources([], [external('Orders', 'public'), query('select * from PUBLIC.orders')])).toEqual([
      key('Orders', 'public'),
    ])
  })

  test('are nodes of their own where declared mentions say that case matters', async () => {
    expect(
      await sources([], [external('Orders'), external('ORDERS'), query('select * from orders, "Orders"')]),
    ).toEqual([key('Orders'), key('ORDERS'), key('orders')])
  })

  test('are one thing where only case tells them apart', async () => {
    expect(await sources([], [query('select * from ORDERS'), query('select * from Orders, orders')])).toEqual(
      [key('orders')],
    )
  })

  test('join the only fullest mention, in whatever case', async () => {
    const full = key('Orders', 'public', 'shop')
    expect(
      await sources([], [external('Orders', 'public', 'shop'), query('select * from ORDERS, PUBLIC.ORDERS')]),
    ).toEqual([full])
    expect(await sources([], [external('orders'), query('select * from PUBLIC.Orders')])).toEqual([
      key('Orders', 'PUBLIC'),
    ])
  })

  test('join no mention where two fullest ones fit, in whatever case', async () => {
    expect(
      await sources([], [external('orders'), external('orders', 'a'), query('select * from B.ORDERS')]),
    ).toEqual([key('orders'), key('orders', 'a'), key('ORDERS', 'B')])
    expect(await sources([], [query('select * from orders, a.ORDERS, b.orders')])).toEqual([
      key('orders'),
      key('ORDERS', 'a'),
      key('orders', 'b'),
    ])
  })
})

test('a query with very many tables takes no longer than they are many', async () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `s.t${i}`)
  const graph = await graphOf(
    runOf([], [query(`select * from ${names.join(', ')}`), query(`select 1 from ${names.join(', ')}`)]),
  )
  expect([graph.edgeCount, graph.linesOf(19_999).length]).toEqual([20_000, 2])
})
