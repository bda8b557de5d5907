import { expect, test } from 'vitest'
import type { Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const lineageIn = async (session: Answers, shown: Partial<Shown>): Promise<Picture> =>
  (await session.draw({ ...shownOf(FIRST_VIEW), kind: 'lineage', ...shown, isNarrow: false }))!
const drawnIn = ({ tally }: Picture): number => tally.things.drawn
/** Tables that feed one another, one after the other. */
const chain = (length: number): Promise<Answers> => {
  const names = Array.from({ length }, (_, i) => `t${i}`)
  return plainSession(
    names.map((name) => thing('table', name)),
    names.slice(1).map((name, i) => feeds(names[i]!, name)),
  )
}
const ALL = { focus: 'id:t0', up: 0, down: 'all' } as const
const PATH = { path: { from: 'id:t0', to: 'id:t2099', takes: 'all', columns: false } } as const

test('of a lineage of more than 2,000 things the nearest are drawn at first, and all of them where they are asked for', async () => {
  const session = await chain(2100)
  const picture = await lineageIn(session, ALL)
  expect(drawnIn(picture)).toBe(2000)
  expect(picture.ifAll).toBe(2100)
  expect(picture.notices).toEqual([
    'The nearest 2,000 of 2,100 things are drawn: the others wait at the cards that they belong to.',
  ])
  const all = await lineageIn(session, { ...ALL, most: 'all' })
  expect(all).toMatchObject({ ifAll: null, ifMost: null, notices: [] })
  expect(drawnIn(all)).toBe(2100)
})

test('what lies between two things waits at no card: the words do not say so', async () => {
  const session = await chain(2100)
  const picture = await lineageIn(session, PATH)
  expect(picture.notices).toEqual(['2,000 of 2,100 things on these paths are drawn: those on the shortest.'])
  expect(picture.ifAll).toBe(2100)
  expect(drawnIn(await lineageIn(session, { ...PATH, most: 'all' }))).toBe(2100)
})

test('more than 5,000 things are not drawn, also where all are asked for: then a list of all is offered instead', async () => {
  const session = await chain(5_050)
  const picture = await lineageIn(session, ALL)
  expect(picture).toMatchObject({ ifAll: 5_050, ifMost: null })
  const all = await lineageIn(session, { ...ALL, most: 'all' })
  expect(drawnIn(all)).toBe(5_000)
  expect(all).toMatchObject({ ifAll: null, ifMost: 5_050 })
  expect(all.notices).toEqual([
    'The nearest 5,000 of 5,050 things are drawn: the others wait at the cards that they belong to.',
  ])
})

test('what waits at a card since the picture takes no more is drawn where somebody opens it there, and nothing goes for it', async () => {
  const session = await chain(2100)
  const last = { key: 'id:t1999', side: 'down' } as const
  const before = await lineageIn(session, ALL)
  expect(before.things.waitsDown[before.things.keys.indexOf(last.key)]).toBe(1)
  const one = await lineageIn(session, { ...ALL, expanded: [{ ...last, far: false }] })
  expect(one.things.keys).toEqual(expect.arrayContaining([...before.things.keys, 'id:t2000']))
  expect(one.tally.things.drawn).toBe(2001)
  expect(one.notices).toEqual([
    'The nearest 2,001 of 2,100 things are drawn: the others wait at the cards that they belong to.',
  ])
  const far = await lineageIn(session, { ...ALL, expanded: [{ ...last, far: true }] })
  expect(far.tally.things.drawn).toBe(2100)
})
