import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { longestTasks } from './main-thread.ts'
import { keepProgress, seenProgress } from './seen-progress.ts'
import { lineagraph } from './run-report.ts'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'

const GENERATE = fileURLToPath(new URL('../../../bench/generate.mjs', import.meta.url))
/** What a task of the page may take at most: longer ones are felt. Milliseconds. */
const FELT = 50
/**
 * With more of the cores' time to spare no task waits for long because of what else is done: of two cores the threads that read, and those that
 * paint where there is no graphics card, take more than half, and a task of 30 ms was seen to last 60.
 */
const SPARE = 0.5

let served: ServedPage
let folder: string
beforeAll(async () => {
  served = await servePage(null)
  folder = await mkdtemp(join(tmpdir(), 'lineagraph-large-'))
})
afterAll(async () => {
  await served?.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(() => expect(served.complaints).toEqual([]))

/** The files of a generated run, and how large they are together. */
async function generated(shape: string, resources: number) {
  execFileSync(process.execPath, [GENERATE, shape, String(resources), join(folder, shape)])
  const files = ['resources.jsonl', 'lineage.jsonl'].map((name) => join(folder, shape, 'run', name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return { files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/** Files as they are, or compressed by gzip. */
const plain = async (files: readonly string[]): Promise<readonly string[]> => files
const compressed = (files: readonly string[]): Promise<readonly string[]> =>
  Promise.all(
    files.map(async (file) => {
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 1 }))
      return `${file}.gz`
    }),
  )

/** Drops files on the page, and holds that it was never blocked for long before it shows them. */
async function dropUnblocked(page: Page, files: readonly string[]): Promise<void> {
  await takeFromDisk(page, files)
  page.setDefaultTimeout(150_000) // a busy machine reads slowly
  const longest = await longestTasks(page, async () => {
    await dropTaken(page)
    await pictureOf(page)
  })
  expect(longest.computed).toBeLessThan(FELT)
  if (longest.spare > SPARE) expect(longest.passed).toBeLessThan(FELT)
}

describe.each([
  ['without mistakes', 'shallow', plain],
  ['with mistakes, compressed', 'mistaken', compressed],
])('100 MB %s', (_, shape, given) => {
  test('dropped on the page are read while the page answers, and it shows how many lines are read, and of which types', async () => {
    const { files, bytes } = await generated(shape, 130_000)
    expect(bytes).toBeGreaterThan(100e6)
    const page = await served.open('', {}, keepProgress)
    await dropUnblocked(page, await given(files))
    const seen = await seenProgress(page)
    const rises = (numbers: readonly number[]): void => {
      expect(new Set(numbers).size).toBeGreaterThan(5)
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    }
    rises(seen.map(({ lines }) => lines))
    rises(seen.flatMap(({ types }) => types['columns'] ?? []))
    expect(Object.keys(seen.at(-1)!.types)).toEqual(expect.arrayContaining(['tables', 'columns', 'edges']))
    await page.close()
  }, 180_000)
})

test('a saved report of 100 MB that is dropped on the page is read while the page answers', async () => {
  const run = join(folder, 'reported')
  await mkdir(run)
  const described = (i: number): string =>
    JSON.stringify({
      entity_type: 'database',
      databuilder_id: `d${i}`,
      title: `d${i}`,
      description: randomBytes(15_000).toString('base64'), // becomes no smaller
    })
  const lines = Array.from({ length: 1250 }, (_, i) => `${described(i)}\n`)
  await writeFile(join(run, 'resources.jsonl'), lines)
  const report = join(folder, 'report.html')
  lineagraph(['report', run, '-o', report], folder)
  expect((await stat(report)).size).toBeGreaterThan(25e6)
  await appendFile(report, ' '.repeat(75e6)) // to make a run of 100 MB as small as it gets takes long
  const page = await served.open()
  await dropUnblocked(page, [report])
  expect(await page.textContent('.status .drawn')).toContain('of 1,250 things')
  await page.close()
}, 180_000)

test('a run that is served is shown being read too, from the moment that it is fetched', async () => {
  const { files } = await generated('shallow', 40_000)
  for (const file of files) await copyFile(file, join(served.folder, basename(file)))
  const page = await served.open('', {}, keepProgress)
  await pictureOf(page)
  const seen = await seenProgress(page)
  expect(seen[0]).toEqual({ lines: 0, types: {} })
  expect(seen.at(-1)!.lines).toBeGreaterThan(40_000)
  expect(seen.at(-1)!.types).toMatchObject({ tables: expect.any(Number), columns: expect.any(Number) })
  await page.close()
  for (const file of files) await rm(join(served.folder, basename(file)))
})

test('a line of a compressed file is read again from what was unpacked', async () => {
  const { files } = await generated('mistaken', 2000)
  const page = await served.open('#v=2&tab=findings')
  await takeFromDisk(page, await compressed(files))
  await dropTaken(page)
  await pictureOf(page)
  await page.click('.finding:has-text("resource/conflicting-id")')
  expect(await page.textContent('.frame')).toMatch(
    /resources\.jsonl\.gz:\d+.*"description": "Told otherwise\."/,
  )
  await page.close()
})

/** Puts files of the disk where the page can take them from as if a hand had dragged them there. */
async function takeFromDisk(page: Page, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      multiple: true,
      hidden: true,
    })
    input.className = 'dragged'
    document.body.append(input)
  })
  await page.setInputFiles('.dragged', [...files])
}

const dropTaken = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const transfer = new DataTransfer()
    for (const file of document.querySelector<HTMLInputElement>('.dragged')!.files!) transfer.items.add(file)
    const target = document.querySelector('.page')!
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
  })
