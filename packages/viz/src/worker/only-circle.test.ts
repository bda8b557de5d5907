import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

/** a → b → c → a, before it x → a, after it c → y. */
const session = await plainSession(
  ['a', 'b', 'c', 'x', 'y'].map((id) => thing('table', id)),
  [feeds('a', 'b'), feeds('b', 'c'), feeds('c', 'a'), feeds('x', 'a'), feeds('c', 'y')],
)
const draw = async (part: Partial<Shown>) =>
  (await session.draw({
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:c', circle: 'circle:id:a', isNarrow: false },
    ...part,
  }))!

test('a circle alone is its things and what leads among them; where the rest is stays told', async () => {
  const { things, lines, tally, circles } = await draw({})
  expect([...things.keys].sort()).toEqual(['id:a', 'id:b', 'id:c'])
  expect(lines.count).toBe(3)
  expect(circles.map(({ key }) => key)).toEqual(['circle:id:a'])
  expect(tally.things).toMatchObject({ all: 5, drawn: 3, beyond: 2 })
  expect(tally.edges).toMatchObject({ all: 5, drawn: 3, beyond: 2 })
  expect([...things.waitsUp, ...things.waitsDown]).toEqual([0, 0, 0, 0, 0, 0])
})

test('filters leave out things of a circle too', async () => {
  expect([...(await draw({ hide: ['id:b'] })).things.keys].sort()).toEqual(['id:c', 'id:a'].sort())
})

test('a circle that the run does not have leaves what is around the focus', async () => {
  expect((await draw({ circle: 'circle:id:x' })).things.keys).toContain('id:y')
})
