import { expect, test } from 'vitest'
import type { Picture } from '../../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type View } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'

const NAME = 'a_name_as_long_as_this'

test('cards have room for the longest name', async () => {
  const session = await plainSession([thing('table', NAME), thing('table', 'b')], [feeds(NAME, 'b')])
  const widthAround = async (focus: string): Promise<number> => {
    const wish = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus, isNarrow: false } as const
    return (await session.draw(wish))!.things.width[0]!
  }
  for (const focus of [`id:${NAME}`, 'id:b'])
    expect(await widthAround(focus)).toBeGreaterThanOrEqual(42 + 6.9 * NAME.length)
})

test('what the lineage is about is as wide as its name up to 40 letters, also where many layers stand beside each other, and others are little narrower for it', async () => {
  const long = 'Customer payments by region and by month'
  const ids = ['a', 'b', long, 'd', 'e']
  const session = await plainSession(
    ids.map((id) => thing('table', id)),
    ids.slice(1).map((id, i) => feeds(ids[i]!, id)),
  )
  const { things } = (await session.draw({
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: `id:${long}`, isNarrow: false },
  }))!
  const widthOf = (id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  expect(long.length).toBe(40)
  // As wide as it is measured at 11 pixels, bold, in Open Sans.
  expect(0.8 * (widthOf(long) - 42)).toBeGreaterThanOrEqual(245)
  expect(widthOf('a')).toBe(150)
})

test('what the lineage is about has room for its name also where four layers stand beside each other, of five what lets a window show them all', async () => {
  const ids = ['a', 'b', NAME, 'd', 'e']
  const session = await plainSession(
    ids.map((id) => thing('table', id)),
    ids.slice(1).map((id, i) => feeds(ids[i]!, id)),
  )
  const drawn = async (up: number): Promise<Picture> =>
    (await session.draw({
      ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: `id:${NAME}`, isNarrow: false, up },
    }))!
  const widthIn = ({ things }: Picture): number => things.width[things.keys.indexOf(`id:${NAME}`)]!
  const [four, five] = [await drawn(1), await drawn(2)]
  expect([four.things.count, five.things.count]).toEqual([4, 5])
  for (const one of [four, five]) expect(0.8 * (widthIn(one) - 42)).toBeGreaterThanOrEqual(6.6 * NAME.length)
  expect(0.8 * five.bounds.width).toBeLessThanOrEqual(936)
})

test('tiles of the Map are as wide as the longest name of their column, and no wider', async () => {
  const long = 'orders_by_day_and_shop'
  const session = await plainSession(
    ['a', long, 'c', 'd'].map((id) => thing('table', id)),
    [feeds('a', 'c'), feeds('a', 'd'), feeds(long, 'c')],
  )
  const { things } = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false }))!
  const widthOf = (id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  expect(widthOf('a')).toBe(widthOf(long))
  expect(widthOf('c')).toBe(widthOf('d'))
  expect(widthOf('c')).toBeLessThan(widthOf('a'))
})

test('a name has the room that its letters take, not their number: those of the widest letters are whole at 80 %, and those of the narrowest take less', async () => {
  const [narrow, wide, square] = ['illicit_till', 'momwowmomwow', '売上高一覧表顧客別月次計']
  const session = await plainSession(
    [narrow, wide, square, 'last'].map((id) => thing('table', id)),
    [feeds(narrow, wide), feeds(wide, square), feeds(square, 'last')],
  )
  const { things } = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false }))!
  const widthOf = (id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  expect([narrow, wide, square].map((name) => name.length)).toEqual([12, 12, 12])
  // Icon and what is free around it and the name, and letters of 11 pixels as they are measured in Open Sans and Noto Sans.
  expect(0.8 * widthOf(wide)).toBeGreaterThanOrEqual(26 + 8.9 * 12)
  expect(0.8 * widthOf(square)).toBeGreaterThanOrEqual(26 + 11 * 12)
  expect(widthOf(narrow)).toBe(108)
})

/** A dashboard with charts that a table feeds, as wide as its title wants: the widths of the dashboard and of its charts. */
async function chartsInBox(
  names: readonly string[],
  lines: readonly object[],
): Promise<{ box: number; charts: number[] }> {
  const board = 'Customer retention by month'
  const session = await plainSession(
    [
      thing('table', 'orders'),
      thing('dashboard', board),
      ...names.map((name) => thing('chart', name, board)),
    ],
    [feeds('orders', names[0]!), ...lines],
  )
  const { things } = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false, level: 1 }))!
  const widthOf = (id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  return { box: widthOf(board), charts: names.map(widthOf) }
}

test('tiles that are all that their box holds use the room under its header for names that are seen at 55 %, and make it no wider', async () => {
  const [long, short] = ['Repeat purchase rate', 'Churn']
  const { box, charts } = await chartsInBox([long, short], [feeds('orders', short)])
  // Its name, measured at 12 pixels, and its badge.
  expect(box).toBeGreaterThanOrEqual(94 + 179 + 30)
  expect(box).toBeLessThan(94 + 179 + 30 + 10)
  // Icon and what is free around it, and the name as it is measured.
  expect(0.55 * charts[0]!).toBeGreaterThanOrEqual(23 + 110)
  expect(charts[0]).toBeLessThanOrEqual(box - 24)
})

test('tiles that are all that their box holds use the width of wider boxes in its column', async () => {
  const boards = ['Customer retention by month', 'Fulfilment of orders']
  const [cohort, late] = ['Cohorts', 'Late shipments by carrier']
  const session = await plainSession(
    [
      thing('table', 'orders'),
      ...boards.map((board) => thing('dashboard', board)),
      ...[cohort, late].map((chart, i) => thing('chart', chart, boards[i])),
    ],
    [cohort, late].map((chart) => feeds('orders', chart)),
  )
  const { things } = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false, level: 1 }))!
  const widthOf = (id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  expect(widthOf(boards[1]!)).toBe(widthOf(boards[0]!))
  expect(widthOf(late)).toBe(widthOf(boards[1]!) - 32)
  expect(widthOf(cohort)).toBeLessThan(widthOf(late))
})

test('tiles that stand beside one another in their box are no wider for its header', async () => {
  const names = ['Repeat purchase rate', 'Retention by cohort']
  expect((await chartsInBox(names, [feeds(names[0]!, names[1]!)])).charts).toEqual([172, 172])
  const many = Array.from({ length: 20 }, (_, i) => `Retention of cohort ${i}`)
  const { charts } = await chartsInBox(
    many,
    many.map((name) => feeds('orders', name)),
  )
  expect(Math.max(...charts)).toBe(172)
})

test('a closed container uses the width of open ones in its column for a name that is seen at 55 %, and makes no picture wider', async () => {
  const [closed, open, chart] = ['Revenue overview', 'Customer retention by month', 'Churn']
  const session = await plainSession(
    [
      thing('table', 'orders'),
      ...[closed, open].map((board) => thing('dashboard', board)),
      ...[closed, open].map((board) => thing('chart', `${chart} ${board}`, board)),
    ],
    [closed, open].map((board) => feeds('orders', `${chart} ${board}`)),
  )
  const drawn = async (boards: readonly string[]): Promise<Picture> =>
    (await session.draw({
      ...{ ...shownOf(FIRST_VIEW), isNarrow: false, level: 1 },
      closed: boards.map((board) => `id:${board}`),
    }))!
  const widthIn = ({ things }: Picture, id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  const [one, none] = [await drawn([closed]), await drawn([])]
  expect(0.55 * widthIn(one, closed)).toBeGreaterThanOrEqual(10 + 6.5 * closed.length)
  expect(widthIn(one, closed)).toBeLessThanOrEqual(widthIn(one, open))
  expect(one.bounds.width).toBeLessThanOrEqual(none.bounds.width)
  // Where nothing beside it is wider, it is as wide as it needs to be nearby.
  expect(widthIn(await drawn([closed, open]), closed)).toBe(184)
})

test('closed containers of a lineage are as wide as the longest of their names needs, house and all, and as cards are, up to the most that these are; those of the Map stay narrower', async () => {
  const [short, long] = ['Executive Dashboard', 'a schema with a name of many, many letters']
  const session = await plainSession(
    [
      ...[short, long].map((id) => thing('schema', id)),
      ...[thing('table', 'a', short), thing('table', 'b', long)],
    ],
    [feeds('a', 'b')],
  )
  const widthIn = async (id: string, wish: Partial<View>): Promise<number> => {
    const { things } = (await session.draw({ ...shownOf({ ...FIRST_VIEW, ...wish }), isNarrow: false }))!
    return things.width[things.keys.indexOf(`id:${id}`)]!
  }
  // Icon, house and what is free around them, and the name as it is measured where all is seen at 80 %.
  const width = await widthIn(short, { kind: 'lineage', focus: `id:${short}` })
  expect(width).toBeGreaterThanOrEqual(39 + 26 + 115.5 / 0.8)
  expect(width).toBeLessThanOrEqual(240)
  expect(await widthIn(long, { kind: 'lineage', focus: `id:${long}` })).toBe(240)
  expect(await widthIn(short, { level: 0 })).toBe(184)
})

test('a closed container is as wide as the cards that it stands beside', async () => {
  const session = await plainSession(
    [thing('dashboard', 'd'), thing('chart', 'd.c', 'd'), thing('table', NAME), thing('table', 't')],
    [feeds(NAME, 't'), feeds('t', 'd')],
  )
  const { things } = (await session.draw({
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:d', isNarrow: false },
  }))!
  expect(new Set(things.width).size).toBe(1)
})
