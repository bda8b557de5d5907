import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import { feedsFromOutside, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'

test('a stack of tables that are outside says in how many schemas they are', async () => {
  const tables = Array.from({ length: 9 }, (_, i) => feedsFromOutside(`s${i % 3}`, `t${i}`, 'd'))
  const session = await plainSession([thing('dashboard', 'd')], tables)
  const { things } = (await session.draw({
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:d', isNarrow: false },
  }))!
  const stack = things.titles.indexOf('9 tables')
  expect(things.places[stack]).toBe('in 3 schemas')
})
