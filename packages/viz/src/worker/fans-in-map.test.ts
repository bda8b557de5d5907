import { beforeAll, expect, test } from 'vitest'
import { opening } from '../scene/camera/camera.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { closeContainer } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const CHARTS = Array.from({ length: 30 }, (_, i) => `sales.${i}`)
const OPEN: View = { ...FIRST_VIEW, level: 2 }
const CLOSED = closeContainer(OPEN, 'id:sales', { level: 2, opensAt: 0 })

let session: Answers
/** A table that 30 charts of one dashboard read, and a table beside it. */
beforeAll(async () => {
  session = await plainSession(
    [
      thing('schema', 'marts'),
      thing('table', 'marts.orders', 'marts'),
      thing('table', 'marts.refunds_by_day', 'marts'),
      thing('dashboard', 'sales'),
      ...CHARTS.map((chart) => thing('chart', chart, 'sales')),
    ],
    [feeds('marts.orders', 'marts.refunds_by_day'), ...CHARTS.map((chart) => feeds('marts.orders', chart))],
  )
})

const drawn = async (view: View, isNarrow = false): Promise<Picture> =>
  (await session.draw({ ...shownOf(view), isNarrow }))!

/** The left top of each thing. */
const cornersOf = ({ things }: Picture): Map<string, readonly [number, number]> =>
  new Map(things.keys.map((key, i) => [key, [things.x[i]!, things.y[i]!]]))

const columnsOf = (picture: Picture): Map<number, number> => {
  const columns = new Map<number, number>()
  const corners = cornersOf(picture)
  for (const chart of CHARTS) {
    const [x] = corners.get(`id:${chart}`)!
    columns.set(x, (columns.get(x) ?? 0) + 1)
  }
  return columns
}

test('the Map of a dashboard whose 30 charts read one table has them in three columns of ten, and opens nearly full size', async () => {
  const picture = await drawn(OPEN)
  expect([...columnsOf(picture).values()]).toEqual([10, 10, 10])
  expect(opening(picture.bounds, { width: 937, height: 785 }).k).toBeGreaterThan(0.9)
})

test('lines to the second column of a fan pass the first one at one height', async () => {
  const picture = await drawn(OPEN)
  const [, second] = [...columnsOf(picture).keys()].sort((a, b) => a - b)
  const corners = cornersOf(picture)
  const heights = new Set<number>()
  const { things, lines } = picture
  for (let line = 0; line < lines.count; line++) {
    const [x] = corners.get(things.keys[lines.to[line]!]!)!
    if (x < second!) continue
    const points = lines.curves.subarray(lines.starts[line], lines.starts[line + 1])
    for (let at = 0; at + 7 < points.length; at += 6)
      if (points[at + 1] === points[at + 7] && points[at + 6]! - points[at]! > 100)
        heights.add(points[at + 1]!)
  }
  expect(heights.size).toBe(1)
})

test('a box with a fan that is closed and opened again stands as it stood, and all around it too', async () => {
  const before = cornersOf(await drawn(OPEN))
  const closed = cornersOf(await drawn(CLOSED))
  expect(closed.has('id:sales.0')).toBe(false)
  expect(closed.get('id:marts')).toEqual(before.get('id:marts'))
  expect(cornersOf(await drawn(OPEN))).toEqual(before)
})

test('a phone has as many charts beside each other as fit, and one line down between them', async () => {
  const picture = await drawn(OPEN, true)
  expect(picture.bounds.width).toBeLessThan(500)
  expect(columnsOf(picture).size).toBeGreaterThan(1)
})
