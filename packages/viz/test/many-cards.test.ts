import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { writeRun } from '../bench/write-run.mjs'
import { longestTasks } from './main-thread.ts'
import { coloursOn, pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'

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
