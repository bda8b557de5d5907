import { expect, test } from 'vitest'
import { FIRST_VIEW } from '../state/view.ts'
import { thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

test('settle(view, level) does not keep a level at which a run that has grown would show thousands of things', async () => {
  const levelAfter = async (count: number): Promise<number | null> => {
    const tables = Array.from({ length: count }, (_, i) => thing('table', `t${i}`, `s${i % 4}`))
    const session = await plainSession([...[0, 1, 2, 3].map((i) => thing('schema', `s${i}`)), ...tables], [])
    return (await session.settle(FIRST_VIEW, 1)).level
  }
  expect([await levelAfter(400), await levelAfter(4000)]).toEqual([1, null])
})
