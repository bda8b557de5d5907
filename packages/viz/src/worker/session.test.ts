import { beforeAll, expect, test } from 'vitest'
import type { RunFacts } from './protocol.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { startSession } from './session.ts'

const jsonl = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
const steps: string[] = []
const session = startSession({
  readBytes: () => new ArrayBuffer(0),
  now: () => 0,
  onProgress: ({ step }) => void (steps.at(-1) !== step && steps.push(step)),
})
const wish = { level: null, off: [] as string[] }
let facts: RunFacts

beforeAll(async () => {
  facts = await session.open([
    {
      name: 'resources.jsonl',
      blob: jsonl([
        thing('database', 'db'),
        thing('schema', 's', 'db'),
        thing('table', 't', 's'),
        thing('column', 't.c', 't'),
        thing('column', 't.d', 't'),
        thing('table', 'u', 's'),
        thing('column', 'u.c', 'u'),
        thing('dashboard_group', 'g'),
        thing('dashboard', 'd', 'g'),
      ]),
    },
    {
      name: 'lineage.jsonl',
      blob: jsonl([
        feeds('t.c', 'u.c'),
        feeds('t.d', 'u.c'),
        feeds('u', 'd'),
        feeds('gone', 't'),
        feedsFromOutside('public', 'orders', 't'),
      ]),
    },
  ])
})

test('open(inputs) tells each step, and what it found', () => {
  expect(steps).toEqual(['read', 'resolve', 'check', 'lay out'])
  expect(facts).toMatchObject({ isEmpty: false, summary: { resources: 9, lineage: 5, errors: 1 } })
  expect(facts.files.map(({ lines }) => lines).sort()).toEqual([5, 9])
})

test('draw(wish) draws tables with the lineage of their columns rolled up', async () => {
  const { things: cards, lines } = await session.draw(wish)
  expect(cards.titles).toEqual(['t', 'u', 'd', 'gone', 'orders'])
  expect(cards.places).toEqual(['db.s', 'db.s', 'g', 'not declared', 'public'])
  expect([...lines.weights]).toEqual([2, 1, 1, 1])
  expect([...cards.errors]).toEqual([0, 0, 0, 1, 0])
})

test('draw(wish) accounts for every thing and every edge, whatever is switched off', async () => {
  for (const level of [0, 1, 2, null] as const)
    for (const off of [
      [],
      ['table'],
      ['@external', 'dashboard'],
      ['table', 'database', 'schema', '@missing'],
    ]) {
      const { tally, things: cards, lines } = await session.draw({ level, off })
      const { things, edges } = tally
      expect(things.drawn + things.folded + things.hidden + things.beyond).toBe(things.all)
      expect(edges.drawn + edges.folded + edges.hidden).toBe(edges.all)
      expect(lines.weights.reduce((sum, weight) => sum + weight, 0)).toBe(edges.drawn)
      expect(cards.sorts.some((sort) => off.includes(sort))).toBe(false)
    }
})

test('locate(key, wish) leads from a column to its table, and from a schema to what is drawn of it', async () => {
  expect(await session.locate('id:t.c', wish)).toEqual(['id:t'])
  expect(await session.locate('id:s', wish)).toEqual(['id:t', 'id:u'])
  expect(await session.locate('id:t.c', { ...wish, level: 0 })).toEqual(['id:db'])
  expect(await session.locate('id:nobody', wish)).toEqual([])
})

test('describe(key) of a table counts the edges of its columns at the tables on the other side', async () => {
  const table = await session.describe('id:u', 10)
  expect(table).toMatchObject({
    name: 'u',
    around: [{ name: 'db' }, { name: 's' }],
    feedsIt: { total: 1, rows: [{ name: 't', count: 2 }] },
    itFeeds: { total: 1, rows: [{ name: 'd', count: 1 }] },
    inside: { total: 1, rows: [{ name: 'u.c' }] },
  })
})

test('describe(key) of a column names the columns at the other ends', async () => {
  const column = await session.describe('id:u.c', 1)
  expect(column?.feedsIt).toMatchObject({ total: 2, rows: [{ key: 'id:t.c' }] })
})

test('describe(key) of a missing thing has its finding, and no declaration', async () => {
  const missing = await session.describe('id:gone', 10)
  expect(missing).toMatchObject({ sort: '@missing', declared: null })
  expect(missing?.findings.rows.map(({ rule }) => rule)).toEqual(['lineage/dangling-internal'])
})

test('describeEdge(from, to) has the edges behind a line, with their places', async () => {
  const edge = await session.describeEdge('id:t', 'id:u', wish, 10)
  expect(edge?.edges.total).toBe(2)
  expect(edge?.edges.rows[0]).toMatchObject({
    from: { key: 'id:t.c' },
    to: { key: 'id:u.c' },
    places: [{ file: 'lineage.jsonl', line: 1 }],
  })
  expect(await session.describeEdge('id:u', 'id:t', wish, 10)).toBeNull()
})

test('openAtFirst(wish) opens what is around the cards', async () => {
  expect(await session.openAtFirst(wish)).toEqual(['id:s', 'id:db', 'id:g'])
})

test('finding(fingerprint) leads to the thing', async () => {
  const { rows, errors, total } = await session.findings({
    mute: ['info', 'warning'],
    from: 0,
    count: 10,
    focus: null,
  })
  expect([errors, total]).toEqual([1, 1])
  expect(await session.finding(rows[0]!.fingerprint)).toMatchObject({
    rule: 'lineage/dangling-internal',
    things: [{ key: 'id:gone' }],
    frames: [{ file: 'lineage.jsonl', line: 4 }],
  })
})

test('describe(key) of what a CSV row declares has its fields, and the row', async () => {
  const header = 'col_name,col_description,database,schema,name\n'
  const csv = new Blob([`${header}Id,"the number,\nalone",shop,public,orders\n`])
  const ofCsv = startSession({
    readBytes: () => {
      throw new Error('nothing is read before it is known')
    },
    now: () => 0,
    onProgress: () => {},
  })
  await ofCsv.open([{ name: 'upload.csv', blob: csv }])
  expect((await ofCsv.describe('id:csv:shop.public.orders.id', 1))?.declared).toBeNull()

  const bytes = await csv.arrayBuffer()
  const readable = startSession({
    readBytes: (part) => bytes.slice(bytes.byteLength - part.size),
    now: () => 0,
    onProgress: () => {},
  })
  await readable.open([{ name: 'upload.csv', blob: csv }])
  expect(await readable.describe('id:csv:shop.public.orders.id', 1)).toMatchObject({
    name: 'id',
    fields: [
      { name: 'entity_type', value: 'column' },
      { name: 'databuilder_id', value: 'csv:shop.public.orders.id' },
      { name: 'parent_databuilder_id', value: 'csv:shop.public.orders' },
      { name: 'title', value: 'id' },
      { name: 'description', value: 'the number,\nalone' },
    ],
    declared: { file: 'upload.csv', line: 2, text: 'Id,"the number,\nalone",shop,public,orders' },
  })
})
