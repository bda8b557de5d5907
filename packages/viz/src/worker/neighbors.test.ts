import { expect, test } from 'vitest'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import { startSession } from './session.ts'

const LINES = [
  thing('database', 'db'),
  thing('schema', 'raw', 'db'),
  thing('schema', 'marts', 'db'),
  thing('table', 'a', 'raw'),
  thing('table', 'b', 'marts'),
  feeds('a', 'b'),
  feeds('gone', 'b'),
]
const told = async (key: string) => {
  const session = startSession({ now: () => 0, onProgress: () => {} })
  await session.open([
    { name: 'run.jsonl', blob: new Blob(LINES.map((line) => `${JSON.stringify(line)}\n`)) },
  ])
  const { feedsIt, itFeeds } = (await session.describe(key, 10))!
  return [feedsIt, itFeeds].map(({ rows }) => rows.map(({ name }) => name))
}

test('describe(key) names the very things that a table hangs on, and that hang on it', async () => {
  expect(await told('id:b')).toEqual([['a', 'gone'], []])
})

test('describe(key) of what nobody declares, and that is in nothing, names the very things too', async () => {
  expect(await told('id:gone')).toEqual([[], ['b']])
})

test('describe(key) of a schema names schemas', async () => {
  expect(await told('id:raw')).toEqual([[], ['marts']])
})

test('describe(key) counts the things at the ends, as a picture shows them, beside the places that they are in', async () => {
  const session = await plainSession(
    [
      ...['raw', 'marts', 'other'].map((id) => thing('schema', id)),
      ...['a', 'b'].map((id) => thing('table', id, 'raw')),
      thing('table', 'c', 'other'),
      thing('table', 'd', 'marts'),
    ],
    [feeds('a', 'd'), feeds('b', 'd'), feeds('c', 'd')],
  )
  const words = async (key: string) => {
    const { feedsIt, itFeeds } = (await session.describe(key, 10))!
    return [feedsIt, itFeeds].map(({ words: said, total, edges }) => [said, total, edges])
  }
  expect(await words('id:marts')).toEqual([
    ['3 tables in 2 schemas', 2, 3],
    ['0 things', 0, 0],
  ])
  expect((await words('id:d'))[0]).toEqual(['3 tables', 3, 3])
})

test('describe(key) counts a dashboard that is fed itself among those that hold what is fed', async () => {
  const session = await plainSession(
    [
      thing('database', 'shop'),
      thing('schema', 'raw', 'shop'),
      thing('table', 'a', 'raw'),
      thing('dashboard_group', 'all'),
      ...['one', 'two'].map((id) => thing('dashboard', id, 'all')),
      ...['one', 'two'].map((id) => thing('chart', `${id}.net`, id)),
    ],
    ['one', 'one.net', 'two.net'].map((id) => feeds('a', id)),
  )
  expect((await session.describe('id:raw', 10))!.itFeeds).toMatchObject({
    words: '3 things in 2 dashboards',
    total: 2,
  })
})
