import { expect, test } from 'vitest'
import { thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const outside = (schema: string, table: string) => ({
  type: 'external_table',
  database: 'shop',
  schema,
  table,
})
const chart = (id: string) => ({ type: 'internal_resource', databuilder_id: id })
const session = () =>
  plainSession(
    [
      thing('dashboard_group', 'default'),
      thing('dashboard', 'board', 'default'),
      thing('chart', 'net', 'board'),
      thing('chart', 'gross', 'board'),
    ],
    [
      { from_identifier: outside('public', 'orders'), to_identifier: chart('net') },
      { from_identifier: outside('public', 'orders'), to_identifier: chart('gross') },
      { from_identifier: outside('public', 'users'), to_identifier: chart('net') },
      { from_identifier: outside('billing', 'bills'), to_identifier: chart('net') },
    ],
  )

test('describe(key) tells of a schema outside this run where it is, what it holds and what it feeds', async () => {
  const told = (await (await session()).describe('outside:[null,"shop","public"]', 10))!
  expect(told).toMatchObject({
    name: 'shop.public',
    group: { kind: 'outside', holds: '2 tables' },
    declared: null,
    fields: [
      { name: 'database', value: 'shop' },
      { name: 'schema', value: 'public' },
    ],
    feedsIt: { total: 0 },
    itFeeds: { words: '2 charts in 1 dashboard', edges: 3 },
  })
  expect(told.around.map(({ name }) => name)).toEqual(['Outside this run', 'shop'])
  expect(told.inside.rows.map(({ name }) => name)).toEqual(['orders', 'users'])
  expect(told.itFeeds.rows.map(({ key }) => key)).toEqual(['id:board'])
})

test('describe(key) tells of all that is outside what is in it', async () => {
  const told = (await (await session()).describe('outside:', 10))!
  expect(told).toMatchObject({
    name: 'Outside this run',
    group: { holds: '3 tables' },
    around: [],
    fields: [],
  })
  expect(told.inside.rows.map(({ name }) => name)).toEqual(['shop'])
})

test('describe(key) of a table outside leads to the schema that it is in', async () => {
  const asked = await session()
  const { rows } = (await asked.describe('outside:[null,"shop","public"]', 10))!.inside
  const { around } = (await asked.describe(rows[0]!.key, 10))!
  expect(around.map(({ name }) => name)).toEqual(['Outside this run', 'shop', 'public'])
})

test('describe(key) is null for a group that no table is in', async () => {
  expect(await (await session()).describe('outside:[null,"shop","gone"]', 10)).toBeNull()
})
