import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

const from = (table: string, to: string): object => ({
  from_identifier: { type: 'external_table', database: 'erp', schema: 'fx', table },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})
const READERS = Array.from({ length: 12 }, (_, i) => `reader${i}`)
const RUN = {
  resources: [
    thing('schema', 'marts', null),
    ...['hub', ...READERS].map((id) => thing('table', id, 'marts')),
  ],
  lineage: [from('rates', 'hub'), from('days', 'hub'), ...READERS.map((id) => feeds('hub', id))],
}
const SCHEMA = 'outside:[null,"erp","fx"]'

let served: ServedPage
beforeAll(async () => {
  served = await servePage(RUN)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('a schema outside this run has details: what it is, what it holds, what it feeds, and its lineage', async () => {
  const page = await served.open(`#v=2&thing=${encodeURIComponent(SCHEMA)}`)
  await pictureOf(page)
  await page.waitForSelector('.details .title:has-text("erp.fx")')
  const details = await page.textContent('.details')
  expect(details).toContain('outside this run, 2 tables')
  expect(details).toContain('This run does not declare it.')
  expect(details).toMatch(/It feeds1 table · 2 edges/)
  expect(await page.locator('.section:has-text("Inside") .thing').allTextContents()).toEqual([
    'rates',
    'days',
  ])
  await page.click('.details button:has-text("Lineage")')
  await page.waitForFunction(() => location.hash.includes('view=lineage'))
  await page.waitForSelector('.picture[aria-label^="Lineage: "]')
  await page.close()
})

test('what a link names and a run does not have is said, and left out of what is chosen', async () => {
  const page = await served.open('#v=2&thing=nobody')
  await page.waitForSelector('.notice:has-text("Not in this run, and left out of the view: nobody")')
  expect(await page.locator('.side .hint:has-text("nothing by the name")').count()).toBe(0)
  await page.close()
})

test('a stack that is chosen is told by what it folds, and its impact is that of all of it', async () => {
  const page = await served.open('#v=2&view=lineage&focus=hub&thing=stack:fan:id:reader0')
  await page.waitForSelector('.details .title:has-text("12 tables")')
  expect(await page.textContent('.details')).toContain('drawn as one')
  await page.click('[role=tab]:has-text("Impact")')
  expect(await shows(page, '.impact-of:has-text("12 tables")')).toBe(true)
  await page.click('.impact .segments button:has-text("Upstream 3")')
  expect(await shows(page, '.impact-row:has-text("hub")')).toBe(true)
  await page.click('[role=tab]:has-text("Details")')
  await page.click('.details button:has-text("Spread")')
  await page.waitForFunction(() => location.hash.includes('o='))
  await page.close()
})
