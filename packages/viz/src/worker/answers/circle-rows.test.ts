import { expect, test } from 'vitest'
import { lineKeys } from '../../scene/picture/targets.ts'
import { prepare } from '../../scene/picture/prepared.ts'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'

test('a circle is told in the same order in the picture, in the list and with its finding: what is to be cut comes last', async () => {
  const tables = ['customers', 'customer_orders', 'segments', 'scores']
  const session = await plainSession(
    tables.map((id) => thing('table', id)),
    [
      feeds('customers', 'customer_orders'),
      feeds('customer_orders', 'segments'),
      feeds('segments', 'customers'),
      feeds('customers', 'scores'),
      feeds('scores', 'segments'),
    ],
  )
  const picture = prepare((await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false }))!)
  const [drawn] = picture.circles
  const way = drawn!.way.map((line) => lineKeys(picture, line).from)
  expect(lineKeys(picture, drawn!.way.at(-1)!)).toEqual({ from: 'id:segments', to: 'id:customers' })

  const { rows } = await session.circles(0, 10)
  expect(rows[0]!.way.map(({ key }) => key)).toEqual(way)

  const wish = { mute: [], rule: 'lineage/no-cycle', by: 'severity', from: 0, count: 1, focus: null } as const
  const found = await session.findings(wish)
  const finding = (await session.finding(found.rows[0]!.fingerprint))!
  expect(finding.wayRound!.way.map(({ from }) => from.key)).toEqual(way)
})
