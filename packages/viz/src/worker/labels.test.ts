import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import * as circleMarks from '../scene/marks/circle-marks.ts'
import { fitterOf } from '../scene/marks/cut-text.ts'
import { lightUpCircle } from '../scene/marks/light-up.ts'
import type { Mark, TextMark } from '../scene/marks/marks.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { lookAt } from '../scene/look-at.ts'
import { sceneOf } from '../scene/scene.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const SCHEMAS = ['raw', 'staging', 'marts']
const TABLES = SCHEMAS.flatMap((schema) => Array.from({ length: 6 }, (_, i) => `${schema}.table_${i}`))
const RESOURCES = [
  thing('database', 'warehouse'),
  ...SCHEMAS.map((schema) => thing('schema', schema, 'warehouse')),
  ...TABLES.flatMap((table) => [
    thing('table', table, table.split('.')[0]),
    ...['id', 'amount', 'a_column_with_a_long_name'].map((name) =>
      thing('column', `${table}.${name}`, table, name),
    ),
  ]),
  thing('dashboard_group', 'group'),
  ...['Revenue overview of the year', 'Board'].map((name) => thing('dashboard', name, 'group')),
  ...Array.from({ length: 12 }, (_, i) => thing('chart', `chart ${i}`, i < 8 ? 'Board' : 'group')),
]
const LINEAGE = [
  ...TABLES.slice(0, 12).map((table, i) => feeds(table, TABLES[6 + ((i * 5) % 12)]!)),
  ...TABLES.slice(0, 6).map((table, i) => feeds(`${table}.id`, `${TABLES[6 + i]!}.id`)),
  // Two circles, one of them across schemas; an edge to itself; what is missing and what is outside.
  feeds('marts.table_0', 'marts.table_1'),
  feeds('marts.table_1', 'marts.table_2'),
  feeds('marts.table_2', 'marts.table_0'),
  feeds('marts.table_3', 'raw.table_0'),
  feeds('raw.table_0', 'marts.table_3'),
  feeds('staging.table_1', 'staging.table_1'),
  ...Array.from({ length: 12 }, (_, i) => feeds(`marts.table_${i % 6}`, `chart ${i}`)),
  feedsFromOutside('erp', 'rates', 'raw.table_1'),
  feeds('gone', 'raw.table_2'),
]

let session: Answers
beforeAll(async () => {
  session = await plainSession(RESOURCES, LINEAGE)
})

const fitter = fitterOf((text) => text.length * 6.5)
const size = { width: 1100, height: 750 }

interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where a text stands: as wide as it is measured, as high as its small letters with half of what reaches beyond them. */
function boxOf({ x, y, text, size: height, weight, anchor }: TextMark): Box {
  const width = fitter.width(text, height, weight)
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return { text, left, right: left + width, top: y - 0.65 * height, bottom: y + 0.1 * height }
}

const SLACK = 0.5

function overlapping(marks: readonly Mark[]): string[] {
  const boxes = marks.filter((mark) => mark.kind === 'text').map(boxOf)
  const found: string[] = []
  boxes.forEach((one, i) => {
    for (const other of boxes.slice(i + 1))
      if (
        one.left < other.right - SLACK &&
        other.left < one.right - SLACK &&
        one.top < other.bottom - SLACK &&
        other.top < one.bottom - SLACK
      )
        found.push(`${one.text} on ${other.text} at ${Math.round(one.left)}, ${Math.round(one.top)}`)
  })
  return found
}

const views: fc.Arbitrary<Partial<Shown>> = fc.oneof(
  fc.record({ kind: fc.constant('map' as const), level: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    kind: fc.constant('lineage' as const),
    focus: fc.constantFrom('id:marts.table_0', 'id:staging.table_1', 'id:raw.table_0.id', 'id:Board'),
    up: fc.constantFrom(1, 2, 'all' as const),
    boxes: fc.constantFrom('none' as const, 'schema' as const),
    columns: fc.constantFrom('traced' as const, 'all' as const, 'none' as const),
  }),
)
const scales = fc.double({ min: -5, max: 2, noNaN: true }).map((power) => 2 ** power)

test('no label lies on another, whatever is shown and however near', async () => {
  await fc.assert(
    fc.asyncProperty(views, scales, fc.boolean(), fc.nat(), async (shown, k, isNarrow, aim) => {
      const wish = { ...shownOf(FIRST_VIEW), ...shown, isNarrow }
      const picture = prepare((await session.draw(wish)) as Picture)
      const at = aim % picture.things.count
      const camera = { x: picture.things.x[at]!, y: picture.things.y[at]!, k }
      const seen = lookAt(picture, { camera, size, fitter })
      const { ground, rest, top } = sceneOf(seen, NO_LIGHT)
      expect(overlapping([...ground, ...rest, ...top])).toEqual([])
      const [circle] = picture.circles
      if (!circle) return
      const lit = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(picture, circle) })
      expect(overlapping([...lit.ground, ...lit.top])).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)
