import { beforeAll, expect, test } from 'vitest'
import { spreadStack } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const TABLES = Array.from({ length: 100 }, (_, i) => `t${i}`)
const LINEAGE: View = { ...FIRST_VIEW, kind: 'lineage', focus: 'id:t0' }

let session: Answers
/** A hundred tables of which each feeds each. */
beforeAll(async () => {
  session = await plainSession(
    TABLES.map((id) => thing('table', id)),
    TABLES.flatMap((one) => TABLES.filter((other) => other !== one).map((other) => feeds(one, other))),
  )
})
const drawn = async (view: View) => (await session.draw({ ...shownOf(view), isNarrow: false }))!

test('in the lineage of a table that feeds 99 others which all feed each other those are one circle, fed and feeding', async () => {
  const { things, lines, tally, ruler } = await drawn(LINEAGE)
  expect([...things.titles].sort()).toEqual(['Circle of 99', 't0'])
  expect([...lines.weights]).toEqual([99, 99])
  expect(tally.things).toMatchObject({ all: 100, drawn: 1, folded: 99, beyond: 0 })
  expect(tally.edges).toMatchObject({ all: 9_900, drawn: 198, folded: 9_702, beyond: 0 })
  expect(ruler!.filter(({ layer }) => layer !== 0).map(({ isBothWays }) => isBothWays)).toEqual([true])
})

test('a click on the circle spreads it out, with every edge', async () => {
  const { things } = await drawn(LINEAGE)
  const stack = things.keys.find((key) => key.startsWith('stack:'))!
  const { tally } = await drawn(spreadStack(LINEAGE, stack))
  expect(tally.things).toMatchObject({ drawn: 100, folded: 0 })
  expect(tally.edges).toMatchObject({ drawn: 9_900, folded: 0 })
})

test('the circle alone is that table and the circle of the others too, and no hops are counted in it', async () => {
  const { things, ruler } = await drawn({ ...LINEAGE, circle: 'circle:id:t0' })
  expect([...things.titles].sort()).toEqual(['Circle of 99', 't0'])
  expect(ruler).toBeNull()
})
