import { expect, test } from 'vitest'
import { feeds, feedsByQuery, plainRun, thing } from '../plain-run.ts'
import { queryOf } from './query-details.ts'

const tables = ['orders', 'users', 'report'].map((id) => thing('table', id))

test('queryOf(graph, edges) has the whole SQL in pieces, with the tables that it reads marked', async () => {
  const sql = 'select *\nfrom "orders" o join USERS on o.id in (select id from Orders)'
  const { graph } = await plainRun(tables, [feeds('orders', 'report'), feedsByQuery(sql, 'report')])
  const { pieces, ...place } = queryOf(graph, [0])!
  expect(place).toEqual({ file: 'lineage.jsonl', line: 2 })
  expect(pieces.map(({ text }) => text).join('')).toBe(sql)
  expect(pieces.filter(({ read }) => read)).toEqual([
    { at: 14, text: '"orders"', read: 'here' },
    { at: 30, text: 'USERS', read: 'elsewhere' },
    { at: 63, text: 'Orders', read: 'here' },
  ])
})

test('queryOf(graph, edges) is null where no edge is out of a query', async () => {
  const { graph } = await plainRun(tables, [feeds('orders', 'report')])
  expect(queryOf(graph, [0])).toBeNull()
})

test('queryOf(graph, edges) cuts SQL that is very long', async () => {
  const sql = `select ${'x, '.repeat(100_000)} y from orders`
  const { graph } = await plainRun(tables, [feedsByQuery(sql, 'report')])
  const text = queryOf(graph, [0])!
    .pieces.map((piece) => piece.text)
    .join('')
  expect(text.endsWith('…')).toBe(true)
  expect(text.length).toBeLessThan(21_000)
})
