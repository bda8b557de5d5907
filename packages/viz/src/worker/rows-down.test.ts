import { expect, test } from 'vitest'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { CARD } from '../scene/picture/measures.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const COLUMNS = Array.from({ length: 30 }, (_, i) => `c${i}`)
const TABLES = ['orders', 'payments', 'sales', 'daily']

/** Each column of sales is fed by those of its name, and feeds that of its name; the last table feeds the first one back. */
const drawn = async (shown: Partial<Shown> = {}): Promise<Prepared> => {
  const session = await plainSession(
    TABLES.flatMap((table) => [
      thing('table', table),
      ...COLUMNS.map((column) => thing('column', `${table}.${column}`, table, column)),
    ]),
    [
      ...COLUMNS.flatMap((column) => [
        feeds(`orders.${column}`, `sales.${column}`),
        feeds(`payments.${column}`, `sales.${column}`),
        feeds(`sales.${column}`, `daily.${column}`),
      ]),
      feeds('daily.c1', 'orders.c1'),
    ],
  )
  const view = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:sales', columns: 'all', flow: 'down' }
  return prepare((await session.draw({ ...view, ...shown, isNarrow: false } as never))!)
}

/** Where a line begins or ends, against its card: at which side, and how far below the top. */
function endOf({ things, lines, curvesAt }: Prepared, line: number, which: 'from' | 'to', k: number) {
  const card = lines[which][line]!
  const at = which === 'from' ? lines.starts[line]! : lines.starts[line + 1]! - 2
  const [x, y] = [curvesAt(k)[at]! - things.x[card]!, curvesAt(k)[at + 1]! - things.y[card]!]
  const side = Math.abs(x) < 0.01 ? 'left' : Math.abs(x - things.width[card]!) < 0.01 ? 'right' : 'none'
  return { side, y }
}

test('where the data goes down, a line begins and ends at a side of its rows, and arrives level', async () => {
  const picture = await drawn()
  const { lines, rows } = picture
  let count = 0
  for (let line = 0; line < lines.count; line++)
    for (const which of ['from', 'to'] as const) {
      const row = lines[`${which}Row`][line]!
      if (row < 0) continue
      count++
      const end = endOf(picture, line, which, 1)
      expect(end.side).not.toBe('none')
      expect(end.y).toBeCloseTo(rows.y[row]!, 2)
      const last = lines.starts[line + 1]!
      if (which === 'to') expect(lines.curves[last - 1]).toBeCloseTo(lines.curves[last - 3]!, 2)
    }
  expect(count).toBeGreaterThan(100)
})

test('where the data goes down and cards show their headers alone, what meets rows meets the side of the header', async () => {
  const picture = await drawn()
  const { lines } = picture
  for (let line = 0; line < lines.count; line++)
    for (const which of ['from', 'to'] as const) {
      if (lines[`${which}Row`][line]! < 0) continue
      const end = endOf(picture, line, which, 0.7)
      expect(end.side).not.toBe('none')
      expect(end.y).toBeCloseTo(CARD.height / 2, 2)
    }
})

test('where the data goes down, what is told of columns out of sight meets the card itself, as where it goes to the right', async () => {
  const lists = [{ key: 'id:sales', from: 6, find: '' }]
  const [down, right] = [await drawn({ lists }), await drawn({ lists, flow: 'right' })]
  const sales = down.things.keys.indexOf('id:sales')
  expect([...down.lines.toRow]).toEqual([...right.lines.toRow])
  const out = [...down.lines.to.keys()].filter(
    (line) => down.lines.to[line] === sales && down.lines.toRow[line]! < 0,
  )
  expect(out.length).toBeGreaterThan(0)
  for (const line of out) expect(endOf(down, line, 'to', 1).y).toBeCloseTo(0, 2)
})

test('where the data goes down, each line to a row is drawn by itself where rows are seen', async () => {
  const picture = await drawn()
  expect(picture.trunksAt(1)).toBeNull()
  expect(picture.trunksAt(0.7)!.count).toBeLessThan(6)
})
