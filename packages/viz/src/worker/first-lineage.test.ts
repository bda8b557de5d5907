import { expect, test } from 'vitest'
import { FORMS, ROLES, type Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const lineageIn = async (session: Answers, shown: Partial<Shown>): Promise<Picture> =>
  (await session.draw({ ...shownOf(FIRST_VIEW), kind: 'lineage', ...shown, isNarrow: false }))!
const cardsIn = ({ things }: Picture): number => things.forms.filter((form) => FORMS[form] !== 'box').length
const columnOf = ({ things }: Picture, key: string): number => {
  const places = [...new Set(things.x)].sort((a, b) => a - b)
  return places.indexOf(things.x[things.keys.indexOf(`id:${key}`)]!)
}
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
const sumsUp = ({ all, drawn, folded, hidden, beyond }: Picture['tally']['edges']): boolean =>
  all === drawn + folded + hidden + beyond

/** `home` feeds some tables of one schema, each of which feeds some others; no two have the same neighbours, but for `alike`. */
function fanRun(first: number, second: number) {
  const names = numbers(first).map((i) => `near${i}`)
  const far = names.flatMap((name) => numbers(second).map((i) => `${name}.${i}`))
  return {
    resources: [
      ...['a', 'b'].map((id) => thing('schema', id)),
      thing('table', 'home', 'a'),
      ...names.map((name) => thing('table', name, 'a')),
      ...far.map((name) => thing('table', name, 'b')),
    ],
    lineage: [
      ...names.map((name) => feeds('home', name)),
      ...far.map((name) => feeds(name.split('.')[0]!, name)),
      // So that none is like the other.
      ...far.map((name, i) => feeds(name, names[(i * 7 + 3) % names.length]!)).filter((_, i) => i % 2 === 0),
    ],
  }
}

test('a lineage view that can be read shows two hops each way, and offers no more', async () => {
  const { resources, lineage } = fanRun(6, 6)
  const picture = await lineageIn(await plainSession(resources, lineage), { focus: 'id:home' })
  expect(picture).toMatchObject({ hops: { up: 2, down: 2 }, ifMore: null, notices: [] })
  expect(picture.things.count).toBe(43)
})

test('where two hops are more than can be read it shows one, says how many two are, and shows those where they are asked for', async () => {
  const { resources, lineage } = fanRun(30, 7)
  const session = await plainSession(resources, lineage)
  const picture = await lineageIn(session, { focus: 'id:home' })
  expect(picture).toMatchObject({ hops: { up: 1, down: 1 }, ifMore: 241 })
  expect(picture.notices).toEqual(['One hop each way is shown: two hops are 241 things.'])
  expect(picture.things.titles.toSorted()).toEqual(['30 tables', 'home'])
  expect(sumsUp(picture.tally.edges)).toBe(true)

  const more = await lineageIn(session, { focus: 'id:home', up: 2, down: 2 })
  expect(more).toMatchObject({ hops: { up: 2, down: 2 }, ifMore: null, notices: [] })
  // The second hop is folded by its schema, and no name of the first is lost for it.
  expect(more.things.count).toBe(32)
  expect(more.things.keys).toContain('id:near29')
  expect(more.things.inside[more.things.forms.findIndex((form) => FORMS[form] === 'stack')]).toBe(210)
  expect(sumsUp(more.tally.edges)).toBe(true)
})

test('the words on hops tell which side was shortened', async () => {
  const { resources, lineage } = fanRun(30, 7)
  const session = await plainSession(resources, lineage)
  const told = async (shown: Partial<Shown>): Promise<readonly string[]> =>
    (await lineageIn(session, { focus: 'id:home', ...shown })).notices
  expect(await told({ up: 1 })).toEqual(['One hop downstream is shown: two hops are 241 things.'])
  expect(await told({ direction: 'down' })).toEqual(['One hop downstream is shown: two hops are 241 things.'])
  expect(await told({ direction: 'up' })).toEqual([])
})

test('what is opened at a card is shown, however much it is, beside all that stood there', async () => {
  const ring = numbers(300).map((i) => `t${i}`)
  const session = await plainSession(
    ring.map((name) => thing('table', name)),
    ring.map((name, i) => feeds(name, ring[(i + 1) % ring.length]!)),
  )
  const expanded = [{ key: 'id:t7', side: 'down', far: true }] as const
  const picture = await lineageIn(session, { focus: 'id:t5', expanded })
  expect(picture).toMatchObject({ hops: { up: 2, down: 2 }, ifMore: null, notices: [] })
  expect(picture.tally.things).toMatchObject({ all: 300, beyond: 0 })
})

test('where one hop is shown because two are more than can be read, a card opened further leaves it at that, and the words on hops true', async () => {
  const { resources, lineage } = fanRun(30, 7)
  const session = await plainSession(
    [...resources, thing('table', 'beyond', 'b')],
    [...lineage, feeds('near3.0', 'beyond')],
  )
  const expanded = [{ key: 'id:near3', side: 'down', far: true }] as const
  const picture = await lineageIn(session, { focus: 'id:home', expanded })
  expect(picture).toMatchObject({ hops: { up: 1, down: 1 }, ifMore: 241 })
  expect(picture.notices).toEqual(['One hop each way is shown: two hops are 241 things.'])
  expect(picture.things.keys).toEqual(expect.arrayContaining(['id:near3', 'id:near3.0', 'id:beyond']))
})

test('what is opened at a card folds by where it is from where it is more than can be read, and the card stays', async () => {
  const { resources, lineage } = fanRun(30, 7)
  const session = await plainSession(
    [...resources, thing('table', 'first', 'a')],
    [...lineage, feeds('first', 'start'), feeds('start', 'home')],
  )
  const view = { focus: 'id:first' }
  const before = await lineageIn(session, view)
  const after = await lineageIn(session, {
    ...view,
    expanded: [{ key: 'id:home', side: 'down', far: true }],
  })
  expect(before.things.titles).toEqual(['home', 'first', 'start'])
  expect(after.things.titles).toEqual(expect.arrayContaining(before.things.titles as string[]))
  expect(after).toMatchObject({ hops: { up: 2, down: 2 }, notices: [] })
  expect(after.tally.things).toMatchObject({ drawn: 33, folded: 210 })
})

test('a stack of what is far spreads where it is opened, and nothing nearer folds for it', async () => {
  const { resources, lineage } = fanRun(30, 7)
  const session = await plainSession(resources, lineage)
  const folded = await lineageIn(session, { focus: 'id:home', up: 2, down: 2 })
  const key = folded.things.keys.find((one) => one.startsWith('stack:'))!
  const spread = await lineageIn(session, { focus: 'id:home', up: 2, down: 2, opened: [key] })
  expect(cardsIn(spread)).toBe(241)
  expect(spread.things.keys.some((one) => one.startsWith('stack:'))).toBe(false)
})

test('neighbours that are more than can be read fold by where they are from', async () => {
  const names = numbers(400).map((i) => `t${i}`)
  const session = await plainSession(
    [
      ...numbers(4).map((i) => thing('schema', `s${i}`)),
      thing('table', 'home', 's0'),
      ...names.map((name, i) => thing('table', name, `s${i % 4}`)),
    ],
    // Each feeds the next of its schema: no two are alike.
    names.flatMap((name, i) => [feeds('home', name), ...(i >= 4 ? [feeds(`t${i - 4}`, name)] : [])]),
  )
  const picture = await lineageIn(session, { focus: 'id:home' })
  expect(picture.things.titles.toSorted()).toEqual(['100 tables', '100 tables', '100 tables', '100 tables', 'home']) // prettier-ignore
  expect(picture.things.places.filter((place) => place.startsWith('in '))).toHaveLength(4)
  expect(sumsUp(picture.tally.edges)).toBe(true)
})

test('where neighbours feed each other again and again, they all stand beside what the view is about', async () => {
  const names = numbers(40).map((i) => `t${i}`)
  const session = await plainSession(
    ['home', ...names].map((name) => thing('table', name)),
    names.flatMap((name, i) => [feeds('home', name), ...(i > 0 ? [feeds(`t${i - 1}`, name)] : [])]),
  )
  const picture = await lineageIn(session, { focus: 'id:home' })
  expect(names.map((name) => columnOf(picture, name))).toEqual(names.map(() => 1))
  expect(picture.ruler!.map(({ nearest, drawn }) => [nearest, drawn])).toEqual([[0, 1], [1, 40]]) // prettier-ignore
  // What runs within the column has its arrowhead.
  expect(picture.lines.reversed.reduce((sum, is) => sum + is, 0)).toBe(39)
})

test('a few things that feed one another lead to the right, one after the other', async () => {
  const names = numbers(4).map((i) => `t${i}`)
  const session = await plainSession(
    ['home', ...names].map((name) => thing('table', name)),
    names.flatMap((name, i) => [feeds('home', name), ...(i > 0 ? [feeds(`t${i - 1}`, name)] : [])]),
  )
  const picture = await lineageIn(session, { focus: 'id:home' })
  expect(names.map((name) => columnOf(picture, name))).toEqual([1, 2, 3, 4])
})

test('what is equally near leads to the right too, as long as that takes no more than twice as many layers as there are hops', async () => {
  const names = numbers(4).map((i) => `t${i}`)
  const session = await plainSession(
    ['source', 'home', 'next', ...names].map((name) => thing('table', name)),
    [
      ...[feeds('source', 'home'), feeds('home', 'next')],
      ...names.flatMap((name, i) => [feeds('next', name), ...(i > 0 ? [feeds(`t${i - 1}`, name)] : [])]),
    ],
  )
  const picture = await lineageIn(session, { focus: 'id:home' })
  expect(names.map((name) => columnOf(picture, name))).toEqual([3, 4, 5, 6])
  expect(picture.lines.reversed).not.toContain(1)
})

test('what lies between two things leads to the right, however many steps it takes', async () => {
  const names = numbers(40).map((i) => `t${i}`)
  const session = await plainSession(
    names.map((name) => thing('table', name)),
    names.slice(1).map((name, i) => feeds(`t${i}`, name)),
  )
  const path = { from: 'id:t0', to: 'id:t39', takes: 'all', columns: false } as const
  const picture = await lineageIn(session, { path })
  expect(names.map((name) => columnOf(picture, name))).toEqual(numbers(40))
})

test.each(['right', 'down'] as const)(
  'what is outside stands in its lane where the data goes %s, and nothing else does',
  async (flow) => {
    const names = numbers(9).map((i) => `t${i}`)
    const session = await plainSession(
      ['home', ...names].map((name) => thing('table', name)),
      // A chain, so that none is like the other.
      [
        ...names.map((name, i) => feeds(name, names[i + 1] ?? 'home')),
        feedsFromOutside('erp', 'rates', 'home'),
      ],
    )
    const { lane, things } = await lineageIn(session, { focus: 'id:home', up: 'all', flow })
    expect([...things.roles].filter((role) => ROLES[role] === 'outside')).toHaveLength(1)
    expect(lane).not.toBeNull()
    const isInLane = (i: number): boolean =>
      things.x[i]! >= lane!.x &&
      things.y[i]! >= lane!.y &&
      things.x[i]! + things.width[i]! <= lane!.x + lane!.width &&
      things.y[i]! + things.height[i]! <= lane!.y + lane!.height
    for (let i = 0; i < things.count; i++) expect(isInLane(i)).toBe(ROLES[things.roles[i]!] === 'outside')
  },
)

test.each(['right', 'down'] as const)(
  'what is outside stands in its lane where the data goes %s, however much of all it is',
  async (flow) => {
    const session = await plainSession(
      [thing('table', 'home')],
      numbers(5).map((i) => feedsFromOutside('erp', `rates${i}`, 'home')),
    )
    const { lane, things } = await lineageIn(session, { focus: 'id:home', flow })
    const isInLane = (i: number): boolean =>
      things.x[i]! >= lane!.x &&
      things.y[i]! >= lane!.y &&
      things.x[i]! + things.width[i]! <= lane!.x + lane!.width &&
      things.y[i]! + things.height[i]! <= lane!.y + lane!.height
    expect(things.count).toBe(6)
    for (let i = 0; i < things.count; i++) expect(isInLane(i)).toBe(ROLES[things.roles[i]!] === 'outside')
  },
)

test('cards are as wide as their names where there is room, and no wider than lets a window show all layers', async () => {
  const title = 'a_name_of_quite_some_length_'
  const chain = numbers(5).map((i) => `${title}${i}`)
  const session = await plainSession(
    chain.map((name) => thing('table', name)),
    chain.slice(1).map((name, i) => feeds(chain[i]!, name)),
  )
  const four = await lineageIn(session, { focus: `id:${chain[1]}`, up: 1, down: 2 })
  // What it is about is as wide as its name, the others share the rest.
  expect(four.things.width[0]).toBe(172)
  expect(0.8 * four.bounds.width).toBeLessThanOrEqual(936)
  const two = await lineageIn(session, { focus: `id:${chain[0]}`, down: 1 })
  expect(two.things.width[1]).toBe(240)
  const five = await lineageIn(session, { focus: `id:${chain[2]}` })
  expect(five.things.width[0]).toBe(150)
  expect(five.things.width[2]).toBeGreaterThan(250)
})

test('a lineage in boxes has a ruler over its columns, as one without', async () => {
  const session = await plainSession(
    [
      ...['raw', 'marts'].map((id) => thing('schema', id)),
      ...['a', 'b'].map((id) => thing('table', id, 'raw')),
      ...['home', 'c', 'd'].map((id) => thing('table', id, 'marts')),
    ],
    [feeds('a', 'b'), feeds('b', 'home'), feeds('home', 'c'), feeds('c', 'd')],
  )
  const hopsIn = async (boxes: Shown['boxes']) =>
    (await lineageIn(session, { focus: 'id:home', boxes })).ruler!.map(({ layer, nearest, drawn }) => [
      ...[layer, nearest, drawn],
    ])
  expect(await hopsIn('schema')).toEqual(await hopsIn('none'))
  expect(await hopsIn('schema')).toHaveLength(5)
})

test('the ruler counts as drawn what the status line does, and as folded what the stacks hold', async () => {
  const readers = numbers(8).map((i) => `reader${i}`)
  const resources = ['source', 'home', ...readers].map((name) => thing('table', name))
  const lineage = [feeds('source', 'home'), ...readers.map((name) => feeds('home', name))]
  const { ruler, tally } = await lineageIn(await plainSession(resources, lineage), { focus: 'id:home' })
  expect(ruler!.map(({ drawn, folded }) => [drawn, folded])).toEqual([
    [1, 0],
    [1, 0],
    [0, 8],
  ])
  expect(tally.things).toMatchObject({ drawn: 2, folded: 8 })
})
