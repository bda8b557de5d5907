import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

test('describeEdge(from, to) on a path from a container has the edges that its line stands for', async () => {
  const session = await plainSession(
    [thing('schema', 's'), thing('table', 'a', 's'), thing('table', 'b', 's'), thing('table', 'c')],
    [feeds('a', 'c'), feeds('b', 'c')],
  )
  const wish: PictureWish = {
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:s', isNarrow: false },
    path: { from: 'id:s', to: 'id:c', columns: false, takes: 'shortest' },
  }
  const picture = await session.draw(wish)
  expect(picture?.things.keys).toEqual(['id:s', 'id:c'])
  expect(picture?.lines.weights).toEqual(Uint32Array.of(1))
  expect((await session.describeEdge('id:s', 'id:c', wish, 10))?.edges.total).toBe(1)
})
