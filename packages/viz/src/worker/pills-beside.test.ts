import { expect, test } from 'vitest'
import { fitterOf } from '../scene/marks/cut-text.ts'
import { pillsOf } from '../scene/marks/pills.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const fitter = fitterOf((text) => text.length * 6.5)
const TABLES = Array.from({ length: 40 }, (_, i) => `t${i}`)
/** Each table of a source feeds the next one, and some that wait. */
const RESOURCES = [
  thing('table', 'source'),
  ...TABLES.flatMap((table, i) => [
    thing('table', table),
    ...Array.from({ length: 1 + ((i * 3) % 11) }, (_, reader) => thing('table', `${table} ${reader}`)),
  ]),
]
const LINEAGE = TABLES.flatMap((table, i) => [
  feeds('source', table),
  ...(i > 0 ? [feeds(TABLES[i - 1]!, table)] : []),
  ...Array.from({ length: 1 + ((i * 3) % 11) }, (_, reader) => feeds(table, `${table} ${reader}`)),
])

test.each([0.8, 0.9, 1])(
  'at %s the pills of tables that feed one another stand beside their cards, however lines turn there',
  async (k) => {
    const session = await plainSession(RESOURCES, LINEAGE)
    const shown = shownOf({ ...FIRST_VIEW, kind: 'lineage', focus: 'id:source', up: 1, down: 1 })
    const picture = prepare((await session.draw({ ...shown, isNarrow: false }))!)
    const cards = [...picture.things.keys.keys()]
    const pills = cards.flatMap((card) => pillsOf(picture, card, { x: 0, y: 0, k }, fitter, false))
    expect(pills).toHaveLength(40)
    expect(pills.filter(({ stands }) => stands !== 'beside')).toEqual([])
  },
)
