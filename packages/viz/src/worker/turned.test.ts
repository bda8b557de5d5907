import { expect, test } from 'vitest'
import { fitterOf } from '../scene/marks/cut-text.ts'
import type { TextMark } from '../scene/marks/marks.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { lookAt } from '../scene/look-at.ts'
import { topOf } from '../scene/scene.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const sixEach = fitterOf((text) => text.length * 6)

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

test('what is outside has its name over it where the lineage goes down, as where it goes to the right', async () => {
  const tables = ['orders', 'payments', 'refunds']
  const session = await plainSession(
    [thing('table', 'd')],
    tables.map((table) => feedsFromOutside('shop', table, 'd')),
  )
  for (const [flow, isNarrow] of [
    ['right', false],
    ['down', false],
    ['down', true],
  ] as const) {
    const wish = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:d', flow, isNarrow } as const
    const picture = prepare((await session.draw(wish))!)
    const { x, y, width, height } = picture.bounds
    for (const k of [0.7, 1]) {
      const camera = { x: x + width / 2, y: y + height / 2, k }
      const seen = lookAt(picture, { camera, size: { width: 1440, height: 900 }, fitter: sixEach })
      const title = topOf(seen, NO_LIGHT).find(
        (mark) => mark.kind === 'text' && mark.text === 'Outside this run',
      ) as TextMark | undefined
      const top = Math.min(...picture.things.y.filter((_, card) => picture.things.roles[card] === 1))
      const above = (top - camera.y) * k + 450 - (title?.y ?? Infinity)
      expect({ flow, isNarrow, k, isAbove: above > 0 && above < 32 }).toEqual({
        ...{ flow, isNarrow, k, isAbove: true },
      })
    }
  }
})
