import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ESTATE } from './estate-run.ts'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'

let served: ServedPage
beforeAll(async () => {
  served = await servePage(ESTATE)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** Panels that are not needed for the first sight. */
const LATE =
  /\/(hop-ruler|narrow-nav|narrow-menu|thing-bar|thing-menu|chosen-side|run-summary|status-sums|column-\w+)-[^/]*\.js$/

test.each([
  ['Map', 390, ''],
  ['lineage', 1440, '#v=2&view=lineage&focus=c'],
  ['details of a table beside the Map', 1440, '#v=2&thing=c'],
])('%s, %i wide: the picture keeps its place while the rest of the page comes', async (_, width, hash) => {
  const page = await served.open('', { viewport: { width, height: 900 } })
  let release = (): void => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.goto('about:blank')
  await page.route('**/assets/*.js', async (route) => {
    if (LATE.test(route.request().url())) await released
    await route.continue()
  })
  await page.goto(served.url + hash)
  await pictureOf(page)
  const before = await page.locator('.picture').boundingBox()
  release()
  await page.waitForLoadState('networkidle')
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  expect(await page.locator('.picture').boundingBox()).toEqual(before)
})
