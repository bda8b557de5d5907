import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { wholeName } from './names/named.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

test('describeEdge(from, to) on a path from a container that is closed has the edges that its line stands for', async () => {
  const session = await plainSession(
    [thing('schema', 's'), thing('table', 'a', 's'), thing('table', 'b', 's'), thing('table', 'c')],
    [feeds('a', 'c'), feeds('b', 'c')],
  )
  const wish: PictureWish = {
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:s', closed: ['id:s'], isNarrow: false },
    path: { from: 'id:s', to: 'id:c', columns: false, takes: 'shortest' },
  }
  const picture = await session.draw(wish)
  expect(picture?.things.keys).toEqual(['id:s', 'id:c'])
  expect(picture?.lines.weights).toEqual(Uint32Array.of(2))
  expect((await session.describeEdge('id:s', 'id:c', wish, 10))?.edges.total).toBe(2)
})

test('describeEdge(from, to) of an edge that is folded has the line that stands for it, or says what both ends are inside of', async () => {
  const session = await plainSession(
    [
      ...['raw', 'marts'].map((id) => thing('schema', id)),
      ...['a', 'b'].map((id) => thing('table', id, 'raw')),
      ...['c', 'd'].map((id) => thing('table', id, 'marts')),
      thing('column', 'a.x', 'a'),
      thing('column', 'c.x', 'c'),
    ],
    [feeds('a', 'b'), feeds('b', 'c'), feeds('a', 'd'), feeds('a.x', 'c.x')],
  )
  const wish: PictureWish = { ...shownOf(FIRST_VIEW), level: 0, isNarrow: false }
  const told = async (from: string, to: string, level = 0) => {
    const found = await session.describeEdge(from, to, { ...wish, level }, 10)
    return found && [found.from.key, found.to.key, found.edges.total, found.folds, found.within?.key]
  }
  const folds = (from: string, to: string): object => ({
    from: expect.objectContaining({ key: from }),
    to: expect.objectContaining({ key: to }),
  })
  expect(await told('id:b', 'id:c')).toEqual(['id:raw', 'id:marts', 3, folds('id:b', 'id:c'), undefined])
  expect(await told('id:a.x', 'id:c.x')).toEqual([
    ...['id:raw', 'id:marts', 3],
    folds('id:a.x', 'id:c.x'),
    undefined,
  ])
  expect(await told('card:id:a', 'card:id:c')).toEqual([
    'id:raw',
    'id:marts',
    3,
    folds('id:a', 'id:c'),
    undefined,
  ])
  expect(await told('card:id:a', 'card:id:b')).toEqual(['id:a', 'id:b', 1, undefined, 'id:raw'])
  expect(await told('card:id:b', 'card:id:d')).toBeNull()
  expect(await told('id:a', 'id:b')).toEqual(['id:a', 'id:b', 1, undefined, 'id:raw'])
  expect(await told('id:b', 'id:c', 1)).toEqual(['id:b', 'id:c', 1, undefined, undefined])
  // No such edge is declared, whatever the line stands for.
  expect(await told('id:b', 'id:d')).toBeNull()
  expect(await told('id:b', 'id:a')).toBeNull()
})

test('describeEdge(from, to) between two cards has the edges of all lines between them, whether at columns or not', async () => {
  const session = await plainSession(
    [
      ...['a', 'b', 'c'].map((table) => thing('table', table)),
      ...['a', 'b', 'c'].flatMap((table) => [1, 2].map((i) => thing('column', `${table}.${i}`, table))),
    ],
    [feeds('a', 'b'), feeds('a.1', 'b.1'), feeds('a.2', 'b.1'), feeds('b.2', 'c.2'), feeds('a.2', 'c.1')],
  )
  const wish: PictureWish = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:b', isNarrow: false }
  const picture = (await session.draw(wish))!
  const described = await session.describeEdge('card:id:a', 'card:id:b', wish, 10)
  expect(described?.edges.total).toBe(3)
  expect([described?.from.key, described?.to.key]).toEqual(['id:a', 'id:b'])
  expect((await session.describeEdge('id:a', 'id:b', wish, 10))?.edges.total).toBe(1)
  const { lines } = (await session.lit(picture.number, { from: 'card:id:a', to: 'card:id:b' }))!
  const isBetween = [...lines].map((_, line) => picture.things.keys[picture.lines.to[line]!] === 'id:b')
  expect(isBetween.filter(Boolean)).toHaveLength(3)
  isBetween.forEach((is, line) => is && expect(lines[line]).toBe(1))
})

test('describeEdge(from, to) names columns with their tables, also of a line that folds what was asked for', async () => {
  const session = await plainSession(
    [
      ...['raw', 'marts'].map((id) => thing('schema', id)),
      ...[thing('table', 'a', 'raw'), thing('table', 'c', 'marts')],
      ...['a', 'c'].map((id) => thing('column', `${id}.x`, id)),
    ],
    [feeds('a.x', 'c.x')],
  )
  const map: PictureWish = { ...shownOf(FIRST_VIEW), level: 0, isNarrow: false }
  const folded = await session.describeEdge('id:a.x', 'id:c.x', map, 10)
  expect([folded?.folds?.from, folded?.folds?.to].map((end) => wholeName(end!))).toEqual(['a.a.x', 'c.c.x'])
  const near: PictureWish = { ...map, kind: 'lineage', focus: 'id:a' }
  await session.draw(near)
  const drawn = await session.describeEdge('id:a.x', 'id:c.x', near, 10)
  expect([drawn?.from, drawn?.to].map((end) => wholeName(end!))).toEqual(['a.a.x', 'c.c.x'])
})
