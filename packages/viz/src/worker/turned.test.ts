import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

test('a lineage that goes down has its neighbours beside each other in a wide window, as many as a narrow one has room for there', async () => {
  const feeders = ['a', 'b', 'c']
  const session = await plainSession(
    [...feeders, 'd'].map((id) => thing('table', id)),
    feeders.map((id) => feeds(id, 'd')),
  )
  const rowsIn = async (isNarrow: boolean): Promise<number> => {
    const wish = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:d', flow: 'down', isNarrow } as const
    const { things } = (await session.draw(wish))!
    return new Set(things.keys.flatMap((key, card) => (key === 'id:d' ? [] : [things.y[card]!]))).size
  }
  expect(await rowsIn(false)).toBe(1)
  expect(await rowsIn(true)).toBeGreaterThan(1)
})
