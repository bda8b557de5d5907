import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { thing } from './shop-run.ts'

const ID = 'warehouse.production_analytics_marts.customer_lifetime_value/daily-snapshots:created'

let served: ServedPage
beforeAll(async () => {
  served = await servePage({ resources: [thing('table', ID, null)], lineage: [] })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** The lines of a text as they stand on the page. */
const linesIn = (selector: string): string => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)})
  const lines = []
  let bottom = -Infinity
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    for (let i = 0; i < walker.currentNode.length; i++) {
      const range = document.createRange()
      range.setStart(walker.currentNode, i)
      range.setEnd(walker.currentNode, i + 1)
      const rect = range.getBoundingClientRect()
      if (rect.top >= bottom) lines.push('')
      bottom = Math.max(bottom, rect.bottom - 1)
      lines[lines.length - 1] += walker.currentNode.data[i]
    }
  return lines
})()`

test('a long id goes on in the next line after what separates its parts, and is copied as it is', async () => {
  const page = await served.open(`#v=2&thing=${encodeURIComponent(ID)}`)
  await pictureOf(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  await page.waitForSelector('.fields .mono')
  for (const where of ['.fields .mono bdi', '.details .title bdi']) {
    const lines = (await page.evaluate(linesIn(where))) as string[]
    expect(lines.join('')).toBe(ID)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[._\-/:]$/)
  }
  await page.click('.fields .copy-id')
  expect(await copied()).toBe(ID)
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.fields .mono bdi')!))
  await page.keyboard.press('Control+C')
  expect(await copied()).toBe(ID)
  await page.close()
})
