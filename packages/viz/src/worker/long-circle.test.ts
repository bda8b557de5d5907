import { expect, test } from 'vitest'
import { STROKES } from '../scene/picture/picture.ts'
import { showCircle, spreadStack } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const RING = Array.from({ length: 100 }, (_, i) => `t${i}`)
/** A ring of a hundred tables, and one beside it. */
const session = await plainSession(
  [...RING, 'beside'].map((id) => thing('table', id)),
  [...RING.map((id, i) => feeds(id, RING[(i + 1) % 100]!)), feeds('beside', 't50')],
)
const VIEW = showCircle(FIRST_VIEW, { key: 'circle:id:t0', from: 'id:t99', to: 'id:t0', size: 100 })
const drawn = async (view: View) => (await session.draw({ ...shownOf(view), isNarrow: false }))!

test('a circle of 100 is shown alone, its middle folded, with the edge that closes it leading back', async () => {
  const { things, lines, tally, circles } = await drawn(VIEW)
  expect([...things.titles].sort()).toEqual(['96 tables', 't0', 't1', 't98', 't99'])
  expect(tally.things).toMatchObject({ all: 101, drawn: 4, folded: 96, beyond: 1 })
  expect(tally.edges).toMatchObject({ all: 101, drawn: 5, folded: 95, beyond: 1 })
  const back = lines.strokes.indexOf(STROKES.indexOf('back'))
  expect([things.titles[lines.from[back]!], things.titles[lines.to[back]!]]).toEqual(['t99', 't0'])
  expect(circles[0]).toMatchObject({ size: 100, cut: [back], wayHops: 100, wayAt: [0, 1, 97, 98, 99] })
})

test('the middle of a long circle is spread by a click', async () => {
  const stack = (await drawn(VIEW)).things.keys.find((key) => key.startsWith('stack:'))!
  expect((await drawn(spreadStack(VIEW, stack))).tally.things).toMatchObject({ drawn: 100, folded: 0 })
})

test('a short circle is shown with the lineage around it', () => {
  const view = showCircle(FIRST_VIEW, { key: 'circle:id:a', from: 'id:b', to: 'id:a', size: 2 })
  expect(view).toMatchObject({ circle: null, focus: 'id:b', up: 2, down: 2 })
})
