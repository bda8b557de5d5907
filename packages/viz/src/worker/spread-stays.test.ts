import { beforeAll, expect, test } from 'vitest'
import type { Picture } from '../scene/picture/picture.ts'
import { foldStack, spreadStack } from '../state/actions.ts'
import { FIRST_VIEW, isStack, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const EXPORTS = Array.from({ length: 12 }, (_, i) => `export${i}`)
let session: Answers

/** A table with 12 readers, and before them one that feeds a chart; three more read another table beside it. */
beforeAll(async () => {
  session = await plainSession(
    [
      ...['source', 'raw', 'orders', 'customers', ...EXPORTS].map((id) => thing('table', id)),
      thing('chart', 'chart'),
    ],
    [
      feeds('source', 'raw'),
      feeds('raw', 'orders'),
      feeds('orders', 'customers'),
      feeds('customers', 'chart'),
      ...EXPORTS.map((id) => feeds('orders', id)),
      ...EXPORTS.slice(0, 3).map((id) => feeds('source', id)),
    ],
  )
})

const viewOf = (hops: Partial<View>): View => ({
  ...{ ...FIRST_VIEW, kind: 'lineage', focus: 'id:orders', up: 1, down: 1 },
  ...hops,
})
const drawn = async (view: View): Promise<Picture> =>
  (await session.draw({ ...shownOf(view), isNarrow: false }))!
const stacksOf = ({ things }: Picture): string[] => things.titles.filter((_, i) => things.inside[i]! > 0)

test('what has something waiting beyond it is no member of a stack', async () => {
  const near = await drawn(viewOf({}))
  expect(near.things.keys).toContain('id:customers')
  expect(stacksOf(near)).toEqual(['12 tables'])
})

test('a stack that is spread stays spread where it has others as members', async () => {
  const whole = viewOf({ up: 2 })
  expect(stacksOf(await drawn(whole))).toEqual(['9 tables'])
  const part = spreadStack(whole, 'stack:fan:id:export3')
  const again = await drawn({ ...part, up: 1 })
  expect(stacksOf(again)).toEqual([])
  expect(again.spread.map(({ title, members }) => [title, members.length])).toEqual([['12 tables', 12]])
  expect(stacksOf(await drawn(foldStack({ ...part, up: 1 }, again.spread[0]!.members)))).toEqual([
    '12 tables',
  ])
})

test('what a stack folded stands in its own order, in the Lineage view as in the Map', async () => {
  // Some lines cross however it stands.
  const whole = await plainSession(
    ['orders', 'a', 'b', 'c', 'd', ...EXPORTS].map((id) => thing('table', id)),
    [
      ...['a', 'b', ...EXPORTS].map((id) => feeds('orders', id)),
      ...['c', 'd'].flatMap((id) => [feeds('a', id), feeds('b', id)]),
    ],
  )
  for (const view of [viewOf({ down: 2 }), FIRST_VIEW]) {
    const wish = { ...shownOf(spreadStack(view, 'stack:fan:id:export0')), isNarrow: false }
    for (const before of [false, true]) {
      if (before) await whole.draw({ ...shownOf(view), isNarrow: false })
      const { things } = (await whole.draw(wish))!
      const exports = EXPORTS.map((id) => things.keys.indexOf(`id:${id}`))
      const inOrder = exports.toSorted((a, b) => things.x[a]! - things.x[b]! || things.y[a]! - things.y[b]!)
      expect(inOrder).toEqual(exports)
    }
  }
})

/** A schema with a table that a table of another schema and many of a third read. */
const estate = (): Promise<Answers> => {
  const readers = Array.from({ length: 200 }, (_, i) => `reader${i}`)
  return plainSession(
    [
      ...['source', 'marts', 'reports'].map((id) => thing('schema', id)),
      ...['up', 'base'].map((id) => thing('table', id, 'source')),
      thing('table', 'mart', 'marts'),
      ...readers.map((id) => thing('table', id, 'reports')),
    ],
    [
      feeds('up', 'base'),
      feeds('base', 'mart'),
      feeds('mart', readers[7]!),
      ...readers.map((id) => feeds('base', id)),
    ],
  )
}

test.each([
  { name: 'the Map', view: { ...FIRST_VIEW, level: 0, opened: ['id:source', 'id:reports'] } },
  { name: 'the Lineage view', view: viewOf({ focus: 'id:base' }) },
])(
  '$name that opens with a stack spread has all where it is when the stack is spread by a click',
  async ({ view }) => {
    const clicked = await estate()
    const wished = (as: View) => ({ ...shownOf(as), isNarrow: false })
    const folded = (await clicked.draw(wished(view)))!
    const spread = wished(spreadStack(view, folded.things.keys.find(isStack)!))
    const [{ things: came }, { things: opened }] = [
      (await clicked.draw(spread))!,
      (await (await estate()).draw(spread))!,
    ]
    expect(came.count).toBeGreaterThan(200)
    expect([opened.x, opened.y]).toEqual([came.x, came.y])
  },
)
