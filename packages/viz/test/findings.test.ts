import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { SHOP } from './shop-run.ts'

let served: ServedPage
beforeAll(async () => void (served = await servePage(SHOP)))
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('a finding stays open where the picture has to go to another lineage to show it', async () => {
  const page = await served.open('#v=2&view=lineage&focus=orders')
  await pictureOf(page)
  await page.click('#tab-findings')
  await page.click('.finding:has-text("gone")')
  await page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get('focus') === 'gone')
  await page.waitForSelector('.open-finding .frame mark:has-text("gone")')
  expect(await page.getAttribute('#tab-findings', 'aria-selected')).toBe('true')
  await page.close()
})

test('a finding and the place that it leads to are one step: back is where one was before', async () => {
  const page = await served.open('#v=2&tab=findings')
  await pictureOf(page)
  const steps = await page.evaluate(() => history.length)
  await page.click('.finding:has-text("gone")')
  await page.waitForFunction(() => location.hash.includes('thing='))
  await page.waitForSelector('.open-finding')
  expect(await page.evaluate(() => history.length)).toBe(steps + 1)
  expect(await page.getAttribute('#tab-findings', 'aria-selected')).toBe('true')
  await page.goBack()
  await page.waitForFunction(() => !location.hash.includes('finding='))
  expect(new URL(page.url()).hash).toBe('#v=2&tab=findings')
  await page.close()
})
