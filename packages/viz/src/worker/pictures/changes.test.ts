import { NODE_CHANGES } from '@lineagraph/core'
import { beforeAll, expect, test } from 'vitest'
import type { Picture, PictureChanges } from '../../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import type { ChangesWish } from '../answers/change-row.ts'
import type { PictureWish } from './picture-wish.ts'
import type { RunFacts } from '../answers/run-facts.ts'
import { startSession } from '../session.ts'

const input = (lines: readonly object[]) => ({
  name: 'run.jsonl',
  blob: new Blob(lines.map((line) => `${JSON.stringify(line)}\n`)),
})
const session = startSession({ now: () => 0, onProgress: () => {} })
const MAP: PictureWish = { ...shownOf(FIRST_VIEW), isNarrow: false }

const base = [
  thing('database', 'db'),
  thing('schema', 's', 'db'),
  thing('schema', 'old', 'db'),
  thing('table', 't', 's'),
  thing('column', 't.c', 't'),
  thing('column', 't.d', 't'),
  thing('table', 'u', 'old'),
  thing('dashboard', 'd'),
  feeds('t', 'd'),
]
const head = [
  thing('database', 'db'),
  thing('schema', 's', 'db'),
  thing('table', 't', 's', 'another title'),
  thing('column', 't.c', 't', 'C'),
  thing('column', 't.e', 't'),
  thing('table', 'u', 's'),
  thing('table', 'v', 's'),
  feeds('t', 'v'),
]
let facts: RunFacts
const drawn = async (more: Partial<PictureWish>): Promise<Picture> => {
  const picture = await session.draw({ ...MAP, ...more })
  if (!picture) throw new Error('nothing was drawn')
  return picture
}
const at = ({ things, changes }: Picture, id: string) => {
  const index = things.keys.indexOf(`id:${id}`)
  const of = (column: keyof PictureChanges) => changes?.[column][index]
  return [NODE_CHANGES[of('own')!], of('added'), of('changed'), of('removed')]
}

beforeAll(async () => {
  facts = await session.open([input(head)], undefined, { name: 'before', inputs: [input(base)] })
})

test('open(inputs, plan, base) counts what differs', () => {
  expect(facts.diff?.base).toBe('before')
  expect(facts.diff?.summary.resources).toEqual({ added: 2, removed: 3, changed: 2, moved: 1, renamed: 0 })
})

test('draw(wish) says of each thing what it is to the base, and counts what is in it, open or closed', async () => {
  const open = await drawn({ level: 3 })
  expect(at(open, 't')).toEqual(['changed', 1, 2, 1])
  expect(at(open, 'u')).toEqual(['moved', 0, 1, 0])
  expect(at(open, 'v')).toEqual(['added', 1, 0, 0])
  expect(at(open, 's')).toEqual(['same', 2, 3, 1])
  expect(at(open, 'db')).toEqual(['same', 2, 3, 2])
  const closed = await drawn({ level: 0, opened: ['id:db'], closed: ['id:s'] })
  expect(at(closed, 's')).toEqual(['same', 2, 3, 1])
  expect(at(closed, 'db')).toEqual(['same', 2, 3, 2])
})

const LISTED: ChangesWish = {
  of: ['removed', 'changed', 'added'],
  what: 'things',
  turned: [],
  from: 0,
  count: 100,
}
const thingsIn = async (answers: typeof session, more: Partial<ChangesWish> = {}) => {
  const { rows, ...slice } = await answers.changes({ ...LISTED, ...more })
  return { ...slice, rows: rows.filter((row) => row.kind === 'thing') }
}

test('changes(wish) lists what differs in what is around it, what is removed first', async () => {
  const { rows, total } = await thingsIn(session)
  expect(rows.map(({ depth, key, change, shownAs }) => [depth, key, change, shownAs])).toEqual([
    [0, 'id:db', null, 'id:db'],
    [1, 'removed:id:old', 'removed', 'id:db'],
    [1, 'id:s', null, 'id:s'],
    [2, 'id:t', 'changed', 'id:t'],
    [3, 'removed:id:t.d', 'removed', 'id:t'],
    [3, 'id:t.c', 'changed', 'id:t.c'],
    [3, 'id:t.e', 'added', 'id:t.e'],
    [2, 'id:u', 'changed', 'id:u'],
    [2, 'id:v', 'added', 'id:v'],
    [0, 'removed:id:d', 'removed', null],
  ])
  expect(total).toBe(10)
})

test('changes(wish) rolls up: what is around counts what differs below it, and is closed and opened', async () => {
  const closed = await thingsIn(session, { turned: ['id:s'] })
  const row = closed.rows.find(({ key }) => key === 'id:s')
  expect([row?.isOpen, row?.counts]).toEqual([false, { removed: 1, changed: 3, added: 2 }])
  expect(closed.total).toBe(4)
  const open = await thingsIn(session)
  expect(open.rows.map(({ isOpen }) => isOpen).slice(0, 5)).toEqual([true, null, true, true, null])
})

test('changes(wish) gives a part of the list, and leaves out what is not asked for', async () => {
  const all = await thingsIn(session)
  expect(await thingsIn(session, { from: 2, count: 3 })).toEqual({
    ...{ rows: all.rows.slice(2, 5), from: 2, total: 10 },
  })
  const added = await thingsIn(session, { of: ['added'] })
  expect(added.rows.map(({ key, counts }) => [key, counts.added, counts.removed])).toEqual([
    ['id:db', 2, 0],
    ['id:s', 2, 0],
    ['id:t', 1, 0],
    ['id:t.e', 0, 0],
    ['id:v', 0, 0],
  ])
})

test('changes(wish) says what was said before, a parent by its name, and what is downstream', async () => {
  const { rows } = await thingsIn(session, { of: ['changed'] })
  const changed = rows.filter(({ change }) => change === 'changed')
  expect(changed.map(({ name, fields }) => [name, fields])).toEqual([
    ['another title', [{ name: 'title', base: 't', head: 'another title' }]],
    ['C', [{ name: 'title', base: 't.c', head: 'C' }]],
    ['u', [{ name: 'parent', base: 'old', head: 's' }]],
  ])
  expect(changed[0]?.impact).toMatchObject({ tables: 1, dashboards: 0 })
})

test('what came or went inside another thing is counted there', async () => {
  const other = startSession({ now: () => 0, onProgress: () => {} })
  await other.open([input(base.slice(0, 3))], undefined, { name: 'before', inputs: [input(base)] })
  const { rows } = await thingsIn(other)
  expect(rows.filter(({ change }) => change).map(({ key, inside }) => [key, inside])).toEqual([
    ['removed:id:t', 2],
    ['removed:id:u', 0],
    ['removed:id:d', 0],
  ])
})

test('changes(wish) lists edges between the containers of their ends', async () => {
  const { rows, total } = await session.changes({ ...LISTED, what: 'edges' })
  const told = rows.flatMap((row) =>
    row.kind === 'edge' ? [[row.depth, row.change, row.from.name, row.to.name, row.stands]] : [],
  )
  expect(told).toEqual([
    [0, null, 's', 'd', true],
    [1, 'removed', 't', 'd', false],
    [0, null, 's', 's', true],
    [1, 'added', 'another title', 'v', true],
  ])
  expect(total).toBe(4)
  expect(rows[0]?.counts).toEqual({ removed: 1, changed: 0, added: 0 })
  const closed = await session.changes({ ...LISTED, what: 'edges', turned: [rows[0]!.key] })
  expect(closed.total).toBe(3)
  const added = await session.changes({ ...LISTED, what: 'edges', of: ['added'] })
  expect(added.rows.map(({ change }) => change)).toEqual([null, 'added'])
})

test('what differs in things that are inside one another in a circle is listed all the same', async () => {
  const other = startSession({ now: () => 0, onProgress: () => {} })
  const ring = (title: string) => [
    thing('schema', 'a', 'b', title),
    thing('schema', 'b', 'a'),
    thing('schema', 'self', 'self', title),
  ]
  await other.open([input(ring('new'))], undefined, { name: 'before', inputs: [input(ring('old'))] })
  const { rows } = await thingsIn(other)
  expect(rows.filter(({ change }) => change).map(({ key }) => key)).toEqual(['id:a', 'id:self'])
})

test('without a base there is nothing to mark and nothing to list', async () => {
  const other = startSession({ now: () => 0, onProgress: () => {} })
  const facts = await other.open([input(head)])
  expect(facts).not.toHaveProperty('diff')
  expect(await other.draw(MAP)).not.toHaveProperty('changes')
  expect(await other.changes(LISTED)).toEqual({ rows: [], from: 0, total: 0 })
})
