import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { pictureOf, pointAt, servePage, shows, type ServedPage } from './serve-page.ts'
import { CAMERA, SHOP } from './shop-run.ts'

let served: ServedPage
let places: CardPlaces
let page: Page
beforeAll(async () => {
  served = await servePage(SHOP)
  places = await cardPlaces(SHOP)
  page = await served.open('', { reducedMotion: 'reduce' })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** The page stays; each test goes to a view of its own. */
const goTo = async (said: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(`${served.url}#v=2&at=${CAMERA.x},${CAMERA.y},${CAMERA.k}&${said}`)
  await pictureOf(page)
}
const said = (name: string): string | null => new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name)
const saysOnce = (name: string, value: string | null): Promise<unknown> =>
  page.waitForFunction(
    ([wantedName, wanted]) => new URLSearchParams(location.hash.slice(1)).get(wantedName!) === wanted,
    [name, value] as const,
  )
const on = (id: string) => pointAt(page, CAMERA, places.of(id))

test('a double click on a table shows its lineage with its focus, hops and ruler; back leads to the Map', async () => {
  await goTo('')
  await page.mouse.dblclick(...(await on('stg')))
  await saysOnce('view', 'lineage')
  expect(said('focus')).toBe('stg')
  expect(await shows(page, '.hop-ruler .home:has-text("stg_orders")')).toBe(true)
  expect(await page.textContent('.hop-ruler')).toContain('1 hop up')
  await page.goBack()
  await page.waitForSelector('.hop-ruler', { state: 'detached' })
})

test('Space at a container closes and opens it, and its corner stays where it is', async () => {
  await goTo('thing=marts')
  const drawn = () => page.textContent('.status .drawn')
  const before = await drawn()
  await page.focus('.picture')
  await page.keyboard.press('Space')
  await page.waitForFunction((was) => document.querySelector('.status .drawn')!.textContent !== was, before)
  await page.keyboard.press('Space')
  await page.waitForFunction((was) => document.querySelector('.status .drawn')!.textContent === was, before)
  const at = said('at')!.split(',').map(Number)
  expect(at[0]).toBeCloseTo(CAMERA.x, 0)
  expect(at[1]).toBeCloseTo(CAMERA.y, 0)
})

test('the button at the foot does what Space does', async () => {
  await goTo('thing=marts')
  await page.click('.thing-bar button:has-text("Close")')
  expect(await shows(page, '.thing-bar button:has-text("Open")')).toBe(true)
})

test('the menu goes by arrows and closes on Esc, and the picture has the focus again', async () => {
  await goTo('thing=stg')
  await page.click('.thing-bar button:has-text("More")')
  await page.waitForSelector('[role=menu]')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Columns')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[role=menu]', { state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('picture')
  expect(said('thing')).toBe('stg')
})

test('scrolling with Shift goes sideways, and the zoom buttons zoom', async () => {
  await goTo('')
  await page.mouse.move(700, 400)
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, 100)
  await page.keyboard.up('Shift')
  await page.waitForFunction((y) => new RegExp(`at=568(%2C|,)${y}`).test(location.hash), CAMERA.y)
  await page.click('[aria-label="Zoom in"]')
  expect(await shows(page, '.scale:has-text("140%")')).toBe(true)
})

test('zooming changes how much is told, never what is open', async () => {
  await goTo('')
  const drawn = await page.textContent('.status .drawn')
  for (let i = 0; i < 5; i++) await page.click('[aria-label="Zoom out"]')
  await page.waitForFunction(() => parseInt(document.querySelector('.scale')!.textContent!) < 25)
  expect(await page.textContent('.status .drawn')).toBe(drawn)
})

test('the picture is saved as SVG, complete, its names as text', async () => {
  await goTo('thing=stg')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("SVG")')])
  expect(download.suggestedFilename()).toMatch(/^[\w.-]+-map\.svg$/)
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  expect(text).toContain('>stg_orders</text>')
  expect(text).not.toContain('<img')
  const isWell = await page.evaluate(
    (svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null,
    text,
  )
  expect(isWell).toBe(true)
})
