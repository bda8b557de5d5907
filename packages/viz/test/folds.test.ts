import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { cardPlaces } from './card-places.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { servePage, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

const READERS = Array.from({ length: 12 }, (_, i) => `reader${i}`)
const RING = Array.from({ length: 12 }, (_, i) => `ring${i}`)

/** A table with twelve readers, twelve tables of which each feeds each, a table from elsewhere, and one that is missing. */
const RUN = {
  resources: [
    thing('database', 'shop', null),
    thing('schema', 'marts', 'shop'),
    thing('schema', 'rings', 'shop'),
    ...['hub', 'late', ...READERS].map((id) => thing('table', id, 'marts')),
    ...RING.map((id) => thing('table', id, 'rings')),
  ],
  lineage: [
    ...READERS.map((id) => feeds('hub', id)),
    ...RING.flatMap((one) => RING.filter((other) => other !== one).map((other) => feeds(one, other))),
    {
      from_identifier: { type: 'external_table', database: 'erp', schema: 'fx', table: 'rates' },
      to_identifier: { type: 'internal_resource', databuilder_id: 'hub' },
    },
    feeds('gone', 'hub'),
    feeds('hub', 'late'),
    feeds('late', 'hub'),
  ],
}

let served: ServedPage
let driver: Driver
beforeAll(async () => {
  served = await servePage(RUN)
  driver = await driverOf(served, { acceptDownloads: true })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const FAR = { x: 400, y: 200, k: 0.7 }
const HUB = { kind: 'lineage', focus: 'id:hub' } as const

async function svgOf(): Promise<string> {
  await driver.page.click('button:has-text("Export")')
  const [download] = await Promise.all([
    driver.page.waitForEvent('download'),
    driver.page.click('[role=menuitem]:has-text("SVG, whole picture")'),
  ])
  return readFile(await download.path(), 'utf8')
}

test('many similar readers fold into one stack with its count, which a click opens', async () => {
  const { places, key } = await stackPlace()
  await driver.goTo(HUB, lookingAt(places))
  // rates, gone, hub, late and the stack.
  await driver.pictures('Lineage: 5 things, 5 lines')
  expect(await driver.page.textContent('.status .drawn')).toContain('12 folded')
  await driver.click(places)
  await driver.pictures('Lineage: 16 things, 16 lines')
  expect(driver.said('o')).toContain(key.slice(0, 5))
  await driver.page.goBack()
  await driver.pictures('Lineage: 5 things, 5 lines')
})

test('a stack that was spread folds again: by a button at the foot, by the menu of each of its things, and by Shift and Space', async () => {
  const { places, key } = await stackPlace()
  const spread = async (): Promise<void> => {
    await driver.goTo({ ...HUB, opened: [key], selection: ['id:reader3'] }, lookingAt(places))
    await driver.pictures('Lineage: 16 things, 16 lines')
  }
  const isFolded = async (): Promise<void> => {
    await driver.pictures('Lineage: 5 things, 5 lines')
    expect(driver.said('o')).toBeNull()
    expect(await driver.page.locator('.thing-bar button:has-text("Fold")').count()).toBe(0)
  }
  await spread()
  await driver.page.click('.thing-bar button:has-text("Fold 12 tables again")')
  await isFolded()
  expect(await driver.page.evaluate(() => document.activeElement?.className)).toContain('picture')
  await spread()
  await driver.press('Shift+F10')
  await driver.page.click('[role=menuitem]:has-text("Fold 12 tables again")')
  await isFolded()
  await spread()
  await driver.press('Shift+Space')
  await isFolded()
  expect(driver.said('thing')).toBe('reader3')
})

test('a circle that was opened in the Map folds again', async () => {
  const circle = 'stack:circle:id:ring0'
  await driver.goTo({ opened: [circle], level: 2 }, FAR)
  await driver.page.click('.thing-bar button:has-text("Fold the circle of 12 again")')
  await driver.saysOnce('o', null)
  expect(await svgOf()).toContain('Circle of 12')
})

test('a hit in a stack opens it, in one step, and is looked at from as near as all before', async () => {
  const { key } = await stackPlace()
  await driver.goTo(HUB, { ...FAR, k: 2 })
  await driver.pictures('Lineage: 5 things, 5 lines')
  await driver.press('/')
  await driver.page.keyboard.type('reader3')
  await driver.page.keyboard.press('Enter')
  await driver.pictures('Lineage: 16 things, 16 lines')
  expect(driver.said('thing')).toBe('reader3')
  const [x, y] = (await cardPlaces(RUN, { ...HUB, opened: [key] })).of('reader3')
  const { width, height } = driver.page.viewportSize()!
  await vi.waitFor(() => {
    const at = driver.saidCamera()
    expect(at.k).toBe(2)
    expect(Math.abs(x - at.x) * at.k).toBeLessThan(width / 2)
    expect(Math.abs(y - at.y) * at.k).toBeLessThan(height / 2)
  })
  await driver.page.goBack()
  await driver.pictures('Lineage: 5 things, 5 lines')
  expect([driver.said('o'), driver.said('thing')]).toEqual([null, null])
})

test('what a stack folds in the Map is shown there by itself', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:ring3', selection: ['id:ring3'] }, FAR)
  await driver.page.click('button:has-text("More")')
  await driver.page.click('[role=menuitem]:has-text("Show in the Map")')
  await driver.page.waitForSelector('.picture[aria-label^="Map: "]')
  expect(driver.said('o')).toContain('stack:circle:')
})

async function stackPlace(): Promise<{ places: readonly [number, number]; key: string }> {
  const places = await cardPlaces(RUN, HUB)
  const key = places.keys.find((one) => one.startsWith('stack:'))!
  return { places: places.of(key), key }
}

test('a graph in which each feeds each is one box in the Map, a circle by name', async () => {
  await driver.goTo({}, FAR)
  await driver.page.waitForSelector('.picture[aria-label^="Map: "]')
  expect(await svgOf()).toContain('Circle of 12')
})

test('each sort of thing and line is drawn in its own way: outside, missing, back in a circle', async () => {
  await driver.goTo(HUB, FAR)
  await driver.pictures('Lineage: 5 things, 5 lines')
  const svg = await svgOf()
  for (const [token, dash] of [
    ['external', '1.5 3'],
    ['missing', '5 4'],
    ['error', '5 4'],
  ] as const) {
    const colour = await driver.page.evaluate(
      (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim(),
      token,
    )
    expect(svg).toMatch(new RegExp(`stroke="${colour}"[^>]*stroke-dasharray="${dash}"`))
  }
  expect(svg).toContain('rates')
  expect(svg).toContain('Circle of 2')
})

test('the impact list counts what the picture shows with all hops, folded or not', async () => {
  await driver.goTo({ ...HUB, down: 'all', up: 0, selection: ['id:hub'], tab: 'impact' }, FAR)
  await driver.page.waitForSelector('.impact .named')
  // Twelve readers, and late, which leads back to hub.
  expect(await driver.page.textContent('.impact')).toMatch(/Downstream\s*13/)
})

test('a CSV of what is downstream has its rows although a filter hides them in the picture', async () => {
  await driver.goTo({ off: ['table'], selection: ['id:hub'], tab: 'impact' }, FAR)
  await driver.page.waitForSelector('.impact .named')
  const [download] = await Promise.all([
    driver.page.waitForEvent('download'),
    driver.page.click('.impact-tools button:has-text("CSV")'),
  ])
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(rows).toHaveLength(14)
})

/** A table that feeds thirty others, each of which feeds seven and is fed by one of them. */
const MANY = (() => {
  const near = Array.from({ length: 30 }, (_, i) => `near${i}`)
  const far = near.flatMap((id) => Array.from({ length: 7 }, (_, i) => `${id}_${i}`))
  return {
    resources: ['home', ...near, ...far].map((id) => thing('table', id, null)),
    lineage: [
      ...near.map((id) => feeds('home', id)),
      ...far.map((id) => feeds(id.split('_')[0]!, id)),
      ...far.map((id, i) => feeds(id, near[(i * 7 + 3) % near.length]!)),
    ],
  }
})()

test('where two hops are too many to be read one is shown, and a button shows the other', async () => {
  const many = await servePage(MANY)
  const page = await many.open('#v=2&view=lineage&focus=home')
  await page.waitForSelector('.notice:has-text("One hop each way is shown: two hops are 241 things.")')
  expect(await page.textContent('[aria-label="Hops downstream"] > span')).toBe('1')
  await page.click('.notice button:has-text("Show two hops")')
  await page.waitForFunction(() => location.hash.includes('up=2') && location.hash.includes('down=2'))
  await page.waitForSelector('.notice', { state: 'detached' })
  expect(await page.textContent('[aria-label="Hops downstream"] > span')).toBe('2')
  await page.goBack()
  await page.waitForSelector('.notice:has-text("One hop each way is shown")')
  expect(many.complaints).toEqual([])
  await many.close()
})

/** One table that so many others read: they are counted before they fold into a stack. */
const serveReaders = (count: number): Promise<ServedPage> => {
  const readers = Array.from({ length: count }, (_, i) => `t${i}`)
  return servePage({
    resources: ['home', ...readers].map((id) => thing('table', id, null)),
    lineage: readers.map((id) => feeds('home', id)),
  })
}

test('of very many things the nearest are drawn, and a button draws all, which the link keeps', async () => {
  const star = await serveReaders(2100)
  const page = await star.open('#v=2&view=lineage&focus=home')
  await page.click('.notice:has-text("The nearest 2,000 of 2,101") button:has-text("Draw all 2,101")')
  await page.waitForSelector('.notice', { state: 'detached' })
  expect(await page.evaluate(() => location.hash)).toContain('most=all')
  await page.goBack()
  await page.waitForSelector('.notice:has-text("The nearest 2,000 of 2,101")')
  expect(star.complaints).toEqual([])
  await star.close()
})

test('where a picture takes no more things, a button leads to the list of all', async () => {
  const star = await serveReaders(5050)
  const page = await star.open('#v=2&view=lineage&focus=home&most=all&thing=t7')
  const notice = page.locator('.notice:has-text("The nearest 5,000 of 5,051 things are drawn")')
  await page.click('[aria-label="Close the panel"]')
  await notice.locator('button:has-text("List all 5,051")').click()
  await page.waitForSelector('.impact-of:has-text("home")')
  await page.waitForSelector('.impact [aria-pressed=true]:has-text("Downstream 5,050")')
  expect(star.complaints).toEqual([])
  await star.close()
})

test('what a picture said of how much it draws is said again, with its button, at what is beyond it', async () => {
  const many = await servePage(MANY)
  const hash = '#v=2&view=lineage&focus=home'
  for (const [width, beyond] of [
    [1440, '.status .drawn button:has-text("beyond")'],
    [390, '.sums-over dt:has-text("beyond what is shown") + dd button'],
  ] as const) {
    const page = await many.open(hash, { viewport: { width, height: 844 } })
    await page.click('.notice [aria-label=Close]')
    await page.waitForSelector('.notice', { state: 'detached' })
    if (width < 720) await page.click('[aria-label="All of the status"]')
    await page.click(beyond)
    await page.click('.notice:has-text("One hop each way is shown") button:has-text("Show two hops")')
    await page.waitForSelector('.notice', { state: 'detached' })
    expect(await page.locator('.status .drawn button').count()).toBe(0)
    await page.close()
  }
  expect(many.complaints).toEqual([])
  await many.close()
})
