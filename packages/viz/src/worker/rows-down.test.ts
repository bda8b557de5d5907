import { expect, test } from 'vitest'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { CARD } from '../scene/picture/measures.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const COLUMNS = Array.from({ length: 30 }, (_, i) => `c${i}`)
const TABLES = ['orders', 'payments', 'sales', 'daily']

type Feeding = readonly (readonly [from: string, to: string, by: number])[]

/** Each column of sales is fed by those of its name, and feeds that of its name. */
const EVEN: Feeding = [
  ['orders', 'sales', 1],
  ['payments', 'sales', 1],
  ['sales', 'daily', 1],
]

/** @param feeding tables, and where in the second the columns of the first lead: that many times further down. */
const opened = (feeding: Feeding): Promise<Answers> =>
  plainSession(
    TABLES.flatMap((table) => [
      thing('table', table),
      ...COLUMNS.map((column) => thing('column', `${table}.${column}`, table, column)),
    ]),
    feeding.flatMap(([from, to, by]) =>
      COLUMNS.map((column, i) => feeds(`${from}.${column}`, `${to}.${COLUMNS[(by * i) % COLUMNS.length]}`)),
    ),
  )

const drawnIn = async (session: Answers, shown: Partial<Shown> = {}): Promise<Prepared> => {
  const view = {
    ...shownOf(FIRST_VIEW),
    kind: 'lineage',
    focus: 'id:sales',
    columns: 'all',
    flow: 'down',
  } as const
  return prepare((await session.draw({ ...view, ...shown, isNarrow: false }))!)
}

const drawn = async (shown: Partial<Shown> = {}): Promise<Prepared> => drawnIn(await opened(EVEN), shown)

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

test('where the data goes down, what is scrolled leaves lines to other cards where they were', async () => {
  const session = await opened([
    ['orders', 'sales', 7],
    ['payments', 'sales', 11],
    ['orders', 'daily', 13],
    ['sales', 'daily', 7],
  ])
  const scrolledTo = (from: number): Promise<Prepared> =>
    drawnIn(session, { lists: [{ key: 'id:payments', from, find: '' }] })
  const waysOf = ({ lines, rows }: Prepared): Map<string, number[]> =>
    new Map(
      Array.from({ length: lines.count }, (_, line) => [
        `${rows.keys[lines.fromRow[line]!]} ${rows.keys[lines.toRow[line]!]}`,
        Array.from(lines.curves.subarray(lines.starts[line], lines.starts[line + 1]), Math.round),
      ]),
    )
  const [was, is] = [waysOf(await scrolledTo(0)), waysOf(await scrolledTo(1))]
  const others = [...was.keys()].filter((key) => key.includes('daily') && is.has(key))
  expect(others.length).toBeGreaterThan(40)
  for (const key of others) expect(is.get(key)).toEqual(was.get(key))
})
