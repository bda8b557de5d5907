import { expect, test } from 'vitest'
import { spreadStack } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => name + i)
const tables = (ids: readonly string[], parent: string | null = null): object[] =>
  ids.map((id) => thing('table', id, parent))
const drawn = async (session: Answers, view: View = FIRST_VIEW) =>
  (await session.draw({ ...shownOf(view), isNarrow: false }))!

/** A table that 120 tables feed and that feeds 120. */
const [sources, readers] = [named('source', 120), named('reader', 120)]
const star = await plainSession(tables(['hub', ...sources, ...readers]), [
  ...sources.map((id) => feeds(id, 'hub')),
  ...readers.map((id) => feeds('hub', id)),
])

test('the Map of a table with 240 neighbours in no container is that table and two stacks', async () => {
  const { things, lines, tally } = await drawn(star)
  expect([...things.titles].sort()).toEqual(['120 tables', '120 tables', 'hub'])
  expect([...lines.weights]).toEqual([120, 120])
  expect(tally.things).toMatchObject({ all: 241, drawn: 1, folded: 240 })
  expect(tally.edges).toMatchObject({ all: 240, drawn: 240, folded: 0 })
})

test('a stack of the Map is spread by a click, and the other stays', async () => {
  const { things } = await drawn(star)
  const stack = things.keys.find((key) => key.startsWith('stack:'))!
  const spread = await drawn(star, spreadStack(FIRST_VIEW, stack))
  expect(spread.tally.things).toMatchObject({ drawn: 121, folded: 120 })
})

test('what can be read stays as it is: 30 readers of a table in no container', async () => {
  const few = await plainSession(
    tables(['hub', ...named('reader', 30)]),
    named('reader', 30).map((id) => feeds('hub', id)),
  )
  expect((await drawn(few)).things.count).toBe(31)
})

test('things without lineage fold where they would leave no room for the others, by their sort, containers last', async () => {
  const session = await plainSession(
    [
      ...tables([...named('lone', 140), 'a', 'b']),
      ...named('board', 20).map((id) => thing('dashboard', id)),
      ...named('group', 9).map((id) => thing('dashboard_group', id)),
      ...named('group', 9).map((id) => thing('dashboard', `of ${id}`, id)),
      thing('metric', 'odd'),
    ],
    [feeds('a', 'b')],
  )
  const { things } = await drawn(session)
  expect([...things.titles].sort()).toEqual([
    '140 tables',
    '20 dashboards',
    'a',
    'b',
    ...named('group', 9),
    'odd',
  ])
})

const pairsOf = (one: string, other: string, count: number) =>
  named('', count).map((i) => feeds(one + i, other + i))

test('small parts of equal shape fold where they are more than can be read: each of their places into a stack', async () => {
  const session = await plainSession(
    tables([
      ...['a', 'b', 'c'],
      ...named('up', 60),
      ...named('down', 60),
      ...named('egg', 20),
      ...named('hen', 20),
      ...named('self', 20),
    ]),
    [
      ...[feeds('a', 'b'), feeds('b', 'c')],
      ...pairsOf('up', 'down', 60),
      ...pairsOf('egg', 'hen', 20),
      ...pairsOf('hen', 'egg', 20),
      ...pairsOf('self', 'self', 20),
    ],
  )
  const { things, lines, tally } = await drawn(session)
  expect([...things.titles].sort()).toEqual([
    ...['20 tables', '20 tables', '20 tables', '60 tables', '60 tables'],
    ...['a', 'b', 'c'],
  ])
  expect([...lines.weights].sort((a, b) => a - b)).toEqual([1, 1, 20, 20, 60])
  expect(tally.things).toMatchObject({ all: 183, drawn: 3, folded: 180 })
  expect(tally.edges).toMatchObject({ all: 122, drawn: 102, folded: 20 })
})

test('missing things fold together where they are more than can be read, those that feed apart from those that are fed', async () => {
  const ends = named('end', 120)
  const session = await plainSession(tables(ends), [
    // Ends of a chain, so that no two of them are alike.
    ...ends.slice(1).map((id, i) => feeds(ends[i]!, id)),
    ...ends.map((id) => feeds(`gone ${id}`, id)),
    ...ends.slice(0, 20).map((id) => feeds(id, `lost ${id}`)),
  ])
  const { things, tally } = await drawn(session)
  expect([...things.titles].sort()).toEqual([...ends, '120 missing', '20 missing'].sort())
  expect(tally.edges).toMatchObject({ all: 259, drawn: 259 })
})
