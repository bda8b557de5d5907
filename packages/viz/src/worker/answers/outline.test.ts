import { expect, test } from 'vitest'
import { badgesUpward } from '../names/badges.ts'
import { placeOf } from '../names/name-of.ts'
import { outlineOf, treeOf, wayTo } from './outline.ts'
import { feeds, feedsFromOutside, plainRun, thing } from '../plain-run.ts'

const { graph } = await plainRun(
  [
    thing('database', 'db'),
    thing('schema', 's', 'db'),
    thing('table', 't', 's'),
    thing('table', 'u', 's'),
    thing('column', 't.c', 't'),
  ],
  [feeds('gone', 't'), feedsFromOutside('public', 'orders', 't')],
)
const tree = treeOf(graph)
const badges = badgesUpward([{ severity: 'error', nodes: [graph.nodeOfId('t.c')!] }], graph)
const wish = { open: [] as string[], from: 0, count: 100, focus: null as string | null }

test('outlineOf(…) with nothing open shows what has no parent, and headings for the rest', () => {
  const { rows, total } = outlineOf(graph, tree, badges, wish)
  expect(rows.map(({ name }) => name)).toEqual(['db', 'Outside this run', 'Not declared'])
  expect(total).toBe(3)
  expect(rows[0]).toMatchObject({ count: 2, children: 1, errors: 1, isOpen: false, position: 1, siblings: 3 })
})

test('outlineOf(…) shows what is inside of what is open, with its depth', () => {
  const { rows } = outlineOf(graph, tree, badges, { ...wish, open: ['id:db', 'id:s', 'heading:@missing'] })
  expect(rows.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    '0 db',
    '1 s',
    '2 t',
    '2 u',
    '0 Outside this run',
    '0 Not declared',
    '1 gone',
  ])
})

test('outlineOf(…) gives the rows that are asked for, and where the focus is', () => {
  const outline = outlineOf(graph, tree, badges, {
    open: ['id:db', 'id:s'],
    from: 2,
    count: 1,
    focus: 'id:u',
  })
  expect(outline).toMatchObject({ from: 2, total: 6, focus: 3 })
  expect(outline.rows.map(({ name }) => name)).toEqual(['t'])
})

test('what is not declared stands in the outline where it is known to belong, by the rest of its id, and its findings count there', async () => {
  const { graph } = await plainRun(
    [
      thing('database', 'db'),
      thing('schema', 'db.raw', 'db', 'raw'),
      thing('table', 'db.raw.t', 'db.raw', 't'),
    ],
    [feeds('db.raw.refunds', 'db.raw.t'), feeds('gone', 'db.raw.t')],
  )
  const tree = treeOf(graph)
  const refunds = graph.nodeOfId('db.raw.refunds')!
  const marked = badgesUpward([{ severity: 'error', nodes: [refunds] }], graph)
  const { rows } = outlineOf(graph, tree, marked, { ...wish, open: ['id:db', 'id:db.raw'] })
  expect(rows.map(({ name, depth, count, errors }) => `${depth} ${name} ${count} ${errors}`)).toEqual([
    '0 db 2 1',
    '1 raw 2 1',
    '2 t 0 0',
    '2 refunds 0 1',
    '0 Not declared 1 0',
  ])
  expect(wayTo(graph, tree, refunds)).toEqual(['id:db.raw', 'id:db'])
  expect(placeOf(graph, refunds)).toBe('db.raw, not declared')
  expect(placeOf(graph, graph.nodeOfId('gone')!)).toBe('not declared')
})

test('wayTo(graph, tree, node) names everything that must be open, headings included', () => {
  expect(wayTo(graph, tree, graph.nodeOfId('t.c')!)).toEqual(['id:t', 'id:s', 'id:db'])
  expect(wayTo(graph, tree, graph.nodeOfId('gone')!)).toEqual(['heading:@missing'])
})

test('treeOf(graph) loses nothing where parents run in a circle', async () => {
  const circle = await plainRun(
    [thing('table', 'a', 'b'), thing('table', 'b', 'a'), thing('table', 'c', 'c')],
    [],
  )
  const { graph } = circle
  const loose = treeOf(graph)
  const none = badgesUpward([], graph)
  const { rows } = outlineOf(graph, loose, none, { ...wish, open: ['id:a', 'id:b', 'id:c'] })
  expect(rows.map(({ name, depth }) => `${depth} ${name}`)).toEqual(['0 a', '1 b', '0 c'])
  expect(wayTo(graph, loose, graph.nodeOfId('b')!)).toEqual(['id:a'])
})

test('outlineOf(…) finds a schema outside this run at the heading of all that is outside', () => {
  const { rows, focus } = outlineOf(graph, tree, badges, { ...wish, focus: 'outside:[null,"public"]' })
  expect(rows[focus]!.name).toBe('Outside this run')
})
