import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { startSession } from './session.ts'

const LINKED = ['raw', 'address', 'clean', 'orders', 'product', 'variant']
const LOOSE = Array.from({ length: 9 }, (_, i) => `loose${i}`)
const RUN = [
  ...[thing('database', 'db'), thing('schema', 'shop', 'db')],
  ...[...LINKED, ...LOOSE, 'catalog'].map((id) => thing('table', id, 'shop')),
  ...[
    feeds('raw', 'product'),
    feeds('orders', 'variant'),
    feeds('orders', 'product'),
    feeds('raw', 'variant'),
  ],
  ...[feeds('address', 'clean'), feeds('raw', 'address')],
]

/** Where all stands from the top of its box in the pictures of runs that are opened one after another. */
async function heightsIn(runs: readonly (readonly object[])[]): Promise<Map<string, number>[]> {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  const heights: Map<string, number>[] = []
  for (const run of runs) {
    const lines = run.map((line) => JSON.stringify(line)).join('\n')
    await session.open([{ name: 'run.jsonl', blob: new Blob([lines]) }])
    const { things } = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false }))!
    const top = (index: number): number => (index < 0 ? 0 : things.y[index]!)
    heights.push(new Map(things.keys.map((key, i) => [key, things.y[i]! - top(things.box[i]!)])))
  }
  return heights
}

const within = (heights: Map<string, number>, ids: readonly string[]): number[] =>
  ids.map((id) => heights.get(`id:${id}`)!)

test('an edge that comes leaves what has none below all that has, and no band in which nothing stands; and when it goes all is as it was', async () => {
  const [first, linked, again] = await heightsIn([RUN, [...RUN, feeds('catalog', 'address')], RUN])
  const all = [...LINKED, 'catalog']
  expect(Math.max(...within(linked!, all))).toBeLessThan(Math.min(...within(linked!, LOOSE)))
  expect(Math.min(...within(linked!, all))).toBe(Math.min(...within(first!, LINKED)))
  expect(again).toEqual(first)
})
