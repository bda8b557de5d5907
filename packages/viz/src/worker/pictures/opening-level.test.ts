import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import { startSession } from '../session.ts'

const levelAtFirst = async (lines: readonly object[]): Promise<number | undefined> => {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  const text = lines.map((line) => `${JSON.stringify(line)}\n`)
  await session.open([{ name: 'run.jsonl', blob: new Blob(text) }])
  return (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false }))?.level
}
/** Dashboards with charts, all of which one table feeds. */
const dashboards = (count: number, charts: number): object[] => [
  thing('database', 'db'),
  thing('schema', 's', 'db'),
  thing('table', 't', 's'),
  thing('dashboard_group', 'g'),
  ...Array.from({ length: count }, (_, i) => [
    thing('dashboard', `d${i}`, 'g'),
    ...Array.from({ length: charts }, (__, j) => [
      thing('chart', `c${i}.${j}`, `d${i}`),
      feeds('t', `c${i}.${j}`),
    ]).flat(),
  ]).flat(),
]

test('the Map opens as deep as it has few things and is read when all of it is seen', async () => {
  expect(await levelAtFirst(dashboards(3, 3))).toBe(2)
  expect(await levelAtFirst(dashboards(20, 5))).toBe(2)
  expect(await levelAtFirst(dashboards(12, 10))).toBe(1)
})

test('the Map of the worked example opens with the charts in its dashboards', async () => {
  const run = new URL('../../../../../fixtures/cluvio/run/', import.meta.url)
  const lines = ['resources.jsonl', 'lineage.jsonl'].flatMap((file) =>
    readFileSync(new URL(file, run), 'utf8').split('\n').filter(Boolean),
  )
  expect(await levelAtFirst(lines.map((line) => JSON.parse(line) as object))).toBe(2)
})

test('the Map does not open on a handful of things for being read better', async () => {
  const long = Array.from({ length: 120 }, (_, i) => [
    thing('table', `u${i}`, 's'),
    feeds('t', `u${i}`),
  ]).flat()
  expect(
    await levelAtFirst([
      thing('database', 'db'),
      thing('schema', 's', 'db'),
      thing('table', 't', 's'),
      ...long,
    ]),
  ).toBe(2)
})
