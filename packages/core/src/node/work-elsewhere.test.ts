import { appendFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLines } from '../../test/any-lines.ts'
import { folderWith } from '../../test/folder-with.ts'
import { edge, internal, resource } from '../../test/run-of.ts'
import { locate } from '../check/locate.ts'
import type { Place } from '../check/place.ts'
import { NearestIndex } from '../graph/nearest.ts'
import { formatReport } from '../report/report-formats.ts'
import type { Run } from '../read/run.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { MOST_ASKED, type SpanAsker, type SpanList } from '../read/span-asker.ts'
import { textsOf } from '../graph/text-units.ts'
import { checkRun } from './check-run.ts'
import { loadRun } from './load-run.ts'
import { elsewhere } from './work-elsewhere.ts'

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

const PATHS: readonly (readonly JsonPath[])[] = [
  [['databuilder_id']],
  [['title'], ['databuilder_id']],
  [['from_identifier', 'databuilder_id'], ['from_identifier', 'table'], ['from_identifier']],
  [['to_identifier'], ['no such field']],
]

/** Every line of a run that declares something, with one of some paths. */
const placesIn = ({ resources, lineage, files }: Run): Place[] =>
  [resources, lineage].flatMap((columns) =>
    Array.from({ length: columns.length }, (_, i) => ({
      file: columns.file.at(i),
      line: columns.line.at(i),
      offset: columns.offset.at(i),
      paths: PATHS[(i + files.length) % PATHS.length]!,
    })),
  )

const spansOf = (asker: SpanAsker, run: Run, places: readonly Place[]): Promise<SpanList> =>
  answered(() =>
    asker.ask(
      places.map(({ file, offset, paths }) => ({
        file,
        offset,
        paths: run.lines.isPlain(file, offset) ? paths : undefined,
      })),
    ),
  )

test('elsewhere(lines).spans() finds values where locate(run, place) does, in whatever lines', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyLines, { minLength: 20, maxLength: 40 }), async (pieces) => {
      const folder = folderWith({})
      writeFileSync(
        `${folder}/run.jsonl`,
        Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')])),
      )
      const run = await loadRun(folder, { threads: 1 })
      const places = placesIn(run).slice(0, MOST_ASKED)
      const asker = elsewhere(run.lines).spans()
      const { starts, ends } = await spansOf(asker, run, places)
      asker.close()
      for (const [i, place] of places.entries()) {
        if (starts[i]! < 0) continue
        found++
        expect(locate(run, place)).toMatchObject({ column: starts[i]! + 1, endColumn: ends[i]! + 1 })
      }
    }),
    { numRuns: 8 },
  )
  expect(found).toBeGreaterThan(20)
})

test('elsewhere(lines).spans() finds nothing in a file that has changed since', async () => {
  const folder = folderWith({
    'run.jsonl': `${[1, 2, 3].map((i) => JSON.stringify(resource(`t${i}`))).join('\n')}\n`,
  })
  const run = await loadRun(folder, { threads: 1 })
  appendFileSync(`${folder}/run.jsonl`, '\n')
  const asker = elsewhere(run.lines).spans()
  const { starts } = await spansOf(asker, run, placesIn(run))
  asker.close()
  expect([...starts]).toEqual([-1, -1, -1])
})

test('elsewhere(lines).nearest(task) finds what NearestIndex finds', async () => {
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
  const task = { strings: run.strings.parts(), asked: indexes(lost), known: indexes(ids), effort: 1e6 }
  const near = await answered(() => elsewhere(run.lines).nearest(task))
  expect(near).toEqual(new NearestIndex(textsOf(ids)).nearestOf(lost, 1e6))
  expect(near.size).toBe(lost.length)
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
