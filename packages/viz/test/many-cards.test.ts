import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { writeRun } from '../bench/write-run.mjs'
import { longestTasks } from './main-thread.ts'
import { coloursOn, pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

/** What a task of the page may take at most: longer ones are felt. Milliseconds. */
const FELT = 50

let served: ServedPage
beforeAll(async () => {
  served = await servePage(null)
  const shape = { databases: 4, schemas: 25, tables: 100, columns: 0, edges: 20_000 }
  await writeRun({ folder: served.folder, ...shape })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('the first picture of 10,000 cards comes without a task that is felt', async () => {
  const page = await served.open('#v=2&level=2&at=100000,5000,0.03')
  page.setDefaultTimeout(50_000) // a busy machine lays out slowly
  await pictureOf(page)
  const longest = await longestTasks(page, async () => {
    await page.reload()
    await pictureOf(page)
    await page.waitForTimeout(500)
  })
  expect(longest.computed).toBeLessThan(FELT)
  expect(await coloursOn(page, 'rest')).toBeGreaterThan(1)
  expect(await coloursOn(page, 'lit')).toBeGreaterThan(1)
  await page.close()
})

test('what lights thousands of lines among 10,000 cards does so without a task that is felt', async () => {
  const page = await served.open('#v=2&level=2&at=100000,5000,0.03')
  page.setDefaultTimeout(50_000) // a busy machine lays out slowly
  await pictureOf(page)
  await page.waitForTimeout(1500) // what the first sight does not need is loaded
  const longest = await longestTasks(page, async () => {
    await page.evaluate(() => (location.hash += '&thing=id%3Adb0.schema_3.table_350'))
    await shows(page, '.picture.has-light')
    await page.waitForTimeout(500)
  })
  await page.waitForSelector('.status .lit')
  expect(await page.textContent('.status .lit')).toMatch(/[1-9],\d{3} tables downstream/)
  expect(longest.computed).toBeLessThan(FELT)
  await page.close()
})

test('lines are grey also where a thousand lie on one another, in either light', async () => {
  const ids = Array.from({ length: 1200 }, (_, i) => `read${i}`)
  // Six have the same neighbours: more would fold.
  const others = ids.slice(0, 200).map((_, i) => `other${i}`)
  const table = (id: string, schema: string): object => thing('table', id, schema)
  await served.write({
    resources: [
      ...['from', 'to'].map((schema) => thing('schema', schema, null)),
      ...[...['one', ...others].map((id) => table(id, 'from')), ...ids.map((id) => table(id, 'to'))],
    ],
    lineage: ids.flatMap((id, i) => [feeds('one', id), feeds(others[i % others.length]!, id)]),
  })
  const widest: number[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await served.open('#v=2&level=1', { colorScheme })
    await pictureOf(page)
    await page.keyboard.press('f')
    await page.waitForTimeout(1000)
    widest.push(await widestHue(page))
    await page.close()
  }
  expect(Math.max(...widest)).toBeLessThan(40)
})

/** How far the channels of a dot of lines and cards at rest are from one another at most, seen before a grey. */
const widestHue = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.picture canvas.rest')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let widest = 0
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue, alpha] = data.subarray(i, i + 4) as unknown as [number, number, number, number]
      widest = Math.max(widest, ((Math.max(red, green, blue) - Math.min(red, green, blue)) * alpha) / 255)
    }
    return widest
  })
