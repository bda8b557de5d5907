import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardPlaces } from './card-places.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { servePage, type RunLines, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

const STEPS = Array.from({ length: 16 }, (_, i) => `step ${i}`)
/** A chain that no window shows whole, in one schema. */
const WIDE: RunLines = {
  resources: [thing('schema', 'wide', null), ...STEPS.map((id) => thing('table', id, 'wide'))],
  lineage: STEPS.slice(1).map((id, i) => feeds(STEPS[i]!, id)),
}

let served: ServedPage
let driver: Driver
beforeAll(async () => {
  served = await servePage(WIDE)
  driver = await driverOf(served)
})
afterAll(() => served?.close())

test('a box that is wider than the window is closed from its middle, and is seen then', async () => {
  const places = await cardPlaces(WIDE, { level: 1 })
  const [x, y] = places.header('wide')
  await driver.goTo({ level: 1 }, lookingAt([x, y]))
  await driver.pictures('Map: 17 things, 15 lines')
  const { width, height } = (await driver.page.locator('.picture').boundingBox())!
  const toggle = [Math.round(x) + width / 2 - 16, y] as const
  await driver.hover(toggle)
  await driver.page.waitForSelector('.picture[title="Close"]')
  await driver.click(toggle)
  await driver.pictures('Map: 1 thing, 0 lines')
  await driver.page.waitForTimeout(300)
  const closed = (await cardPlaces(WIDE, { level: 0 })).of('wide')
  const [cx, cy] = driver.said('at')!.split(',').map(Number)
  expect(Math.abs(closed[0] - cx!)).toBeLessThan(width / 2)
  expect(Math.abs(closed[1] - cy!)).toBeLessThan(height / 2)
  expect(served.complaints).toEqual([])
})
