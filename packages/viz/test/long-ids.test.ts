import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

const ID = 'warehouse.production_analytics_marts.customer_lifetime_value/daily-snapshots:created'

let served: ServedPage
beforeAll(async () => {
  const columns = ['a', 'b'].map((end) => thing('column', `total_with_taxes_${end}`, `${ID}_${end}`))
  served = await servePage({
    resources: [
      ...[ID, `${ID}_a`, `${ID}_b`].map((id) => thing('table', id, null)),
      ...columns,
      thing('chart', 'tuva.core.patient', null),
    ],
    lineage: [feeds('total_with_taxes_a', 'total_with_taxes_b'), feeds(`${ID}_c`, ID)],
  })
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

test('the button that copies an id stands beside the last of it', async () => {
  const page = await served.open('#v=2&thing=tuva.core.patient')
  await pictureOf(page)
  await page.waitForSelector('.fields .mono')
  const line = (await page.locator('.fields .mono bdi').boundingBox())!
  const button = (await page.locator('.fields .copy-id').boundingBox())!
  expect(button.y).toBeLessThan(line.y + line.height)
  expect(button.x).toBeGreaterThan(line.x + line.width - 1)
  await page.close()
})

test('of a path from column to column the names are whole, and of where they are the end is', async () => {
  const path = encodeURIComponent('["total_with_taxes_a","total_with_taxes_b",0,1]')
  const page = await served.open(`#v=2&view=lineage&path=${path}`)
  await pictureOf(page)
  await page.waitForSelector('.side .thing .place')
  const lines = await page.$$eval('.side .thing:has(.place)', (all) =>
    all.map((line) => {
      const [name, place] = [line.querySelector('.name')!, line.querySelector('.place')!]
      const isCut = (element: Element): boolean => element.scrollWidth > element.clientWidth
      const end = place.getBoundingClientRect().right - place.firstElementChild!.getBoundingClientRect().right
      return { name: isCut(name), place: isCut(place), isEndSeen: Math.abs(end) < 1 }
    }),
  )
  expect(lines).toEqual(Array.from({ length: 2 }, () => ({ name: false, place: true, isEndSeen: true })))
  await page.close()
})

test('the list of findings tells long ids apart, and says each whole to who does not see', async () => {
  const page = await served.open('#v=2&tab=findings')
  await pictureOf(page)
  const finding = page.locator('.finding:has-text("is used in lineage")').first()
  expect(await finding.locator('bdi[aria-hidden]').textContent()).toMatch(/^'warehous….*_c' is used/)
  expect(await finding.locator('.message').textContent()).toContain(`'${ID}_c' is used`)
  await page.close()
})
