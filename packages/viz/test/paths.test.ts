import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { driverOf, type Driver } from './page-driver.ts'
import { servePage, shows, type RunLines, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

const FAR = { x: 500, y: 200, k: 0.6 }
const RUNGS = Array.from({ length: 6 }, (_, i) => i)

/** n0 → n1 → … → n6 by two ways each; n6 feeds both tables of a schema, of which one feeds the other. */
const LADDER: RunLines = {
  resources: [
    thing('schema', 'marts', null),
    ...['one', 'two'].map((id) => thing('table', id, 'marts')),
    ...[...RUNGS, 6].map((i) => thing('table', `n${i}`, null)),
    ...RUNGS.flatMap((i) => ['a', 'b'].map((way) => thing('table', way + i, null))),
  ],
  lineage: [
    ...RUNGS.flatMap((i) =>
      ['a', 'b'].flatMap((way) => [feeds(`n${i}`, way + i), feeds(way + i, `n${i + 1}`)]),
    ),
    ...[feeds('n6', 'one'), feeds('n6', 'two'), feeds('one', 'two')],
  ],
}

let served: ServedPage
let driver: Driver
beforeAll(async () => {
  served = await servePage(LADDER)
  driver = await driverOf(served)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const goTo = (from: string, to: string): Promise<unknown> =>
  driver.goTo(
    { kind: 'lineage', path: { from: `id:${from}`, to: `id:${to}`, takes: 'all', columns: false } },
    FAR,
  )

test('of many paths the first are listed, and a button that says how many more there are lists them', async () => {
  await goTo('n0', 'n6')
  const { page } = driver
  await page.waitForSelector('[aria-label=Path]:has-text("64 paths")')
  await page.waitForSelector('.details .section:nth-of-type(1)')
  expect(await page.locator('.details .section').count()).toBe(40)
  await page.click('.details .more:has-text("24 more")')
  await page.waitForSelector('.details .section:has-text("Path 64")')
  expect(await page.locator('.details .section').count()).toBe(64)
  expect(await page.locator('.details .more').count()).toBe(0)
})

test('paths to a schema end at the tables that they get to first, which stand in its box', async () => {
  await goTo('n5', 'marts')
  const { page } = driver
  expect(await driver.pictures('Lineage: 7 things, 7 lines')).toBe(true)
  await page.waitForSelector('[aria-label=Path]:has-text("4 paths")')
  await page.waitForSelector('.details .section:has-text("Path 4")')
  expect(await page.locator('.picture.has-light').count()).toBe(1)
})

test('a path to what is around its start says so, and shows what that feeds instead', async () => {
  await goTo('one', 'marts')
  expect(await shows(driver.page, '.details .nothing:has-text("one is inside marts")')).toBe(true)
  await driver.page.click('.details button:has-text("Show what one feeds")')
  expect(await driver.pictures('Lineage: 2 things, 1 line')).toBe(true)
})

test('the number of paths leads to their list, also where one has chosen something or closed the panel', async () => {
  await goTo('n0', 'n6')
  const { page } = driver
  await page.click('[role=tab]:has-text("Impact")')
  await page.click('[aria-label="Close the panel"]')
  await page.waitForSelector('.details', { state: 'detached' })
  await page.click('[aria-label=Path] .button:has-text("64 paths")')
  expect(await shows(page, '.details .section:has-text("Path 40")')).toBe(true)
})
