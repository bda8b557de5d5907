import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { bytesSource, readRun, type Run, type Source } from '../src/index.ts'
import { findSources, PathError } from '../src/node/index.ts'
import { ReadThreads } from '../src/node/read-threads.ts'
import { anyLines, brokenLines } from './any-lines.ts'
import { anyRun } from './any-run.ts'
import { folderWith } from './folder-with.ts'
import { everythingOf } from './everything-of.ts'

/** Bytes of a piece: few, so that a small run has many. */
const PIECE = 700

afterEach(() => {
  vi.restoreAllMocks()
})

/** Blank lines, until a worker has been sent some: what is read then is read by all threads. */
function untilWorkersWork(): Source {
  const send = vi.spyOn(Worker.prototype, 'postMessage')
  const before = send.mock.calls.length
  return {
    ...bytesSource('blank', new Uint8Array(0)),
    async *chunks() {
      const end = performance.now() + 20_000
      while (send.mock.calls.length === before && performance.now() < end) {
        yield new Uint8Array(PIECE).fill(10)
        await new Promise((resolve) => {
          setTimeout(resolve, 1)
        })
      }
    },
  }
}

/** Reads runs in several threads, which have all begun. */
async function withThreads<Result>(
  threads: number,
  use: (reading: ReadThreads) => Promise<Result>,
): Promise<Result> {
  const reading = new ReadThreads(threads, 1, PIECE)
  try {
    for await (const { lineCount } of reading.readBatches(untilWorkersWork())) expect(lineCount).toBe(PIECE)
    return await use(reading)
  } finally {
    reading.close()
  }
}

/** Reads runs by 1 thread, in pieces of the usual size, by 2 and by 4. */
const byOneTwoAndFour = (use: (readings: readonly ReadThreads[]) => Promise<void>): Promise<void> =>
  withThreads(2, (two) => withThreads(4, (four) => use([new ReadThreads(1), two, four])))

const readBy = (
  reading: ReadThreads,
  sources: readonly Source[],
  workspace?: readonly Source[],
): Promise<Run> =>
  readRun(sources, { ...(workspace && { workspace }) }, (source) => reading.readBatches(source))

/** What each gives of a run. @param open opens its files anew, and its catalogs, if it has any. */
const readByAll = (
  readings: readonly ReadThreads[],
  open: () => { readonly sources: readonly Source[]; readonly workspace?: readonly Source[] },
): Promise<unknown[]> =>
  Promise.all(
    readings.map(async (reading) => {
      const { sources, workspace } = open()
      return everythingOf(await readBy(reading, sources, workspace))
    }),
  )

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
/** The folders below one that hold a run. */
function runsBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => runsBelow(`${folder}/${name}`))
  return entries.some(({ name }) => /\.(jsonl|csv)(\.gz)?$/.test(name)) ? [folder, ...below] : below
}
const CATALOG = `${at('fixtures')}/workspace/tables.jsonl`

describe('a run is the same, to the last place and the order of all, by 2 and by 4 threads as by 1', () => {
  test('the fixtures, and those that are clean beside a catalog too', { timeout: 60_000 }, async () => {
    const folders = runsBelow(at('fixtures'))
    expect(folders.length).toBeGreaterThan(50)
    await byOneTwoAndFour(async (readings) => {
      for (const folder of folders) {
        const [one, two, four] = await readByAll(readings, () => ({ sources: findSources([folder]) }))
        expect([two, four]).toEqual([one, one])
      }
      for (const folder of runsBelow(at('fixtures/clean'))) {
        const open = () => ({ sources: findSources([folder]), workspace: findSources([CATALOG]) })
        const [one, two, four] = await readByAll(readings, open)
        expect([two, four]).toEqual([one, one])
      }
    })
  })

  test('the real runs', { timeout: 60_000 }, async ({ skip }) => {
    const folders = runsBelow(at('../shared/realdata'))
    skip(folders.length === 0, 'the folder of real runs is not beside this checkout')
    await byOneTwoAndFour(async (readings) => {
      for (const folder of folders) {
        const [one, two, four] = await readByAll(readings, () => ({ sources: findSources([folder]) }))
        expect([two, four]).toEqual([one, one])
      }
    })
  })

  test(
    'random runs, and any lines, from files and from streams, printed or not, with a catalog or without',
    { timeout: 60_000 },
    async () => {
      const linesOf = (lines: readonly unknown[]) =>
        Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      const runs = anyRun.map((files) => linesOf(Object.values(files).flat()))
      const pieces = fc.array(fc.oneof(anyLines, brokenLines, runs), { minLength: 3, maxLength: 12 })
      const part = fc.constantFrom('x', 'y', 'p', 'q')
      const tables = fc
        .array(fc.record({ database: part, schema: part, table: part, columns: fc.array(part) }))
        .map(linesOf)
      await byOneTwoAndFour((readings) =>
        fc.assert(
          fc.asyncProperty(
            pieces,
            fc.option(fc.oneof(tables, anyLines)),
            fc.boolean(),
            async (texts, catalog, printed) => {
              const bytes = Buffer.concat(texts.flatMap((text) => [text, Buffer.from('\n')]))
              const folder = folderWith({})
              writeFileSync(`${folder}/run.jsonl`, bytes)
              const [one, two, four] = await readByAll(readings, () => ({
                sources: [...findSources([folder]), { ...bytesSource('stream', bytes), printed }],
                ...(catalog && { workspace: [bytesSource('tables.jsonl', catalog)] }),
              }))
              expect([two, four]).toEqual([one, one])
            },
          ),
          { numRuns: 30 },
        ),
      )
    },
  )
})

describe('workers start before the first source is read', () => {
  const WORTH = 1000
  const sized = (name: string, size: number): Source => ({ ...bytesSource(name, new Uint8Array(0)), size })
  const startedFor = (sources: readonly Source[]): boolean => {
    const listen = vi.spyOn(Worker.prototype, 'on').mockClear()
    const reading = new ReadThreads(2, WORTH)
    try {
      reading.expect(sources)
      return listen.mock.calls.length > 0
    } finally {
      reading.close()
    }
  }

  test('where all sources together are worth it', () => {
    expect(startedFor([sized('lineage.jsonl', WORTH / 2), sized('resources.jsonl', WORTH / 2)])).toBe(true)
    expect(startedFor([sized('lineage.jsonl', WORTH / 2), sized('resources.jsonl', WORTH / 2 - 1)])).toBe(
      false,
    )
  })

  test('and not for rows of CSV, nor for what nobody knows the size of', () => {
    expect(startedFor([sized('tables.csv', WORTH), sized('columns.csv.gz', WORTH)])).toBe(false)
    const { size: _, ...unsized } = sized('-', WORTH)
    expect(startedFor([unsized])).toBe(false)
  })
})

const LINE = '{"entity_type": "table", "databuilder_id": "t", "title": "t", "schema": "s", "database": "d"}\n'

test('a file that becomes shorter while it is read ends the reading with what to do', async () => {
  const folder = folderWith({ 'run.jsonl': LINE.repeat(2000) })
  const reading = withThreads(2, (threads) => {
    const sources = findSources([folder])
    truncateSync(`${folder}/run.jsonl`, 50_000)
    return readBy(threads, sources)
  })
  await expect(reading).rejects.toThrow(PathError)
  await expect(reading).rejects.toThrow(/has become shorter while it was read; check it again/)
})

test('a fault in a worker ends the reading, and nothing waits for the worker', async () => {
  const reading = withThreads(2, (threads) => {
    const send = vi.spyOn(Worker.prototype, 'postMessage')
    send.mockImplementation(function sendNothing(this: Worker) {
      send.mockRestore()
      this.postMessage({ number: 0 })
    })
    return readBy(threads, [bytesSource('run.jsonl', Buffer.from(LINE.repeat(2000)))])
  })
  await expect(reading).rejects.toThrow(TypeError)
})

test('whoever stops early ends the workers all the same', async () => {
  const read = withThreads(2, async (threads) => {
    for await (const batch of threads.readBatches(bytesSource('run.jsonl', Buffer.from(LINE.repeat(2000)))))
      return batch.lineCount
    return 0
  })
  expect(await read).toBeGreaterThan(0)
})
