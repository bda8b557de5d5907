import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { pictureOf, pointAt, servePage, shows, type ServedPage } from './serve-page.ts'
import { SHOP } from './shop-run.ts'

/** Under it all of the Map is seen. */
const CAMERA = { x: 670, y: 160, k: 0.625 }

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
  await page.click('[aria-label="With what is chosen"] button:has-text("Close")')
  expect(await shows(page, '[aria-label="With what is chosen"] button:has-text("Open")')).toBe(true)
})

test('shift-click adds to what is chosen, and takes it out again', async () => {
  await goTo('thing=stg')
  const chosen = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll('thing')
  const add = async (): Promise<void> => {
    await page.keyboard.down('Shift')
    await page.mouse.click(...(await on('rev')))
    await page.keyboard.up('Shift')
  }
  await add()
  await page.waitForFunction(() => location.hash.includes('thing=stg&thing=rev'))
  await add()
  await page.waitForFunction(() => !location.hash.includes('thing=rev'))
  expect(chosen()).toEqual(['stg'])
})

test('the menu of a thing hides it, and what is hidden is counted and can be shown again', async () => {
  await goTo('')
  await page.mouse.click(...(await on('rev')), { button: 'right' })
  await page.waitForSelector('[role=menu]')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem')
  await page.click('[role=menuitem]:has-text("Hide")')
  await page.waitForSelector('.status .drawn:has-text("1 hidden")')
  await page.click('.thing-bar button:has-text("Show the last again")')
  expect(await shows(page, '.status .drawn:has-text("0 hidden")')).toBe(true)
})

test('the menu goes by arrows and closes on Esc, and what opened it has the focus again', async () => {
  await goTo('thing=stg')
  await page.click('[aria-label="With what is chosen"] button:has-text("More")')
  await page.waitForSelector('[role=menu]')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Columns')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[role=menu]', { state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('More')
  expect(said('thing')).toBe('stg')
})

test('[ and ] show fewer and more hops, as the buttons do, and h leads home', async () => {
  await goTo('view=lineage&focus=rev&thing=rev')
  await page.waitForSelector('.hop-ruler')
  const hops = () => page.textContent('[aria-label="Hops upstream"] > span')
  const become = (wanted: string): Promise<unknown> =>
    page.waitForFunction(
      (text) => document.querySelector('[aria-label="Hops upstream"] > span')!.textContent === text,
      wanted,
    )
  expect(await hops()).toBe('2')
  await page.keyboard.press('[')
  await become('1')
  await page.keyboard.press(']')
  await become('2')
  await page.click('[aria-label="One hop fewer upstream"]')
  await become('1')
  await page.mouse.move(700, 400)
  await page.mouse.wheel(4000, 0)
  await page.waitForFunction(
    () => Number(new URLSearchParams(location.hash.slice(1)).get('at')!.split(',')[0]) > 3000,
  )
  await page.keyboard.press('h')
  await page.waitForFunction(
    () => Number(new URLSearchParams(location.hash.slice(1)).get('at')!.split(',')[0]) < 2000,
  )
})

test('two things that are picked in their menus give the path between them', async () => {
  await goTo('thing=orders')
  await page.click('[aria-label="With what is chosen"] button:has-text("More")')
  await page.click('[role=menuitem]:has-text("Path from here")')
  await page.waitForSelector('[aria-label=Path]:has-text("Choose where the path ends")')
  await page.mouse.click(...(await on('net')), { button: 'right' })
  await page.click('[role=menuitem]:has-text("Path to here")')
  await saysOnce('view', 'lineage')
  await page.waitForSelector('[aria-label=Path] button:has-text("All paths")')
  await page.click('[aria-label="Leave the path"]')
  await page.waitForSelector('[aria-label=Path]', { state: 'detached' })
  expect(said('from')).toBeNull()
})

test('Esc leaves a path step by step, as the status says, and a click on nothing clears alone', async () => {
  const hint = (): Promise<string | null> => page.textContent('.status .key-hints')
  await goTo('view=lineage&focus=rev&path=["orders","net",0,0]&thing=orders')
  await page.waitForSelector('[aria-label=Path]')
  expect(await hint()).toContain('Esc clear')
  await page.keyboard.press('Escape')
  await saysOnce('thing', null)
  expect(await hint()).toContain('Esc leave the path')
  const { x, y } = (await page.locator('.picture').boundingBox())!
  await page.mouse.click(x + 10, y + 10)
  await page.waitForTimeout(100)
  expect(said('path')).not.toBeNull()
  await page.keyboard.press('Escape')
  await saysOnce('path', null)
  expect([said('view'), said('focus')]).toEqual(['lineage', 'rev'])
  expect(await hint()).not.toContain('Esc')
})

test('scrolling with Shift goes sideways, and the zoom buttons zoom', async () => {
  await goTo('')
  await page.mouse.move(700, 400)
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, 100)
  await page.keyboard.up('Shift')
  await page.waitForFunction((y) => new RegExp(`at=830(%2C|,)${y}`).test(location.hash), CAMERA.y)
  await page.click('[aria-label="Zoom in"]')
  expect(await shows(page, '.scale:has-text("88%")')).toBe(true)
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
  await page.click('button:has-text("Export")')
  const saving = page.click('[role=menuitem]:has-text("SVG, whole picture")')
  const [download] = await Promise.all([page.waitForEvent('download'), saving])
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

test('where a filter takes away all that the window showed, what is nearest comes into it', async () => {
  const [x, y] = places.of('net')
  const page = await served.open(`#v=2&level=9&at=${x},${y},3`)
  await pictureOf(page)
  const cards = (): Promise<number> =>
    page.evaluate(() => Number(document.querySelector<HTMLElement>('.picture .rest')!.dataset['cards']))
  expect(await cards()).toBeGreaterThan(0)
  await page.click('.legend .chip:has-text("Chart")')
  await page.waitForSelector('.status .drawn:has-text("1 hidden")')
  await page.waitForFunction((before) => !location.hash.includes(before), `at=${x}%2C`)
  await page.waitForTimeout(500)
  expect(await cards()).toBeGreaterThan(0)
  await page.close()
})

test.each(['ContextMenu', 'Shift+F10'])(
  '%s opens the menu of what is chosen, beside it, and Esc gives the focus back',
  async (key) => {
    await goTo('thing=stg')
    await page.focus('.picture')
    await page.keyboard.press(key)
    await page.waitForSelector('.thing-menu[role=menu]')
    const [x, y] = await on('stg')
    const box = (await page.locator('.thing-menu').boundingBox())!
    expect(Math.abs(box.x - x)).toBeLessThan(120)
    expect(Math.abs(box.y - y)).toBeLessThan(60)
    await page.keyboard.press('Escape')
    expect(await page.locator('.thing-menu').count()).toBe(0)
    expect(said('thing')).toBe('stg')
    expect(await page.evaluate(() => document.activeElement!.classList.contains('picture'))).toBe(true)
  },
)

test('[ and ] do nothing in the Map, which has no hops', async () => {
  await goTo('thing=stg')
  const before = page.url()
  await page.keyboard.press(']')
  await page.keyboard.press('[')
  await page.waitForTimeout(200)
  expect(page.url()).toBe(before)
})

test('what is chosen stays in the window of a phone when the sheet with its details takes the half of it', async () => {
  const phone = await served.open('#v=2&level=9', {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  await pictureOf(phone)
  const before = (await phone.locator('.picture').boundingBox())!
  const narrow = await cardPlaces(SHOP, { level: 9, flow: 'down' })
  await phone.evaluate(
    ([x, y]) => (location.hash = `v=2&level=9&at=${x},${y! + 380},0.8`),
    narrow.of('orders'),
  )
  await phone.waitForTimeout(500)
  // Near to the top of the window, where the sheet leaves no room for it in the middle.
  await phone.mouse.click(before.x + before.width / 2, before.y + before.height / 2 - 380 * 0.8)
  await phone.waitForSelector('.details .title:has-text("orders")')
  await phone.waitForTimeout(500)
  const after = (await phone.locator('.picture').boundingBox())!
  expect(after.height).toBeLessThan(before.height)
  const [, y, k] = new URLSearchParams(new URL(phone.url()).hash.slice(1)).get('at')!.split(',').map(Number)
  const top = after.height / 2 + (narrow.of('orders')[1] - y!) * k!
  expect(top).toBeGreaterThan(0)
  expect(top).toBeLessThan(after.height)
  await phone.close()
})
