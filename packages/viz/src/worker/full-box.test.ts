import { beforeAll, expect, test } from 'vitest'
import type { Picture } from '../scene/picture/picture.ts'
import { foldStack, spreadStack } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const READERS = Array.from({ length: 200 }, (_, i) => `reader${i}`)
const OTHERS = Array.from({ length: 40 }, (_, i) => `other${i}`)
const OPEN: View = { ...FIRST_VIEW, level: 2 }
const CLOSED: View = { ...OPEN, closed: ['id:src'] }
const STACK = 'stack:fan:id:reader1'

let session: Answers
/** Tables of a schema: 200 that read one table of another, of which one feeds a table more, and 40 that read another one. */
beforeAll(async () => {
  session = await plainSession(
    [
      ...[thing('database', 'db'), ...['src', 'rep', 'mart'].map((id) => thing('schema', id, 'db'))],
      ...['base', 'second'].map((id) => thing('table', id, 'src')),
      ...[...READERS, ...OTHERS].map((id) => thing('table', id, 'rep')),
      ...READERS.slice(0, 100).map((id) => thing('column', `${id}.x`, id)),
      thing('table', 'after', 'mart'),
    ],
    [
      ...READERS.map((id, i) => feeds('base', i < 100 ? `${id}.x` : id)),
      ...OTHERS.map((id) => feeds('second', id)),
      feeds('reader0', 'after'),
    ],
  )
})

const drawn = async (view: View): Promise<Picture> =>
  (await session.draw({ ...shownOf(view), isNarrow: false }))!
const stacksOf = ({ things }: Pick<Picture, 'things'>): string[] =>
  things.titles.filter((_, i) => things.forms[i] === 4)

test('a table with 200 readers in an open box is that table and a stack in the box, which counts what it folds', async () => {
  const { things, lines, tally } = await drawn(OPEN)
  expect(stacksOf({ things }).sort()).toEqual(['199 tables', '40 tables'])
  const stack = things.keys.indexOf(STACK)
  expect(things.box[stack]).toBe(things.keys.indexOf('id:rep'))
  expect([...lines.weights].sort((a, b) => a - b)).toEqual([1, 1, 40, 199])
  expect(tally.things).toMatchObject({ drawn: 8, folded: 339 })
  expect(tally.edges).toMatchObject({ all: 241, drawn: 241 })
})

test('it folds as well where the box of that table is closed, and spread it stays spread where that opens', async () => {
  expect(stacksOf(await drawn(CLOSED))).toEqual(['239 tables'])
  const spread = await drawn(spreadStack(OPEN, STACK))
  expect(stacksOf(spread)).toEqual(['40 tables'])
  expect(spread.tally.things).toMatchObject({ drawn: 207, folded: 140 })
  const { key, members } = spread.spread[0]!
  expect([key, members.length]).toEqual([STACK, 199])
  expect(stacksOf(await drawn(foldStack(spreadStack(OPEN, STACK), members)))).toHaveLength(2)
})

test('what can be read folds nothing: 140 tables that filters leave, or a box of 120', async () => {
  const hide = READERS.slice(0, 100).map((id) => `id:${id}`)
  expect(stacksOf(await drawn({ ...OPEN, hide }))).toEqual([])
  const few = await plainSession(
    [
      thing('schema', 'rep'),
      thing('table', 'base'),
      ...READERS.slice(0, 120).map((id) => thing('table', id, 'rep')),
    ],
    READERS.slice(0, 120).map((id) => feeds('base', id)),
  )
  const { things } = (await few.draw({ ...shownOf({ ...FIRST_VIEW, level: 2 }), isNarrow: false }))!
  expect(things.count).toBe(122)
})

test('tables without lineage are listed in their box, however many', async () => {
  const many = await plainSession(
    [thing('schema', 'rep'), ...READERS.map((id) => thing('table', id, 'rep'))],
    [],
  )
  const { things } = (await many.draw({ ...shownOf({ ...FIRST_VIEW, level: 2 }), isNarrow: false }))!
  expect(things.count).toBe(201)
})

test('what is told of a stack in a box is that of all that it folds, and what shows one of its things is the stack', async () => {
  const wish = { ...shownOf(OPEN), isNarrow: false }
  expect(await session.locate('id:reader7', wish)).toEqual([STACK])
  expect((await session.describeEdge('id:base', STACK, wish, 5))?.edges.total).toBe(199)
})
