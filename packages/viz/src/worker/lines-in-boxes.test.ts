import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

test.each([3, 4, 8])(
  'lines among %i schemas that all feed each other stay in their database',
  async (count) => {
    const schemas = Array.from({ length: count }, (_, i) => `s${i}`)
    const session = await plainSession(
      [
        thing('database', 'db'),
        ...schemas.flatMap((schema) => [
          thing('schema', schema, 'db'),
          thing('table', `${schema}.t`, schema),
        ]),
      ],
      schemas.flatMap((from) =>
        schemas.filter((to) => to !== from).map((to) => feeds(`${from}.t`, `${to}.t`)),
      ),
    )
    const { things, lines } = (await session.draw({ ...shownOf(FIRST_VIEW), level: 1, isNarrow: false }))!
    const db = things.keys.indexOf('id:db')
    const across = lines.curves.filter((_, i) => i % 2 === 0)
    expect(Math.min(...across)).toBeGreaterThan(things.x[db]!)
    expect(Math.max(...across)).toBeLessThan(things.x[db]! + things.width[db]!)
  },
)
