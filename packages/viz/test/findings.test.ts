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

test('quick clicks on the next finding go as many findings on, and back again', async () => {
  const page = await served.open('#v=2&tab=findings')
  await pictureOf(page)
  const fingerprint = (): string | null =>
    new URLSearchParams(new URL(page.url()).hash.slice(1)).get('finding')
  const step = async (label: string, clicks: number): Promise<string | null> => {
    await page.waitForSelector(`[aria-label="${label}"]:not([disabled])`)
    const before = fingerprint()
    await page.evaluate(
      ([name, times]) => {
        const button = document.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)!
        for (let i = 0; i < times; i++) button.click()
      },
      [label, clicks] as const,
    )
    await page.waitForFunction(
      (was) => new URLSearchParams(location.hash.slice(1)).get('finding') !== was,
      before,
    )
    await page.waitForTimeout(300) // steps that are too many would show by now
    return fingerprint()
  }
  const first = await step('Next finding', 1)
  const third = await step('Next finding', 2)
  const second = await step('Previous finding', 1)
  expect(await step('Next finding', 1)).toBe(third)
  expect(new Set([first, second, third]).size).toBe(3)
  await page.close()
})
