import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cardPlaces } from './card-places.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { pictureOf, servePage, shows, type RunLines, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

/** So many tables that a window that shows them all is full. */
const TABLES = Array.from({ length: 112 }, (_, i) => `table ${i}`)
const FULL: RunLines = {
  resources: TABLES.map((id) => thing('table', id, null)),
  lineage: [feeds('table 0', 'table 1')],
}

let served: ServedPage
let driver: Driver
beforeAll(async () => {
  served = await servePage(FULL)
  driver = await driverOf(served)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const STANDS = '.minimap:not(.aside) .minimap-picture:visible'
const IS_ASIDE = '.minimap.aside'
const map = { level: 0 }

/** A camera under which a card stands so far from the right foot of the window. */
async function cameraWith(id: string, [right, bottom]: readonly [number, number]) {
  const box = (await driver.page.locator('.picture').boundingBox())!
  const [x, y] = (await cardPlaces(FULL, map)).of(id)
  return lookingAt([x + right - box.width / 2, y + bottom - box.height / 2])
}

test('where all of the picture is seen the minimap gives way to what would lie under it, and its buttons stay', async () => {
  const { page } = driver
  await driver.goTo(map, await cameraWith('table 50', [500, 500]))
  await page.keyboard.press('f')
  expect(await shows(page, IS_ASIDE)).toBe(true)
  const [x, y] = await page.evaluate(() => {
    const box = document.querySelector('.minimap')!.getBoundingClientRect()
    return [box.x + box.width / 2, box.y + 20] as const
  })
  const under = await page.evaluate(
    ([left, top]) => document.elementFromPoint(left, top)?.closest('.picture') !== null,
    [x, y] as const,
  )
  expect(under).toBe(true)
  // Nothing of the picture lies under what is left of it.
  await page.click('.minimap [aria-label="Zoom in"]')
  await page.click('.minimap [aria-label="Zoom in"]')
  expect(await shows(page, STANDS)).toBe(true)
})

test('on a narrow page nothing of the picture lies under the buttons for the scale, whatever is looked at', async () => {
  const page = await served.open('', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  await pictureOf(page)
  const places = async (of: string): Promise<{ top: number; bottom: number }> =>
    page.locator(of).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return { top, bottom }
    })
  for (const look of ['as it opens', 'with something chosen']) {
    if (look !== 'as it opens') {
      await page.focus('.picture')
      await page.keyboard.press('ArrowDown')
      await page.waitForFunction(() => location.hash.includes('thing='))
    }
    const [picture, buttons] = [await places('.picture'), await places('.minimap-zoom')]
    const status = await places('.status')
    expect({ look, isApart: picture.bottom <= buttons.top }).toEqual({ look, isApart: true })
    expect(buttons.bottom).toBeLessThanOrEqual(status.top)
    expect(buttons.bottom - buttons.top).toBeGreaterThanOrEqual(24)
  }
  await page.click('.minimap [aria-label="Zoom in"]')
  await page.close()
})

test('the minimap steps aside for what is chosen, and is there again when that is let go', async () => {
  // Beside the minimap, and half under it.
  await driver.goTo(map, await cameraWith('table 50', [172, 70]))
  await driver.page.waitForSelector(STANDS)
  const [x, y] = (await cardPlaces(FULL, map)).of('table 50')
  await driver.click([x - 30, y])
  await driver.saysOnce('thing', 'table 50')
  expect(await shows(driver.page, IS_ASIDE)).toBe(true)
  await driver.page.keyboard.press('Escape')
  await driver.page.mouse.move(700, 300)
  expect(await shows(driver.page, STANDS)).toBe(true)
})

test('the minimap steps aside for what the pointer rests on, not for what it passes', async () => {
  await driver.goTo(map, await cameraWith('table 50', [172, 70]))
  await driver.page.waitForSelector(STANDS)
  const [x, y] = (await cardPlaces(FULL, map)).of('table 50')
  const rested = driver.page.evaluate(async (isAside) => {
    let moved = 0
    addEventListener('pointermove', ({ timeStamp }) => (moved = timeStamp), { capture: true })
    while (!document.querySelector(isAside)) await new Promise(requestAnimationFrame)
    return performance.now() - moved
  }, IS_ASIDE)
  await driver.hover([x - 30, y])
  expect(await rested).toBeGreaterThan(250)
  await driver.page.mouse.move(700, 300)
  expect(await shows(driver.page, STANDS)).toBe(true)
})

test('where a lineage opens of which a window shows a part, nothing of it lies under the minimap, which is there as soon as one looks elsewhere', async () => {
  const middle = Array.from({ length: 14 }, (_, i) => `middle ${i}`)
  const last = middle.map((id) => id.replace('middle', 'last'))
  const run = {
    resources: ['hub', ...middle, ...last].map((id) => thing('table', id, null)),
    lineage: middle.flatMap((id, i) => [feeds('hub', id), feeds(id, last[i]!)]),
  }
  const other = await servePage(run)
  try {
    const page = await other.open('#v=2&view=lineage&focus=hub', { viewport: { width: 1280, height: 720 } })
    await pictureOf(page)
    expect(await shows(page, IS_ASIDE)).toBe(true)
    await page.mouse.move(500, 300)
    await page.mouse.wheel(0, 40)
    expect(await shows(page, STANDS)).toBe(true)
  } finally {
    await other.close()
  }
  expect(other.complaints).toEqual([])
})
