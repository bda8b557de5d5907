import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const MAP = { ...shownOf(FIRST_VIEW), isNarrow: false }

test('draw(wish) places anew what filters leave of much, and its bounds begin where it does', async () => {
  const pairs = Array.from({ length: 40 }, (_, i) => [`from${i}`, `to${i}`] as const)
  const shop = await plainSession(
    pairs.flat().map((id) => thing('table', id)),
    pairs.map(([from, to]) => feeds(from, to)),
  )
  const whole = (await shop.draw(MAP))!
  const hide = pairs.slice(1, -1).flatMap((pair) => pair.map((id) => `id:${id}`))
  const left = (await shop.draw({ ...MAP, hide }))!
  expect(left.things.keys).toEqual(['id:from0', 'id:to0', 'id:from39', 'id:to39'])
  expect(left.bounds.width * left.bounds.height).toBeLessThan(0.2 * whole.bounds.width * whole.bounds.height)
  for (const { things, bounds } of [whole, left]) {
    expect(Math.min(...things.x) - bounds.x).toBeLessThanOrEqual(40)
    expect(Math.min(...things.y) - bounds.y).toBeLessThanOrEqual(40)
  }
})
