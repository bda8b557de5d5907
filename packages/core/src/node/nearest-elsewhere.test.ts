import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/folder-with.ts'
import { edge, internal, resource } from '../../test/run-of.ts'
import { NearestIndex } from '../graph/nearest.ts'
import { formatReport } from '../report/report-formats.ts'
import { textsOf } from '../graph/text-units.ts'
import { checkRun } from './check-run.ts'
import { loadRun } from './load-run.ts'
import { findNearestElsewhere } from './nearest-elsewhere.ts'

/** Asks again until the other thread, which may be slow to start, was the one that answered. */
async function answered<Answer>(ask: () => () => Answer | undefined): Promise<Answer> {
  for (let wait = 25; wait < 10_000; wait *= 2) {
    const answer = ask()
    await setTimeout(wait)
    const found = answer()
    if (found !== undefined) return found
  }
  throw new Error('the other thread never answered')
}

test('findNearestElsewhere(strings, task) finds what NearestIndex finds, in another thread', async () => {
  const ids = Array.from({ length: 300 }, (_, i) => `shop.public.orders_${i * 7919}`)
  const lost = ids.flatMap((id, i) =>
    i % 3 === 0 ? [id.replace('public', 'pubilc')] : i % 3 === 1 ? [`${id}é`] : [],
  )
  const run = await loadRun(
    folderWith({
      'run.jsonl': [
        ...ids.map((id) => resource(id)),
        ...lost.map((id) => edge(internal(id), internal(ids[0]!))),
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    }),
    { threads: 1 },
  )
  const indexes = (texts: readonly string[]): Int32Array =>
    Int32Array.from(texts, (text) => run.strings.find(text))
  const task = () => ({ asked: indexes(lost), known: indexes(ids), effort: 1e6 })
  const { asked, nearest } = await answered(() => findNearestElsewhere(run.strings.parts(), task()))
  const found = new Map(Array.from(asked, (id, i) => [run.strings.get(id), run.strings.at(nearest[i]!)]))
  const index = new NearestIndex(textsOf(ids))
  expect(found).toEqual(new Map(lost.map((id) => [id, index.nearest(id)])))
  expect([...found.values()]).not.toContain(undefined)
})

test(
  'a run with very many findings is told the same with 2 threads and with 1',
  { timeout: 60_000 },
  async () => {
    const ids = Array.from({ length: 2600 }, (_, i) => `shop.table_${i * 48271}`)
    const lines = [
      ...ids.map((id) => resource(id, 'table', { title: 'é' })),
      ...ids.map((id) => resource(id, 'table', { title: 'é' })),
      ...ids.map((id) => edge(internal(id), internal(id.replace('table', 'tabel')))),
    ]
    const folder = folderWith({ 'run.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') })
    const textOf = async (threads: number): Promise<string> => {
      const report = await checkRun(folder, { threads })
      expect(report.summary.errors + report.summary.warnings).toBeGreaterThanOrEqual(5200)
      return (['json', 'pretty', 'sarif'] as const)
        .map((format) => [...formatReport(report, format)].join(''))
        .join('')
    }
    expect((await textOf(2)) === (await textOf(1))).toBe(true)
  },
)
