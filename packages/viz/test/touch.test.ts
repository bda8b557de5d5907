import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { fingersOn, type Fingers } from './fingers.ts'
import { driverOf, type Driver } from './page-driver.ts'
import { pointAt, servePage, shows, type ServedPage } from './serve-page.ts'
import { SHOP } from './shop-run.ts'
import type { Camera } from '../src/state/view.ts'

/** Under it all of the Map is seen. */
const CAMERA: Camera = { x: 670, y: 160, k: 0.625 }

let served: ServedPage
let places: CardPlaces
let driver: Driver
let fingers: Fingers
beforeAll(async () => {
  served = await servePage(SHOP)
  places = await cardPlaces(SHOP)
  driver = await driverOf(served, { hasTouch: true })
  fingers = await fingersOn(driver.page)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** Waits until the address has another camera than the one that it was opened with. */
const cameraMoved = async (from: Camera = CAMERA): Promise<Camera> => {
  const said = [from.x, from.y, from.k].join(',')
  await driver.page.waitForFunction(
    (was) => !new URLSearchParams(location.hash.slice(1)).get('at')?.startsWith(was),
    said,
  )
  return driver.saidCamera()
}
const on = (id: string, camera = CAMERA) => pointAt(driver.page, camera, places.of(id))
const aside = ([x, y]: readonly [number, number], dx: number, dy: number): [number, number] => [
  x + dx,
  y + dy,
]

test('one finger moves the picture with it, and the address has the camera after', async () => {
  await driver.goTo({}, CAMERA)
  const from = await on('stg')
  await fingers.move([[from, aside(from, 100, -60)]])
  const to = await cameraMoved()
  expect(to.k).toBe(CAMERA.k)
  expect(to.x).toBeCloseTo(CAMERA.x - 100 / CAMERA.k, 0)
  expect(to.y).toBeCloseTo(CAMERA.y + 60 / CAMERA.k, 0)
  expect(driver.said('thing')).toBeNull()
})

test('two fingers that spread enlarge the picture around their middle', async () => {
  await driver.goTo({}, CAMERA)
  const middle = await on('stg')
  await fingers.move([
    [aside(middle, -40, -30), aside(middle, -80, -60)],
    [aside(middle, 40, 30), aside(middle, 80, 60)],
  ])
  const to = await cameraMoved()
  expect(to.k).toBeCloseTo(2 * CAMERA.k, 2)
  const now = await on('stg', to)
  expect(Math.hypot(now[0] - middle[0], now[1] - middle[1])).toBeLessThan(2)
})

test('two fingers that go the same way move the picture', async () => {
  await driver.goTo({}, CAMERA)
  const middle = await on('stg')
  await fingers.move([
    [aside(middle, -40, 0), aside(middle, -120, 50)],
    [aside(middle, 40, 0), aside(middle, -40, 50)],
  ])
  const to = await cameraMoved()
  expect(to.k).toBeCloseTo(CAMERA.k, 3)
  expect(to.x).toBeCloseTo(CAMERA.x + 80 / CAMERA.k, 0)
  expect(to.y).toBeCloseTo(CAMERA.y - 50 / CAMERA.k, 0)
})

test('a tap selects, two open, and nothing moves or enlarges the picture beside', async () => {
  await driver.goTo({}, CAMERA)
  await fingers.tap(await on('stg'))
  await driver.saysOnce('thing', 'stg')
  expect(driver.saidCamera()).toEqual(CAMERA)
  await driver.page.waitForTimeout(600)
  const box = driver.page.locator('.picture')
  const before = await box.getAttribute('data-things')
  await fingers.doubleTap(await pointAt(driver.page, CAMERA, places.header('marts')), 120)
  await driver.page.waitForFunction(
    (was) => document.querySelector<HTMLElement>('.picture')!.dataset['things'] !== was,
    before,
  )
  await driver.page.waitForTimeout(600)
  expect(driver.saidCamera().k).toBe(CAMERA.k)
})

test('a finger that rests on a thing opens its menu, and the menu stays when the finger is lifted', async () => {
  await driver.goTo({}, CAMERA)
  await fingers.press(await on('rev'), 900)
  expect(await shows(driver.page, '[role=menu]')).toBe(true)
  await driver.page.waitForTimeout(200)
  expect(await shows(driver.page, '[role=menu]')).toBe(true)
  expect(driver.said('thing')).toBe('rev')
})

test('a finger that moves opens no menu, however long it stays', async () => {
  await driver.goTo({}, CAMERA)
  const from = await on('rev')
  await fingers.move([[from, aside(from, 80, 0)]], 800)
  expect(await driver.page.locator('[role=menu]').count()).toBe(0)
})

test('a finger on the minimap moves the window on the picture', async () => {
  await driver.goTo({}, { ...CAMERA, k: 3 })
  const box = (await driver.page.locator('.minimap-picture').boundingBox())!
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const
  await fingers.move([[middle, aside(middle, 30, 0)]])
  const to = await cameraMoved({ ...CAMERA, k: 3 })
  expect(to.k).toBe(3)
  expect(to.x).toBeGreaterThan(CAMERA.x)
})

test('a finger at the edge of the panel makes it wider', async () => {
  await driver.goTo({ selection: ['id:stg'] }, CAMERA)
  const panel = driver.page.locator('.side.panel')
  const before = (await panel.boundingBox())!
  const edge = [before.x, 400] as const
  await fingers.move([[edge, aside(edge, -60, 0)]])
  expect((await panel.boundingBox())!.width).toBeCloseTo(before.width + 60, -1)
})

test('a pinch on a trackpad, which comes as a wheel with Ctrl, enlarges around the pointer', async () => {
  await driver.goTo({}, CAMERA)
  const at = await on('stg')
  await driver.page.mouse.move(...at)
  const session = await driver.page.context().newCDPSession(driver.page)
  for (let step = 0; step < 5; step++)
    await session.send('Input.dispatchMouseEvent', {
      ...{ type: 'mouseWheel', x: at[0], y: at[1], deltaX: 0, deltaY: -10, modifiers: 2 },
    })
  // A machine that pauses between two steps has the address say where the first of them led.
  await expect.poll(() => driver.saidCamera().k).toBeCloseTo(CAMERA.k * 2 ** 0.5, 2)
  const to = driver.saidCamera()
  const now = await on('stg', to)
  expect(Math.hypot(now[0] - at[0], now[1] - at[1])).toBeLessThan(2)
  expect(await driver.page.evaluate(() => visualViewport!.scale)).toBe(1)
})

test('a pinch on a trackpad in Safari, which has events of its own for it, enlarges around the pointer', async () => {
  await driver.goTo({}, CAMERA)
  const at = await on('stg')
  const isPrevented = await driver.page.evaluate(([clientX, clientY]) => {
    const picture = document.querySelector('.picture')!
    return [
      ['gesturestart', 1],
      ['gesturechange', 1.5],
      ['gesturechange', 2],
      ['gestureend', 2],
    ].map(([type, scale]) => {
      const event = new Event(type as string, { bubbles: true, cancelable: true })
      picture.dispatchEvent(Object.assign(event, { scale, clientX, clientY }))
      return event.defaultPrevented
    })
  }, at)
  expect(isPrevented).toEqual([true, true, true, true])
  const to = await cameraMoved()
  expect(to.k).toBeCloseTo(2 * CAMERA.k, 3)
  const now = await on('stg', to)
  expect(Math.hypot(now[0] - at[0], now[1] - at[1])).toBeLessThan(2)
})

test('where the panel lies over the picture, what is tapped comes out from under it when no second tap can follow', async () => {
  const { page } = driver
  await page.setViewportSize({ width: 900, height: 800 })
  try {
    const [x, y] = places.of('rev')
    const camera = { x: Math.round(x - 300), y: Math.round(y), k: 1 }
    await driver.open({}, camera)
    const at = await on('rev', camera)
    expect(at[0]).toBeGreaterThan(700)
    await fingers.tap(at)
    const panel = page.locator('.side.panel')
    await panel.waitFor()
    const left = (await panel.boundingBox())!.x
    expect(left).toBeLessThan(at[0])
    const to = await cameraMoved(camera)
    expect((await on('rev', to))[0]).toBeLessThan(left - 40)
  } finally {
    await page.setViewportSize({ width: 1440, height: 900 })
  }
})
