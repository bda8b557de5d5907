import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
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
    group: 'outside',
    holds: '2 tables',
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
    holds: '3 tables',
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

test('what is inside a container is told alike in its details, and where it is drawn open or closed', async () => {
  const asked = await plainSession(
    [
      thing('dashboard_group', 'workbook'),
      ...['full', 'empty'].map((id) => thing('dashboard', id, 'workbook')),
      ...['a', 'b'].map((id) => thing('table', id, 'workbook')),
      thing('chart', 'within', 'full'),
    ],
    [],
  )
  const placeAt = async (level: number): Promise<string> =>
    (await asked.draw({ ...shownOf(FIRST_VIEW), level, isNarrow: false }))!.things.places[0]!
  const told = '2 tables · 2 dashboards · 1 chart'
  expect([await placeAt(0), await placeAt(1)]).toEqual([told, told])
  expect((await asked.describe('id:workbook', 10))!.holds).toBe(told)
})
