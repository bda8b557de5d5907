import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

/** raw → stg, mart → report, two alone, and columns that lead another way than those that are asked for. */
const session = await plainSession(
  [
    thing('schema', 's'),
    ...['raw', 'stg', 'mart', 'report', 'lonely', 'alone'].map((id) => thing('table', id, 's')),
    ...['raw', 'stg'].flatMap((id) => ['a', 'b'].map((name) => thing('column', `${id}.${name}`, id, name))),
  ],
  [feeds('raw', 'stg'), feeds('raw.a', 'stg.a'), feeds('mart', 'report')],
)
const pathsOf = async (from: string, to: string, columns: boolean) => {
  const path = { ...{ from, to, columns }, takes: 'shortest' } as const
  return await session.paths(from, to, { ...shownOf(FIRST_VIEW), isNarrow: false, path }, 10)
}
const otherOf = async (from: string, to: string) => (await pathsOf(`id:${from}`, `id:${to}`, false)).other

test('paths(from, to) of two that nothing joins offers what the start feeds, else what feeds the end, else nothing', async () => {
  expect(await otherOf('raw', 'report')).toBe('down')
  expect(await otherOf('lonely', 'report')).toBe('up')
  expect(await otherOf('stg', 'lonely')).toBeNull()
  expect(await otherOf('lonely', 'alone')).toBeNull()
})

test('paths(from, to) names columns with their tables, and from table to table the tables', async () => {
  const namesOf = async (columns: boolean) => {
    const { ends, other } = await pathsOf('id:raw.b', 'id:stg.a', columns)
    return [...ends!.map(({ within, name }) => [within, name]), other]
  }
  expect(await namesOf(true)).toEqual([['raw', 'b'], ['stg', 'a'], 'tables'])
  expect(await namesOf(false)).toEqual([[undefined, 'raw'], [undefined, 'stg'], null])
})

test('draw(wish) says of columns that nothing joins which tables they are in', async () => {
  const path = { from: 'id:raw.b', to: 'id:stg.a', columns: true, takes: 'shortest' } as const
  const drawn = await session.draw({ ...shownOf(FIRST_VIEW), kind: 'lineage', isNarrow: false, path })
  expect(drawn!.notices).toEqual([expect.stringContaining('from raw.b to stg.a')])
})
