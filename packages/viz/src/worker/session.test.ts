import { beforeAll, expect, test } from 'vitest'
import { FORMS, ROLES, type Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import type { RunFacts } from './answers/run-facts.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { startSession } from './session.ts'

const jsonl = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
const steps: string[] = []
const session = startSession({
  readBytes: () => new ArrayBuffer(0),
  now: () => 0,
  onProgress: ({ step }) => void (steps.at(-1) !== step && steps.push(step)),
})
const MAP: PictureWish = { ...shownOf(FIRST_VIEW), isNarrow: false }
const lineageOf = (focus: string, more: Partial<PictureWish> = {}): PictureWish => ({
  ...MAP,
  kind: 'lineage',
  focus,
  ...more,
})
/** A picture, which nobody has wished for another one in the meantime. */
const drawn = async (wish: PictureWish): Promise<Picture> => {
  const picture = await session.draw(wish)
  if (!picture) throw new Error('nothing was drawn')
  return picture
}
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
  expect(steps).toEqual(['unpack', 'read', 'resolve', 'check', 'lay out'])
  expect(facts).toMatchObject({
    ...{ isEmpty: false, unread: 0 },
    summary: { resources: 9, lineage: 5, errors: 1 },
  })
  expect(facts.files.map(({ lines }) => lines).sort()).toEqual([5, 9])
})

test('draw(map) opens as far as it can be read, with the lineage of columns rolled up to their tables', async () => {
  const { view, level, things, lines, waffles, lane } = await drawn(MAP)
  expect([view, level]).toEqual(['map', 2])
  expect(things.titles).toEqual(['db', 's', 't', 'u', 'g', 'd', 'gone', 'public.orders'])
  expect(Array.from(things.forms, (form) => FORMS[form])).toEqual([
    ...['box', 'box', 'tile', 'tile', 'box', 'tile', 'tile', 'tile'],
  ])
  expect([...things.box]).toEqual([-1, 0, 1, 1, -1, 4, -1, -1])
  expect(things.places).toEqual([
    ...['1 schema · 2 tables', '2 tables', '2 columns', '1 column', '1 dashboard', '', '', ''],
  ])
  expect([...lines.weights]).toEqual([2, 1, 1, 1])
  expect([...things.errors]).toEqual([0, 0, 0, 0, 0, 0, 1, 0])
  expect(Array.from(things.roles, (role) => ROLES[role]).slice(5)).toEqual(['declared', 'ghost', 'outside'])
  expect(waffles.marks).toHaveLength(0)
  expect(lane).not.toBeNull()
})

test('draw(map) of a closed container has a mark for each thing inside, and its edges are folded', async () => {
  const { things, waffles, tally, lines } = await drawn({ ...MAP, level: 0 })
  expect(things.titles.slice(0, 2)).toEqual(['db', 'g'])
  expect(things.places.slice(0, 2)).toEqual(['1 schema · 2 tables', '1 dashboard'])
  expect([...waffles.starts]).toEqual([0, 2, 3, 3, 3, 4])
  expect(waffles.sorts.slice(0, 2)).toEqual(['table', 'dashboard'])
  expect(tally.edges).toMatchObject({ all: 5, drawn: 3, folded: 2, hidden: 0 })
  expect(lines.count).toBe(3)
})

test('draw(map) shows the columns of an opened table as rows, and lines end at them', async () => {
  const { things, rows, lines } = await drawn({ ...MAP, opened: ['id:u'] })
  const [t, u] = [things.keys.indexOf('id:t'), things.keys.indexOf('id:u')]
  expect(FORMS[things.forms[u]!]).toBe('card')
  expect([rows.keys, [...rows.y], [...rows.traced]]).toEqual([['id:u.c'], [56], [1]])
  const [line, ofTable] = [lines.toRow.indexOf(0), lines.from.indexOf(u)]
  expect([lines.from[line], lines.to[line], lines.weights[line]]).toEqual([t, u, 2])
  // What is of no column leaves the middle of the header: at that of the side it would seem to be of the column there.
  expect(lines.curves[lines.starts[ofTable]! + 1]).toBe(things.y[u]! + 22)
})

test('draw(lineage) shows what feeds the focus and what it feeds, hop by hop, and what waits', async () => {
  const near = await drawn(lineageOf('id:u', { up: 1, down: 1 }))
  expect(near.things.keys).toEqual(['id:t', 'id:u', 'id:d'])
  expect(near.focus).toBe(1)
  expect([...near.things.waitsUp]).toEqual([2, 0, 0])
  expect(near.ruler?.map(({ layer, furthest, drawn, waiting }) => [layer, furthest, drawn, waiting])).toEqual(
    [
      [-1, 1, 1, 2],
      [0, 0, 1, 0],
      [1, 1, 1, 0],
    ],
  )
  expect(near.rows.keys).toEqual(['id:t.c', 'id:t.d', 'id:u.c'])
  expect(near.tally.edges).toEqual({ all: 5, drawn: 3, folded: 0, hidden: 0, beyond: 2 })
  const further = await drawn(
    lineageOf('id:u', { up: 1, expanded: [{ key: 'id:t', side: 'up', far: false }] }),
  )
  expect(further.things.keys).toContain('id:gone')
  const upstream = await drawn(lineageOf('id:u', { direction: 'up', columns: 'none' }))
  expect(upstream.things.keys).not.toContain('id:d')
  expect(upstream.rows.count).toBe(0)
})

test('draw(lineage) of a column follows columns, and marks its row', async () => {
  const { things, rows, focusRow, tally } = await drawn(lineageOf('id:t.d'))
  expect(things.keys).toEqual(['id:t', 'id:u'])
  expect(rows.keys[focusRow]).toBe('id:t.d')
  expect(tally.edges).toMatchObject({ drawn: 1, beyond: 4 })
})

test('draw(lineage) of nothing, or of what is not there, says so and draws nothing', async () => {
  for (const [focus, notice] of [
    [null, /Choose a thing/],
    ['id:nobody', /not in this run/],
  ] as const) {
    const { things, notices } = await drawn({ ...MAP, kind: 'lineage', focus })
    expect(things.count).toBe(0)
    expect(notices).toEqual([expect.stringMatching(notice)])
  }
})

test('draw(lineage) between two ends shows the way, or says that there is none', async () => {
  const path = { from: 'id:gone', to: 'id:d', takes: 'shortest', columns: false } as const
  const way = await drawn(lineageOf('id:u', { path }))
  expect(way.things.keys).toEqual(['id:t', 'id:u', 'id:d', 'id:gone'])
  const back = await drawn(lineageOf('id:u', { path: { ...path, from: 'id:d', to: 'id:t' } }))
  expect(back.notices).toEqual(['No lineage leads from d to t, but the other way round.'])
})

test('draw(wish) accounts for every thing and every edge, whatever is left out', async () => {
  for (const wish of [MAP, { ...MAP, level: 0 }, lineageOf('id:u')])
    for (const filter of [
      { off: ['table'] },
      { off: ['@external', 'dashboard'] },
      { off: ['table', 'database', 'schema', '@missing'] },
      { hide: ['id:s'] },
      { only: ['error'] },
      { off: ['column'] },
    ]) {
      const { tally, things, rows, lines } = await drawn({ ...wish, ...filter })
      const { things: ofThings, edges } = tally
      expect(ofThings.drawn + ofThings.folded + ofThings.hidden + ofThings.beyond).toBe(ofThings.all)
      expect(edges.drawn + edges.folded + edges.hidden + edges.beyond).toBe(edges.all)
      expect(lines.weights.reduce((sum, weight) => sum + weight, 0)).toBe(edges.drawn)
      const own = things.keys.filter((key) => !key.startsWith('outside:'))
      expect(own.length + rows.count).toBe(ofThings.drawn)
      // What the lineage view is about is there whatever is switched off.
      const others = things.sorts.filter((_, i) => wish.kind === 'map' || things.keys[i] !== 'id:u')
      for (const sort of 'off' in filter ? filter.off : []) expect(others).not.toContain(sort)
    }
})

test('draw(lineage) keeps what it is about when its sort is switched off, and the legend the others beside it', async () => {
  const { things, legend } = await drawn(lineageOf('id:u', { off: ['table'] }))
  expect(things.keys).toContain('id:u')
  expect(legend.map(({ sort, off }) => [sort, off])).toContainEqual(['table', true])
  expect(legend.some(({ sort, count }) => sort !== 'table' && count > 0)).toBe(true)
  const hidden = await drawn(lineageOf('id:u', { hide: ['id:u'] }))
  expect(hidden.things.keys).toEqual([])
})

test('draw(wish) gives a newer wish the way: the older one is answered with nothing', async () => {
  const answers = await Promise.all([
    session.draw({ ...MAP, level: 1, off: ['chart'] }),
    session.draw({ ...MAP, level: 0, off: ['chart'] }),
  ])
  expect(answers[0]).toBeNull()
  expect(answers[1]?.level).toBe(0)
})

test('draw(wish) of what was drawn before is the same picture, and things keep their places when others appear', async () => {
  const before = await drawn(MAP)
  const opened = await drawn({ ...MAP, closed: ['id:g'] })
  expect(await drawn(MAP)).toBe(before)
  for (const key of ['id:db', 'id:t']) {
    const [one, other] = [before.things.keys.indexOf(key), opened.things.keys.indexOf(key)]
    expect([opened.things.x[other], opened.things.y[other]]).toEqual([
      before.things.x[one],
      before.things.y[one],
    ])
  }
})

test('locate(key, wish) leads from a column to its table, and to the closed container around it', async () => {
  expect(await session.locate('id:t.c', MAP)).toEqual(['id:t'])
  expect(await session.locate('id:s', MAP)).toEqual(['id:s'])
  expect(await session.locate('id:t.c', { ...MAP, level: 0 })).toEqual(['id:db'])
  expect(await session.locate('outside:', MAP)).toEqual(['table:[null,null,"public","orders"]'])
  expect(await session.locate('id:nobody', MAP)).toEqual([])
  expect(await session.locate('id:gone', lineageOf('id:u', { up: 1 }))).toEqual([])
})

test('around(key) names what must be open for the Map to show a thing', async () => {
  expect(await session.around('id:t.c')).toEqual(['id:db', 'id:s'])
  expect(await session.around('id:nobody')).toEqual([])
})

test('settle(view) drops what the run does not have', async () => {
  const view = { ...FIRST_VIEW, opened: ['id:s', 'id:x', 'stack:fan:id:t', 'stack:fan:id:x', 'outside:'] }
  expect((await session.settle(view)).opened).toEqual(['id:s', 'stack:fan:id:t', 'outside:'])
})

test('settle(view, level) names the level at which the Map was open where this run opens at another', async () => {
  const { opensAt } = await drawn(MAP)
  const settled = async (level: number | null, before: number) =>
    (await session.settle({ ...FIRST_VIEW, level }, before)).level
  expect(await settled(null, opensAt)).toBeNull()
  expect(await settled(null, opensAt - 1)).toBe(opensAt - 1)
  expect(await settled(0, opensAt - 1)).toBe(0)
})

test('paths(from, to, wish) lists the ways, between tables or between columns', async () => {
  const found = await session.paths('id:gone', 'id:d', MAP, 10)
  expect(found.ways.map((way) => way.map(({ name }) => name))).toEqual([['gone', 't', 'u', 'd']])
  expect(found).toMatchObject({
    counts: { shortest: { paths: 1 }, all: { paths: 1, isAll: true } },
    ...{ inner: null, other: null },
  })
  const path = { from: null, to: null, takes: 'all', columns: true } as const
  const columns = await session.paths('id:t', 'id:u', { ...MAP, path }, 10)
  expect(columns.ways.map((way) => way.map(({ name }) => name))).toEqual([
    ['t.c', 'u.c'],
    ['t.d', 'u.c'],
  ])
})

test('paths(from, to, wish) without a way says where there is one instead', async () => {
  const other = async (from: string, to: string, wish: Partial<PictureWish> = {}) =>
    (await session.paths(from, to, { ...MAP, ...wish }, 10)).other
  const columns = { path: { from: null, to: null, takes: 'all', columns: true } } as const
  expect(await other('id:gone', 'id:d')).toBeNull()
  expect(await other('id:t', 'id:d', { hide: ['id:u'] })).toBe('hidden')
  expect(await other('id:d', 'id:t')).toBe('back')
  expect(await other('id:u.c', 'id:t', columns)).toBe('back')
  expect(await other('id:gone', 'id:u.c', columns)).toBe('tables')
  expect(await other('id:t', 'id:s')).toBeNull()
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
  const edge = await session.describeEdge('id:t', 'id:u', MAP, 10)
  expect(edge?.edges.total).toBe(2)
  expect(edge?.edges.rows[0]).toMatchObject({
    from: { key: 'id:t.c' },
    to: { key: 'id:u.c' },
    places: [{ file: 'lineage.jsonl', line: 1 }],
  })
  expect(await session.describeEdge('id:u', 'id:t', MAP, 10)).toBeNull()
})

test('describeEdge(from, to) of two rows has the edges between the columns, and of two closed containers all between them', async () => {
  const wish = lineageOf('id:u')
  expect((await session.describeEdge('id:t.d', 'id:u.c', wish, 10))?.edges.total).toBe(1)
  expect((await session.describeEdge('id:db', 'id:g', { ...MAP, level: 0 }, 10))?.edges.total).toBe(1)
})

test('finding(fingerprint) leads to the thing', async () => {
  const { rows, errors, total } = await session.findings({
    mute: ['info', 'warning'],
    rule: null,
    by: 'severity',
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
