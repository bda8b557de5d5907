import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { ESTATE } from './estate-run.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { servePage, type ServedPage } from './serve-page.ts'
import { thing } from './shop-run.ts'

let served: ServedPage
let driver: Driver
let places: CardPlaces
const MAP = { level: 0, opened: ['id:shop', 'id:marts', 'id:bank'] }
beforeAll(async () => {
  served = await servePage(ESTATE)
  driver = await driverOf(served)
  places = await cardPlaces(ESTATE, MAP)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** The name of what the pointer is said to be on, and whether that is lit. */
const hovered = (): Promise<string> =>
  driver.page
    .locator('.picture')
    .evaluate(
      (element: HTMLElement) => `${element.title}${element.classList.contains('has-light') ? ', lit' : ''}`,
    )

const goTo = async (): Promise<void> => {
  await driver.goTo(MAP, lookingAt(places.of('d')))
  await driver.hover(places.of('d'))
  await expect.poll(hovered).toBe('d, lit')
}

test('nothing is hovered after a key has moved the camera', async () => {
  await goTo()
  await driver.press('f')
  await expect.poll(hovered).toBe('')
  await driver.page.waitForTimeout(300)
  expect(await hovered()).toBe('')
})

test('what lies under the pointer is hovered after the wheel has moved the picture under it', async () => {
  await goTo()
  const [from, to] = [places.of('d'), places.of('c')]
  await driver.page.mouse.wheel(to[0] - from[0], to[1] - from[1])
  await expect.poll(hovered).toBe('c, lit')
  await driver.page.mouse.wheel(4000, 0)
  await expect.poll(hovered).toBe('')
})

test('what lies under the pointer is hovered again when the run has been read again', async () => {
  await goTo()
  await served.write({ ...ESTATE, resources: [...ESTATE.resources, thing('table', 'cc', 'marts')] })
  await driver.pictures('Map: 11 things, 7 lines')
  await expect.poll(hovered).toBe('d, lit')
  await served.write(ESTATE)
  await driver.pictures('Map: 10 things, 7 lines')
})
