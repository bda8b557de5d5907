import { NODE_CHANGES } from '@lineagraph/core'
import { beforeAll, expect, test } from 'vitest'
import type { Picture, PictureChanges } from '../scene/picture.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import type { PictureWish } from './picture-wish.ts'
import type { RunFacts } from './run-facts.ts'
import { startSession } from './session.ts'

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

const ALL = ['removed', 'changed', 'added'] as const

test('changes(wish) lists them, what may hurt first, page by page, each once', async () => {
  const all = await session.changes({ of: ALL, from: 0, count: 100 })
  expect(all.rows.map(({ change, key, shownAs }) => [change, key, shownAs])).toEqual([
    ['removed', 'id:old', 'id:db'],
    ['removed', 'id:t.d', 'id:t'],
    ['removed', 'id:d', null],
    ['changed', 'id:t', 'id:t'],
    ['changed', 'id:t.c', 'id:t.c'],
    ['changed', 'id:u', 'id:u'],
    ['added', 'id:t.e', 'id:t.e'],
    ['added', 'id:v', 'id:v'],
  ])
  expect(all.total).toBe(8)
  const part = await session.changes({ of: ALL, from: 2, count: 3 })
  expect(part).toEqual({ rows: all.rows.slice(2, 5), from: 2, total: 8 })
  const some = await session.changes({ of: ['added'], from: 1, count: 9 })
  expect(some).toEqual({ rows: all.rows.slice(7), from: 1, total: 2 })
})

test('changes(wish) says what was said before, a parent by its name, and what is downstream', async () => {
  const { rows } = await session.changes({ of: ['changed'], from: 0, count: 9 })
  expect(rows.map(({ name, fields }) => [name, fields])).toEqual([
    ['another title', [{ name: 'title', base: 't', head: 'another title' }]],
    ['C', [{ name: 'title', base: 't.c', head: 'C' }]],
    ['u', [{ name: 'parent', base: 'old', head: 's' }]],
  ])
  expect(rows[0]?.impact).toMatchObject({ tables: 1, dashboards: 0 })
})

test('what came or went inside another thing is counted there', async () => {
  const other = startSession({ now: () => 0, onProgress: () => {} })
  await other.open([input(base.slice(0, 3))], undefined, { name: 'before', inputs: [input(base)] })
  const { rows } = await other.changes({ of: ALL, from: 0, count: 9 })
  expect(rows.map(({ key, inside }) => [key, inside])).toEqual([
    ['id:t', 2],
    ['id:u', 0],
    ['id:d', 0],
  ])
})

test('without a base there is nothing to mark and nothing to list', async () => {
  const other = startSession({ now: () => 0, onProgress: () => {} })
  const facts = await other.open([input(head)])
  expect(facts).not.toHaveProperty('diff')
  expect(await other.draw(MAP)).not.toHaveProperty('changes')
  expect(await other.changes({ of: ALL, from: 0, count: 10 })).toEqual({ rows: [], from: 0, total: 0 })
})
