import { expect, test } from 'vitest'
import type { LitReach } from '../../scene/marks/light-up.ts'
import type { Picture } from '../../scene/picture/picture.ts'
import { lineKeys } from '../../scene/picture/targets.ts'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import type { PictureWish } from '../pictures/picture-wish.ts'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'
import type { LitWish } from './lit-reach.ts'

const MAP: PictureWish = { ...shownOf(FIRST_VIEW), isNarrow: false, level: 1 }
const lineageOf = (focus: string): PictureWish => ({ ...MAP, kind: 'lineage', focus, level: null })

/** One box with a table of each of two ways: `a` feeds `x` in it, and `y` in it feeds `b`; `far` is fed by `b`. */
const session = await plainSession(
  [
    ...['left', 'box', 'right'].map((id) => thing('schema', id)),
    ...['a', 'a2'].map((id) => thing('table', id, 'left')),
    ...['x', 'y'].map((id) => thing('table', id, 'box')),
    ...['b', 'far', 'idle'].map((id) => thing('table', id, 'right')),
    ...['x', 'y'].map((id) => thing('column', `${id}.id`, id)),
    thing('column', 'b.id', 'b'),
    thing('column', 'b.sum', 'b'),
  ],
  [
    ...[feeds('a', 'x'), feeds('a2', 'a'), feeds('y', 'b'), feeds('b', 'far'), feeds('gone', 'y')],
    feeds('y.id', 'b.id'),
  ],
)

async function lit(wish: PictureWish, what: LitWish) {
  const picture = (await session.draw(wish))!
  const found = (await session.lit(picture.number, what))!
  return { picture, found, names: namesIn(picture, found) }
}

function namesIn(picture: Picture, { cards, lines, rows }: LitReach) {
  const marked = (marks: Uint8Array, nameOf: (i: number) => string) =>
    [...marks.keys()].filter((i) => marks[i] === 1).map(nameOf)
  const bare = (key: string): string => key.replace('id:', '')
  return {
    cards: marked(cards, (card) => bare(picture.things.keys[card]!)).sort(),
    rows: marked(rows, (row) => bare(picture.rows.keys[row]!)).sort(),
    lines: marked(lines, (line) => {
      const { from, to } = lineKeys(picture, line)
      return `${bare(from)} ${bare(to)}`
    }).sort(),
  }
}
const words = ({ upstream, downstream }: LitReach) => [upstream.words, downstream.words]

test('lit(…) of a thing inside a closed box lights its own ways alone, not those of the box', async () => {
  const { found, names } = await lit({ ...MAP, level: 0 }, { of: ['id:x'] })
  expect(names).toMatchObject({ cards: ['box', 'left'], lines: ['left box'] })
  expect(words(found)).toEqual(['2 tables', '0 things'])
})

test('lit(…) of what is drawn itself does not go on through a box by way of another thing in it', async () => {
  const { found, names } = await lit({ ...MAP, level: 0, opened: ['id:left', 'id:right'] }, { of: ['id:a'] })
  expect(names).toMatchObject({ cards: ['a', 'a2', 'box'], lines: ['a box', 'a2 a'] })
  expect(words(found)).toEqual(['1 table', '1 table'])
})

test('lit(…) of a closed box is that of everything in it', async () => {
  const { found, names } = await lit({ ...MAP, level: 0 }, { of: ['id:box'] })
  expect(names).toMatchObject({
    cards: ['box', 'gone', 'left', 'right'],
  })
  expect(words(found)).toEqual(['3 things', '2 tables'])
})

test('lit(…) of a thing and of what it is in is the way of the thing too, also through what else is in there', async () => {
  const shop = await plainSession(
    [
      thing('schema', 'shop'),
      ...['raw', 'mid', 'end', 'beside'].map((id) => thing('table', id, 'shop')),
      thing('column', 'mid.id', 'mid'),
      thing('table', 'report'),
    ],
    [feeds('raw', 'mid'), feeds('mid', 'end'), feeds('beside', 'report'), feeds('raw', 'mid.id')],
  )
  const picture = (await shop.draw(MAP))!
  const litBy = async (...of: string[]): Promise<unknown[]> => {
    const found = (await shop.lit(picture.number, { of }))!
    const own = { ...found, lines: found.ways ?? found.lines }
    return [...words(found), namesIn(picture, own).lines]
  }
  const ofSchema = ['0 things', '1 table', ['beside report', 'mid end', 'raw mid']]
  expect(await litBy('id:shop')).toEqual(ofSchema)
  const both = ['1 table', '2 tables', ['mid end', 'raw mid']]
  expect(await litBy('id:mid', 'id:shop')).toEqual(both)
  expect(await litBy('id:shop', 'id:mid')).toEqual(both)
  expect(await litBy('id:shop', 'id:mid.id')).toEqual(['1 table', '1 table', ['raw mid']])
  // What is chosen itself is reached by nothing.
  expect(await litBy('id:raw', 'id:mid', 'id:shop')).toEqual(['0 things', '2 tables', ['mid end', 'raw mid']])
})

test('lit(…) of a line is what feeds the beginnings of its edges, and what their ends feed', async () => {
  const { found, names } = await lit(
    { ...MAP, level: 0, opened: ['id:right'] },
    { from: 'id:box', to: 'id:b' },
  )
  expect(names.lines).toEqual(['b far', 'box b', 'gone box'])
  expect(words(found)).toEqual(['1 missing', '1 table'])
})

test('lit(…) of a column goes from column to column, also where no row shows it', async () => {
  const all = await lit({ ...lineageOf('id:b'), columns: 'all' }, { of: ['id:b.id'] })
  expect(all.names).toMatchObject({ rows: ['b.id', 'y.id'], lines: ['y.id b.id'] })
  expect(words(all.found)).toEqual(['1 column', '0 things'])
  const closed = await lit({ ...MAP, level: 0 }, { of: ['id:b.id'] })
  expect(closed.names).toMatchObject({ cards: ['box', 'right'], rows: [], lines: ['box right'] })
})

test('lit(…) counts what the list of the impact has, in every view, and says how much of it the picture does not show', async () => {
  for (const key of ['id:a', 'id:y', 'id:box', 'id:gone', 'id:b.id', 'id:far']) {
    const shown = { ...MAP, level: 0 }
    const impact = (await session.impact(
      { key, side: 'up', find: '', by: 'hop', isTurned: false, shown },
      0,
      0,
    ))!
    for (const wish of [
      { ...MAP, level: 0 },
      { ...MAP, level: 3 },
      { ...lineageOf('id:b'), up: 1, down: 0 } as const,
    ]) {
      const { found } = await lit(wish, { of: [key] })
      expect([key, found.upstream.things, found.downstream.things]).toEqual([
        ...[key, impact.upstream, impact.downstream],
      ])
    }
  }
  const { found } = await lit({ ...lineageOf('id:b'), up: 1, down: 0 }, { of: ['id:b'] })
  expect(words(found)).toEqual(['2 things', '1 table'])
  expect(found.unseen).toBe(2)
})

test('lit(…) in a circle has what is both upstream and downstream twice, but counts once what of it the picture does not show', async () => {
  const tables = ['a', 'b', 'c', 'd', 'e', 'f']
  const ring = await plainSession(
    [...tables.map((id) => thing('table', id)), ...tables.map((id) => thing('column', `${id}.id`, id))],
    tables.flatMap((id, i) => {
      const next = tables[(i + 1) % tables.length]!
      return [feeds(id, next), feeds(`${id}.id`, `${next}.id`)]
    }),
  )
  const picture = (await ring.draw({ ...lineageOf('id:a'), up: 1, down: 1 }))!
  for (const [key, sort] of [
    ['id:a', 'tables'],
    ['id:a.id', 'columns'],
  ] as const) {
    const found = (await ring.lit(picture.number, { of: [key] }))!
    expect(words(found)).toEqual([`5 ${sort}`, `5 ${sort}`])
    expect(found.unseen).toBe(3)
  }
})

test('lit(…) is about one picture: of what is no longer known, or of nothing, it tells nothing', async () => {
  const { number } = (await session.draw(MAP))!
  expect(await session.lit(number, { of: ['id:nobody'] })).toBe(null)
  expect(await session.lit(0, { of: ['id:a'] })).toBe(null)
  expect(await session.lit(number + 1000, { of: ['id:a'] })).toBe(null)
})
