import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { pictureOf, servePage, type RunLines, type ServedPage } from './serve-page.ts'

const SCHEMAS = Array.from({ length: 12 }, (_, i) => `s${i}`)
const TABLES = SCHEMAS.flatMap((schema) => Array.from({ length: 100 }, (_, i) => `${schema}.t${i}`))
const resource = (entity_type: string, databuilder_id: string, parent_databuilder_id: string | null) => ({
  ...{ entity_type, databuilder_id, parent_databuilder_id, title: databuilder_id },
  ...(entity_type === 'table' && { schema: databuilder_id.split('.')[0], database: 'db' }),
})
const internal = (databuilder_id: string) => ({ type: 'internal_resource', databuilder_id })
/** 1,200 tables: a picture of which some is drawn ahead. */
const LARGE: RunLines = {
  resources: [
    resource('database', 'db', null),
    ...SCHEMAS.map((schema) => resource('schema', schema, 'db')),
    ...TABLES.map((table) => resource('table', table, table.split('.')[0]!)),
  ],
  lineage: TABLES.slice(7).map((table, i) => ({
    from_identifier: internal(TABLES[i]!),
    to_identifier: internal(table),
  })),
}

let served: ServedPage
beforeAll(async () => (served = await servePage(LARGE)))
afterAll(() => served?.close())

/** Keeps what the page asks its worker, and what has been answered, in their order. */
function listenToWorker(): void {
  const heard: string[] = []
  const questions = new Map<number, string>()
  const listening = new WeakSet<Worker>()
  Object.assign(globalThis, { heard })
  const post = Worker.prototype.postMessage as (this: Worker, message: unknown) => void
  Worker.prototype.postMessage = function (this: Worker, message: { id: number; question: string }) {
    questions.set(message.id, message.question)
    heard.push(message.question)
    if (!listening.has(this))
      this.addEventListener('message', ({ data }: MessageEvent<{ id: number }>) => {
        heard.push(`${questions.get(data.id)} answered`)
      })
    listening.add(this)
    post.call(this, message)
  }
}

const heardBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.slice())
const hears = (page: Page, what: string): Promise<unknown> =>
  page.waitForFunction((one) => (globalThis as unknown as { heard: string[] }).heard.includes(one), what)
const drawn = (page: Page): Promise<string | null> => page.textContent('.status .drawn')

test('a container of a large picture that is chosen closes and opens at once, into the picture that a link shows', async () => {
  const page = await served.open('#v=2&level=2&thing=s3', { reducedMotion: 'reduce' }, listenToWorker)
  await pictureOf(page)
  const before = await drawn(page)
  await hears(page, 'foresee answered')
  await page.waitForTimeout(1000) // it is prepared in the page
  await page.focus('.picture')
  const asked = (await heardBy(page)).length
  await page.keyboard.press('Space')
  await page.waitForFunction((was) => document.querySelector('.status .drawn')!.textContent !== was, before)
  const closed = await drawn(page)
  await hears(page, 'see answered')
  expect((await heardBy(page)).slice(asked)).not.toContain('draw')

  const linked = await served.open(new URL(page.url()).hash, { reducedMotion: 'reduce' })
  await pictureOf(linked)
  expect(await drawn(linked)).toBe(closed)
  await linked.close()

  await page.keyboard.press('Space')
  await page.waitForFunction((was) => document.querySelector('.status .drawn')!.textContent === was, before)
  expect(served.complaints).toEqual([])
})

/** Lets the worker hear of pictures later: as if it were busy with a very large one. */
function slowDown(): void {
  const post = Worker.prototype.postMessage as (this: Worker, message: unknown) => void
  Worker.prototype.postMessage = function (this: Worker, message: { question: string }) {
    const isLater = Object.hasOwn(globalThis, 'slow') && /^(draw|foresee)$/.test(message.question)
    setTimeout(() => post.call(this, message), isLater ? 2000 : 0)
  }
}

test('a container of a large picture opens at once, before the picture is laid out anew, and stays as it is counted', async () => {
  const page = await served.open('#v=2&level=2&c=0s3', { reducedMotion: 'reduce' }, slowDown)
  await pictureOf(page)
  const before = await drawn(page)
  await page.waitForTimeout(1000) // the rest of the page is loaded
  await page.evaluate(() => {
    Object.assign(globalThis, { slow: true })
    performance.clearMarks('picture drawn')
  })
  await page.keyboard.press('/')
  await page.keyboard.type('s3')
  await page.waitForSelector('[role=option]')
  await page.keyboard.press('Enter')
  await page.focus('.picture')
  await page.keyboard.press('Space')
  const pictures = (): Promise<number> =>
    page.evaluate(() => performance.getEntriesByName('picture drawn').length)
  await page.waitForFunction((was) => document.querySelector('.status .drawn')!.textContent !== was, before, {
    timeout: 1500,
  })
  expect(await pictures()).toBe(1)
  const atOnce = await drawn(page)
  expect(atOnce).toContain('1,213 of 1,213 things')
  await page.waitForFunction(() => performance.getEntriesByName('picture drawn').length === 2)
  expect(await drawn(page)).toContain('1,213 of 1,213 things')
  await page.close()
  expect(served.complaints).toEqual([])
})
