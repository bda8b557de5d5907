import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const TABLES = Array.from({ length: 7 }, (_, i) => `t${i}`)
const COLUMNS = Array.from({ length: 8 }, (_, i) => `c${i}`)

/** A table that feeds six others, all of eight columns. */
const fan = (): Promise<Answers> =>
  plainSession(
    TABLES.flatMap((table) => [
      thing('table', table),
      ...COLUMNS.map((column) => thing('column', `${table}.${column}`, table)),
    ]),
    TABLES.slice(1).map((table) => feeds('t0', table)),
  )

const lineage = (columns: 'none' | 'all') => ({
  ...shownOf(FIRST_VIEW),
  ...{ kind: 'lineage' as const, focus: 'id:t0', columns, isNarrow: false },
})

test('draw(wish) leaves no holes where cards have no columns any more', async () => {
  const session = await fan()
  await session.draw(lineage('all'))
  const left = (await session.draw(lineage('none')))!
  const fresh = (await (await fan()).draw(lineage('none')))!
  expect([left.things.y, left.bounds]).toEqual([fresh.things.y, fresh.bounds])
})
