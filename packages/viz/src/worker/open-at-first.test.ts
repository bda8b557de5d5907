import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const MAP = { ...shownOf(FIRST_VIEW), isNarrow: false, level: 2 }
const SCHEMAS = Array.from({ length: 20 }, (_, i) => `s${i}`)

test('openAtFirst(wish) opens all boxes of the picture, and of a huge one as many levels as are not too many things', async () => {
  const openIn = async (tables: number): Promise<readonly string[]> => {
    const large = await plainSession(
      [
        thing('database', 'db'),
        ...SCHEMAS.map((id) => thing('schema', id, 'db')),
        ...SCHEMAS.flatMap((id) =>
          Array.from({ length: tables }, (_, i) => thing('table', `${id}.t${i}`, id)),
        ),
      ],
      [],
    )
    return large.openAtFirst(MAP)
  }
  expect(await openIn(20)).toEqual(['id:db', ...SCHEMAS.map((id) => `id:${id}`)])
  expect(await openIn(600)).toEqual(['id:db'])
})

test('openAtFirst(wish) opens what is around the things of a lineage view, and of the ways between two', async () => {
  const session = await plainSession(
    [
      thing('database', 'db'),
      ...['raw', 'marts', 'idle'].map((id) => thing('schema', id, 'db')),
      thing('table', 'orders', 'raw'),
      thing('table', 'sums', 'marts'),
      thing('table', 'alone', 'idle'),
      thing('dashboard_group', 'group'),
      thing('dashboard', 'board', 'group'),
    ],
    [feeds('orders', 'sums'), feeds('sums', 'board')],
  )
  const openIn = async (shown: Partial<Shown>): Promise<readonly string[]> =>
    (await session.openAtFirst({ ...MAP, kind: 'lineage', ...shown })).toSorted()
  expect(await openIn({ focus: 'id:orders', down: 1 })).toEqual(['id:db', 'id:marts', 'id:raw'])
  expect(await openIn({ focus: 'id:board', up: 1 })).toEqual(['id:db', 'id:group', 'id:marts'])
  const path = { from: 'id:orders', to: 'id:board', takes: 'shortest', columns: false } as const
  expect(await openIn({ path })).toEqual(['id:db', 'id:group', 'id:marts', 'id:raw'])
})
