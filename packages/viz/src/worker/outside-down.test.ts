import { expect, test } from 'vitest'
import { ROLES, type Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const drawn = async (lineage: readonly object[], shown: Partial<Shown>): Promise<Picture> => {
  const session = await plainSession(
    [thing('schema', 's'), ...TABLES.map((id) => thing('table', id, 's'))],
    [...TABLES.slice(1).map((id, i) => feeds(TABLES[i]!, id)), ...lineage],
  )
  return (await session.draw({ ...shownOf(FIRST_VIEW), level: 1, ...shown, isNarrow: false }))!
}
const TABLES = Array.from({ length: 12 }, (_, i) => `t${i}`)
const RATES = 'table:[null,null,"erp","rates"]'
const INTO_T3 = feedsFromOutside('erp', 'rates', 't3')
/** `t3` feeds what is outside. */
const OUT_OF_T3 = {
  from_identifier: { type: 'internal_resource', databuilder_id: 't3' },
  to_identifier: { type: 'external_table', cluster: null, database: null, schema: 'erp', table: 'rates' },
}

/** Whether one stands wholly above another. */
const isAbove = ({ things }: Picture, one: string, other: string): boolean => {
  const [first, second] = [things.keys.indexOf(one), things.keys.indexOf(other)]
  expect([first, second]).not.toContain(-1)
  return things.y[first]! + things.height[first]! <= things.y[second]!
}
const boxOf = ({ things }: Picture, key: string): string | undefined =>
  things.keys[things.box[things.keys.indexOf(key)]!]

test('in a Map that leads down what is outside stands in a box before what it feeds, and there is no lane', async () => {
  const map = await drawn([INTO_T3], { flow: 'down', opened: ['id:s'], level: 9 })
  expect(map.lane).toBeNull()
  const box = boxOf(map, RATES)
  expect(box).toBeDefined()
  expect(isAbove(map, RATES, 'id:t3')).toBe(true)
})

test('in a Map that leads to the right the same stands in a lane at its foot, in no box', async () => {
  const map = await drawn([INTO_T3], { flow: 'right', opened: ['id:s'], level: 9 })
  expect(map.lane).not.toBeNull()
  expect(boxOf(map, RATES)).toBeUndefined()
  expect(isAbove(map, 'id:s', RATES)).toBe(true)
})

test('in a Map that leads to the right what is outside is a box where it is more than a few of all that is shown', async () => {
  const many = TABLES.map((id) => feedsFromOutside('erp', `rates of ${id}`, id))
  const map = await drawn(many, { flow: 'right', level: 1 })
  expect(map.lane).toBeNull()
})

test('where a lineage leads down what is outside stands in a band before all else, also before what is nearer', async () => {
  const lineage = await drawn([INTO_T3], { kind: 'lineage', focus: 'id:t5', up: 'all', flow: 'down' })
  expect(lineage.lane).not.toBeNull()
  expect(isAbove(lineage, RATES, 'id:t0')).toBe(true)
})

test('what something inside feeds stands in its hop where a lineage leads down, below that, and not in a band', async () => {
  const lineage = await drawn([OUT_OF_T3], { kind: 'lineage', focus: 'id:t3', flow: 'down' })
  expect(lineage.lane).toBeNull()
  const { roles, keys } = lineage.things
  expect(ROLES[roles[keys.indexOf(RATES)]!]).toBe('outside')
  expect(isAbove(lineage, 'id:t3', RATES)).toBe(true)
})

test('one thing outside that is fed keeps all that is outside out of the band', async () => {
  const both = [feedsFromOutside('erp', 'codes', 't3'), OUT_OF_T3]
  const lineage = await drawn(both, { kind: 'lineage', focus: 'id:t3', up: 'all', flow: 'down' })
  expect(lineage.lane).toBeNull()
  expect(isAbove(lineage, 'table:[null,null,"erp","codes"]', 'id:t3')).toBe(true)
  expect(isAbove(lineage, 'id:t0', 'table:[null,null,"erp","codes"]')).toBe(true)
})

test('the ruler of a lineage view that leads down has its layers from top to bottom, as high as what stands in them', async () => {
  const { ruler, things } = await drawn([], { kind: 'lineage', focus: 'id:t5', up: 1, down: 1, flow: 'down' })
  expect(ruler?.map(({ layer, nearest, drawn: count }) => [layer, nearest, count])).toEqual([
    [-1, 1, 1],
    [0, 0, 1],
    [1, 1, 1],
  ])
  const top = (key: string): number => things.y[things.keys.indexOf(key)]!
  expect(ruler?.map(({ x }) => x)).toEqual([top('id:t4'), top('id:t5'), top('id:t6')])
  expect(ruler?.map(({ width }) => width)).toEqual([44, 44, 44])
})
