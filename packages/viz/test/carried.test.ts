import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

const TABLES = Array.from({ length: 1200 }, (_, i) => `t${i}`)

let served: ServedPage
beforeAll(async () => {
  served = await servePage({
    resources: [thing('database', 'db', null), ...TABLES.map((table) => thing('table', table, 'db'))],
    lineage: TABLES.slice(7).map((table, i) => feeds(TABLES[i]!, table)),
  })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** Opens the page on all of it. */
async function open(): Promise<Page> {
  const page = await served.open('#v=2&level=1')
  await pictureOf(page)
  await page.focus('.picture')
  await page.keyboard.press('f')
  await page.waitForFunction(() => location.hash.includes('at='))
  await page.waitForTimeout(400) // it is on its way there for a quarter of a second
  await settled(page)
  return page
}

/** Counts how often what lies at rest is painted. */
const watchPainting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const rest = document.querySelector<HTMLCanvasElement>('.picture .rest')!
    const context = rest.getContext('2d')!
    const clear = context.clearRect.bind(context)
    rest.dataset['painted'] = '0'
    context.clearRect = (...area) => {
      rest.dataset['painted'] = String(Number(rest.dataset['painted']) + 1)
      clear(...area)
    }
  })
const painted = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector<HTMLElement>('.picture .rest')!.dataset['painted']))
const transform = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.picture .rest')!.style.transform)
const dots = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.picture canvas:not([hidden])')].map((canvas) =>
      canvas.toDataURL(),
    ),
  )
const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('.picture .rest')!.style.transform === '',
  )
}

test('while the wheel pans over very much, what is painted is carried, and painted anew once at rest', async () => {
  const page = await open()
  await watchPainting(page)
  const box = (await page.locator('.picture').boundingBox())!
  await page.mouse.move(box.x + 400, box.y + 300)
  await page.waitForTimeout(200)
  const before = await dots(page)
  // In the page itself: between two steps no more than a frame passes.
  const last = await page.locator('.picture').evaluate(async (picture) => {
    for (let i = 0; i < 6; i++) {
      const at = { clientX: picture.getBoundingClientRect().x + 400, clientY: 400 }
      picture.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaX: 20, deltaY: 10, ...at }))
      await new Promise((done) => requestAnimationFrame(done))
    }
    return document.querySelector<HTMLElement>('.picture .rest')!.style.transform
  })
  expect(last).toMatch(/^matrix\(1, 0, 0, 1, -\d+/)
  await settled(page)
  expect(await painted(page)).toBeLessThanOrEqual(2) // once, or twice where the machine paused meanwhile
  // The way back leads to the same dots: nothing of what was carried is left.
  for (let i = 0; i < 6; i++) await page.mouse.wheel(-20, -10)
  await page.waitForTimeout(400)
  await settled(page)
  expect((await dots(page)).every((each, i) => each === before[i])).toBe(true)
  await page.close()
})

test('a flight over very much carries what is painted, and ends with all of it painted', async () => {
  const page = await open()
  await watchPainting(page)
  const from = page.url()
  // Heard of in the page: on a busy machine a flight may end between two looks at it.
  const isCarried = page.evaluate(
    () =>
      new Promise((done) => {
        const rest = document.querySelector<HTMLElement>('.picture .rest')!
        new MutationObserver(() => rest.style.transform !== '' && done(true)).observe(rest, {
          attributeFilter: ['style'],
        })
      }),
  )
  await page.click('button[aria-label="Zoom in"]')
  await isCarried
  await page.waitForFunction((before) => location.href !== before, from) // where it ends the address has the camera
  await settled(page)
  expect(await transform(page)).toBe('')
  expect(await painted(page)).toBeLessThanOrEqual(2) // once, or twice where the machine paused meanwhile
  expect(await page.locator('.picture .rough').isHidden()).toBe(true)
  await page.close()
})
