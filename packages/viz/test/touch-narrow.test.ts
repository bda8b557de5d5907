import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { fingersOn, type Fingers } from './fingers.ts'
import { driverOf, type Driver } from './page-driver.ts'
import { pointAt, servePage, type ServedPage } from './serve-page.ts'
import { SHOP } from './shop-run.ts'
import type { Camera } from '../src/state/view.ts'

let served: ServedPage
let places: CardPlaces
let driver: Driver
let fingers: Fingers
beforeAll(async () => {
  served = await servePage(SHOP)
  places = await cardPlaces(SHOP, {}, true)
  driver = await driverOf(served, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })
  fingers = await fingersOn(driver.page)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** So high is a sheet, and a finger no lower than this is not where it comes. CSS pixels. */
const [SHEET, FREE] = [355, 150]

/** A camera under which a card is so far from the top of the window. */
const cameraWith = async (id: string, top: number): Promise<Camera> => {
  const { height } = (await driver.page.locator('.picture').boundingBox())!
  const [x, y] = places.of(id)
  return { x: Math.round(x), y: Math.round(y - top + height / 2), k: 1 }
}
/** Where a card is on the page now. */
const nowAt = async (id: string): Promise<[number, number]> =>
  pointAt(driver.page, driver.saidCamera(), places.of(id))
/** Opens the page anew with a card so far from the top. Where it is on the page. */
const openWith = async (id: string, top: number): Promise<[number, number]> => {
  await driver.open({}, { x: 0, y: 0, k: 1 })
  const camera = await cameraWith(id, top)
  await driver.goTo({}, camera)
  return pointAt(driver.page, camera, places.of(id))
}
const near = ([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): number =>
  Math.hypot(x - otherX, y - otherY)

test('what is tapped stays under the finger when the sheet with its details opens', async () => {
  const at = await openWith('rev', FREE)
  await fingers.tap(at)
  await driver.page.waitForSelector('.side.panel')
  await driver.page.waitForTimeout(600)
  expect(near(await nowAt('rev'), at)).toBeLessThan(1.5)
  // It is where it was before when the sheet is closed again, too.
  await driver.page.click('[aria-label="Close the panel"]')
  await driver.page.waitForTimeout(300)
  expect(near(await nowAt('rev'), at)).toBeLessThan(1.5)
})

test('what the sheet would cover stays while a second tap may follow, and is above the sheet then', async () => {
  const { height } = (await driver.page.locator('.picture').boundingBox())!
  const at = await openWith('rev', height - 60)
  const { x: wasX, y: wasY, k: wasK } = driver.saidCamera()
  const soon = driver.page.evaluate(
    ([x, y]) =>
      new Promise<unknown>((done) => {
        // Its timer is older than that of the page, whatever the machine does.
        const look = (): void =>
          done([
            document.elementFromPoint(x, y)!.className,
            new URLSearchParams(location.hash.slice(1)).get('at')!.split(',').slice(0, 3).map(Number),
          ])
        addEventListener('click', () => setTimeout(look, 300), { capture: true, once: true })
      }),
    at,
  )
  await fingers.tap(at)
  expect(await soon).toEqual([expect.stringContaining('picture'), [wasX, wasY, wasK]])
  await driver.page.waitForSelector('.side.panel')
  await driver.page.waitForTimeout(600)
  const sheet = (await driver.page.locator('.side.panel').boundingBox())!
  expect(sheet.height).toBeCloseTo(SHEET, -1)
  const [, y] = await nowAt('rev')
  expect(y).toBeLessThan(sheet.y - 20)
  expect(y).toBeGreaterThan(sheet.y - 120)
})

test('a tap on a line opens the sheet with its edges, as one on a card does', async () => {
  await openWith('rev', FREE)
  const at = pointAt(driver.page, driver.saidCamera(), places.onLine('stg', 'rev'))
  await fingers.tap(await at)
  await driver.page.waitForSelector('.side.panel')
  expect(driver.said('edge')).toContain('rev')
})

for (const gap of [60, 120, 200])
  for (const where of ['free', 'under the sheet'] as const)
    test(`two taps ${gap} ms apart lead to the lineage of what is tapped, where it is ${where}`, async () => {
      const { height } = (await driver.page.locator('.picture').boundingBox())!
      await fingers.doubleTap(await openWith('rev', where === 'free' ? FREE : height - 60), gap)
      await driver.saysOnce('view', 'lineage')
      expect(driver.said('focus')).toBe('rev')
      // They ask for what they open, not for details: the sheet leaves that its room.
      await driver.page.waitForTimeout(600)
      expect(await driver.page.locator('.side.panel').count()).toBe(0)
    })

test('a finger scrolls the sheet, and the picture stays', async () => {
  const at = await openWith('rev', FREE)
  await fingers.tap(at)
  const content = driver.page.locator('.side-content')
  await content.locator('.title').waitFor()
  await driver.page.waitForTimeout(500)
  const before = driver.saidCamera()
  const box = (await content.boundingBox())!
  const from = [box.x + 200, box.y + box.height - 30] as const
  await fingers.move([[from, [from[0], box.y + 30]]])
  await driver.page.waitForFunction(() => document.querySelector('.side-content')!.scrollTop > 20)
  expect(driver.saidCamera()).toEqual(before)
})

test('a finger at the handle of the sheet makes it higher, and what is above stays', async () => {
  const at = await openWith('rev', FREE)
  await fingers.tap(at)
  const sheet = driver.page.locator('.side.panel')
  await sheet.waitFor()
  const before = (await sheet.boundingBox())!
  const handle = [195, before.y + 8] as const
  await fingers.move([[handle, [195, handle[1] - 80]]])
  expect((await sheet.boundingBox())!.height).toBeCloseTo(before.height + 80, -1)
  await driver.page.waitForTimeout(300)
  expect(near(await nowAt('rev'), at)).toBeLessThan(1.5)
})

test('what waits stands above and below a card, and a finger beside it opens the next hop', async () => {
  const shown = { kind: 'lineage', focus: 'id:stg', up: 1, down: 1 } as const
  const lineage = await cardPlaces(SHOP, shown, true)
  const camera = { x: Math.round(lineage.of('rev')[0]), y: Math.round(lineage.of('rev')[1]), k: 1 }
  await driver.goTo(shown, camera)
  const [card, pill] = [lineage.of('rev'), lineage.pill('rev', 'down', false, camera)]
  expect(pill[1]).toBeGreaterThan(card[1] + 20)
  expect(Math.abs(pill[0] - card[0])).toBeLessThan(60)
  const [x, y] = await pointAt(driver.page, camera, pill)
  await fingers.tap([x, y + 19])
  await driver.saysOnce('more', '["d","rev"]')
})

test('the buttons for the scale have all of their strip', async () => {
  await openWith('rev', FREE)
  const strip = (await driver.page.locator('.minimap-zoom').boundingBox())!
  expect([strip.x, strip.width]).toEqual([0, 390])
  const last = (await driver.page.locator('.minimap-zoom button').last().boundingBox())!
  expect(last.x + last.width).toBeCloseTo(390, 0)
})

test('a finger on the words of the status opens all of it, and another closes it: no button reaches over them', async () => {
  await driver.open({ kind: 'lineage', focus: 'id:stg' }, { x: 0, y: 0, k: 1 })
  const words = driver.page.locator('.status .drawn')
  const lines = await words.locator('span').allTextContents()
  expect(lines).toEqual([
    expect.stringMatching(/^drawn \d+ of \d+ things, \d+ of \d+ edges$/),
    expect.stringMatching(/^\d+ folded, \d+ hidden, (\d+ beyond, )?\d+ not resolved$/),
  ])
  const { x, y, width, height } = (await words.boundingBox())!
  for (const [part, down] of [
    [0.02, 0.05],
    [0.5, 0.5],
    [0.98, 0.95],
  ] as const) {
    await fingers.tap([x + part * width, y + down * height])
    await driver.page.waitForSelector('.sums-over')
    await fingers.tap([x + part * width, y + down * height])
    await driver.page.waitForSelector('.sums-over', { state: 'detached' })
  }
})

test('every button for the scale can be met by a finger, 34 px wide and 44 high at least', async () => {
  await openWith('rev', FREE)
  const buttons = driver.page.locator('.minimap-zoom button')
  for (const button of await buttons.all()) {
    const box = (await button.boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const isMet = (at: readonly [number, number]): Promise<boolean> =>
      button.evaluate((element, [left, top]) => element.contains(document.elementFromPoint(left, top)), at)
    for (const [dx, dy] of [
      [-16, 0],
      [16, 0],
      [0, -25],
      [0, 16],
    ] as const)
      expect(await isMet([x + dx, y + dy])).toBe(true)
  }
})
