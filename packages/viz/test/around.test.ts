import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cardPlaces } from './card-places.ts'
import { said, savedBy, saysOnce } from './on-page.ts'
import { pictureOf, pointAt, servePage, shows, type ServedPage } from './serve-page.ts'
import { thing } from './shop-run.ts'
import { TASKS } from './task-run.ts'

/** What stands around the picture, used as somebody does who is in a hurry. */
let served: ServedPage
beforeAll(async () => {
  served = await servePage(TASKS)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const open = async (hash = '', options = {}): Promise<Page> => {
  const page = await served.open(hash, { reducedMotion: 'reduce', acceptDownloads: true, ...options })
  await pictureOf(page)
  return page
}

test('go from hit to hit, and find by what lineage says', async () => {
  const page = await open()
  await page.click('#search')
  await page.keyboard.type('1+stg+1')
  await page.waitForSelector('#search.selector')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.found:has-text("1 / ")')
  await page.click('[aria-label="Next hit"]')
  await page.waitForSelector('.found:has-text("2 / ")')
  await page.click('[aria-label="Previous hit"]')
  await page.waitForSelector('.found:has-text("1 / ")')
  await page.fill('#search', 'type:nonsense')
  expect(await shows(page, '.hits .hint:has-text("Nothing is of the type")')).toBe(true)
  await page.close()
})

test('the impact list sorts and filters, and the file holds what is seen', async () => {
  const page = await open('#v=2&thing=orders&tab=impact')
  await page.waitForSelector('.impact .name:has-text("Net revenue")')
  await page.click('.impact [role=columnheader]:has-text("Name") button')
  await page.waitForSelector('[role=columnheader][aria-sort=ascending]:has-text("Name")')
  await page.fill('.impact-tools input', 'chart')
  await page.waitForFunction(() => document.querySelectorAll('.impact .named').length === 1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('.impact-tools button:has-text("JSON")'),
  ])
  const json = JSON.parse(await readFile(await download.path(), 'utf8')) as { things: { name: string }[] }
  expect(json.things.map(({ name }) => name)).toEqual(['Net revenue'])
  await page.close()
})

test('an edge that is folded is shown as the line that stands for it, or said to be inside one thing', async () => {
  const page = await open('#v=2&level=1&thing=stg')
  await page.click('.neighbor .edges[aria-label="Show 2 edges with orders"]')
  await saysOnce(page, 'edge', '["raw","marts"]')
  await page.goBack()
  await page.click('.neighbor .edges[aria-label="Show 1 edge with revenue"]')
  expect(await shows(page, '.notice:has-text("inside one thing that is closed")')).toBe(true)
  await page.close()
})

test('the picture is turned, and the link keeps it', async () => {
  const page = await open('#v=2&view=lineage&focus=stg')
  await page.click('[aria-label="Let the data go downwards"]')
  await saysOnce(page, 'flow', 'down')
  expect(await shows(page, '[aria-label="Let the data go to the right"]')).toBe(true)
  await page.waitForSelector('.hop-ruler.down')
  const headings = page.locator('.hop-ruler .hop')
  const [texts, tops] = [
    await headings.allTextContents(),
    await headings.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top)),
  ]
  expect(texts.map((text) => text.replace(/up.*/, 'up').replace(/down.*/, 'down'))).toEqual(
    ['1 hop up', 'stg_orders', '1 hop down', '2 hops down'].slice(0, texts.length),
  )
  expect(tops).toEqual(tops.toSorted((one, other) => one - other))
  await page.close()
})

test('panels fold, and are made wider and narrower', async () => {
  const page = await open('#v=2&thing=orders')
  const edge = (await page.locator('.outline .splitter').boundingBox())!
  await page.mouse.move(edge.x + 4, 400)
  await page.mouse.down()
  await page.mouse.move(edge.x + 104, 400)
  await page.mouse.up()
  expect(Math.round((await page.locator('.outline').boundingBox())!.width)).toBe(308)
  await page.click('[aria-label="Close the outline"]')
  await page.click('[aria-label="Close the panel"]')
  expect(Math.round((await page.locator('.window').boundingBox())!.width)).toBe(1440)
  await page.click('.top-bar [aria-label="Outline"]')
  expect(await shows(page, '[role=tree]')).toBe(true)
  await page.close()
})

test.each([
  { name: 'the bar at the foot', width: 1440, at: [60, -40], side: 'findings' },
  { name: 'the minimap', width: 1440, at: [-80, -60], side: 'findings' },
  { name: 'the panel over the picture', width: 800, at: [-120, -300], side: 'details' },
])('what a search leads to is moved out from under $name', async ({ width, at, side }) => {
  const thing = (await cardPlaces(TASKS)).of('orders')
  const page = await open('#v=2', { viewport: { width, height: 700 } })
  if (width < 1024) await page.click('[aria-label="Details and findings"]')
  const box = (await page.locator('.window').boundingBox())!
  // A camera under which the thing lies there.
  const from = (edge: number, whole: number): number => (edge < 0 ? whole + edge : edge) - whole / 2
  const camera = [thing[0] - from(at[0]!, box.width), thing[1] - from(at[1]!, box.height), 1]
  await page.goto(`${served.url}#v=2&tab=${side}&at=${camera.join(',')}`)
  await page.waitForFunction((k) => document.querySelector('.scale')?.textContent === k, '100%')
  await page.click('#search')
  await page.fill('#search', 'orders')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'thing', 'orders')
  await page.keyboard.press('Escape')
  // Choosing shows the details, which leave no bar: the bar is there with another tab.
  await page.waitForFunction(
    (was) => !new URLSearchParams(location.hash.slice(1)).get('at')?.startsWith(was),
    camera.join(','),
  )
  await page.waitForTimeout(200)
  const [x, y, k] = said(page, 'at')!.split(',').map(Number)
  const point = await pointAt(page, { x: x!, y: y!, k: k! }, thing)
  const isSeen = await page.evaluate(
    ([left, top]) => document.elementFromPoint(left!, top!)?.closest('.picture') !== null,
    point,
  )
  expect(isSeen).toBe(true)
  await page.close()
})

test('several that are chosen are counted, and let go one by one', async () => {
  const page = await open('#v=2&thing=orders&thing=stg&thing=rev')
  await page.waitForSelector('.several:has-text("3 chosen")')
  await page.click('.several button:has-text("One fewer")')
  await page.waitForSelector('.several:has-text("2 chosen")')
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  await page.click('.several button:has-text("Clear")')
  expect(await shows(page, '.details .title:has-text("some/run")')).toBe(true)
  await page.close()
})

test('a list of findings that is filtered to nothing says so, and shows all again', async () => {
  const page = await open('#v=2&tab=findings')
  for (const severity of ['error', 'warning', 'note'])
    await page.click(`.severity-chip:has-text("${severity}")`)
  await page.click('button:has-text("Show all findings")')
  expect(await shows(page, '.findings .finding')).toBe(true)
  expect(new URL(page.url()).hash).not.toContain('mute')
  await page.close()
})

test('a name that its row cuts is whole under the pointer, and where the keyboard is', async () => {
  const long = 'a_name_that_is_much_longer_than_the_outline_is_wide'
  await served.write({
    ...TASKS,
    resources: [
      ...TASKS.resources,
      { entity_type: 'table', databuilder_id: 'long', parent_databuilder_id: 'raw', title: long },
    ],
  })
  const page = await open('#v=2&thing=long')
  await page.hover(`.row:has-text("${long}")`)
  await page.waitForSelector(`.whole-name:text-is("${long}")`)
  await page.mouse.move(700, 400)
  await page.waitForSelector('.whole-name', { state: 'detached' })
  await page.focus('[role=tree]')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  expect(await shows(page, `.whole-name:text-is("${long}")`)).toBe(true)
  await page.close()
  await served.write(TASKS)
})

test('names in the outline that begin alike are cut before what tells them apart', async () => {
  const names = [
    ...['fct_orders_daily_by_country_2024', 'fct_orders_daily_by_country_2025'],
    ...['fct_or', 'Customer payments by region and month', 'Customs'],
  ]
  const alike = await servePage({ resources: names.map((name) => thing('table', name, null)), lineage: [] })
  const page = await alike.open()
  const shown = (): Promise<string[]> => page.locator('.outline .row .name').allTextContents()
  await expect
    .poll(async () => (await shown()).map((name) => name.replace(/^(fct_or|Customer).*(….*)$/, '$1$2')))
    .toEqual(['fct_or…2024', 'fct_or…2025', 'fct_or', 'Customer…', 'Customs'])
  const row = page.getByRole('treeitem', { name: names[1]! })
  await row.hover()
  await page.waitForSelector(`.whole-name:text-is("${names[1]}")`)
  await alike.close()
})

test('a legend that has no room in one line has a second, and nothing of it is cut off', async () => {
  for (const [width, hash] of [
    [1024, '#v=2'],
    [1024, '#v=2&view=lineage&focus=orders'],
    [800, '#v=2&view=lineage&focus=orders&thing=orders'],
  ] as const) {
    const page = await open(hash, { viewport: { width, height: 768 } })
    if (width === 800) await page.click('[aria-label="Details and findings"]')
    const cut = await page.evaluate(() => {
      const side = document.querySelector('.side.panel')?.getBoundingClientRect()
      const bar = document.querySelector('.legend')!.getBoundingClientRect()
      return [...document.querySelectorAll('.legend button, .legend select')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(
          ({ box }) => box.right > bar.right + 1 || (side && box.right > side.left && box.bottom > side.top),
        )
        .map(({ element }) => element.textContent)
    })
    expect(cut).toEqual([])
    await page.close()
  }
})

test('a place is copied, and that is seen; what a rule is for is told where one asks', async () => {
  const page = await open('#v=2&thing=orders')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.click('.section:has-text("Declared") .file-place')
  await page.waitForSelector('.file-place .hue-added')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/resources\.jsonl:4$/)
  await page.click('[role=tab]:has-text("Findings")')
  await page.click('.finding:has-text("circle")')
  await page.click('.open-finding button:has-text("Explain rule")')
  await page.waitForSelector('.open-finding .help:has-text("Why it matters")')
  expect(await page.textContent('.open-finding .explain')).toContain('lineagraph explain lineage/no-cycle')
  await page.close()
})

test('a narrow page keeps room for what is loaded after the picture: nothing moves when it comes', async () => {
  const page = await open('', { viewport: { width: 390, height: 844 } })
  let isLate = true
  await page.route(/\/narrow-/, async (route) => {
    while (isLate) await new Promise((later) => setTimeout(later, 20))
    await route.continue()
  })
  await page.reload()
  await pictureOf(page)
  const places = (): Promise<unknown[]> =>
    Promise.all(['.window', '.status', '[aria-label=Search]'].map((of) => page.locator(of).boundingBox()))
  const before = await places()
  expect(await page.locator('.narrow-nav, [aria-label=More]').count()).toBe(0)
  isLate = false
  await page.waitForSelector('.narrow-nav')
  await page.waitForSelector('[aria-label=More]')
  expect(await places()).toEqual(before)
  await page.close()
})

test('a part of the page that cannot be loaded is told, with what to do', async () => {
  const page = await open()
  await page.route(/\/findings-[^/]*js$/, (route) => route.abort())
  await page.reload()
  await pictureOf(page)
  await page.click('[role=tab]:has-text("Findings")')
  expect(
    await shows(page, '.notice:has-text("The findings could not be loaded"):has-text("Reload the page")'),
  ).toBe(true)
  await page.close()
  expect(served.complaints.splice(0)).toContainEqual(expect.stringContaining('ERR_FAILED'))
})

test('a narrow page has in its menu what a wide one has buttons for', async () => {
  const page = await open('', { viewport: { width: 390, height: 844 } })
  await page.click('[aria-label="More"]')
  await page.click('[role=menuitem]:has-text("Dark")')
  await page.waitForSelector('html.dark')
  await page.click('[aria-label="More"]')
  await page.click('[role=menuitem]:has-text("Keys")')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.press('Escape')
  await page.click('[aria-label="More"]')
  const [name, text] = await savedBy(page, () => page.click('[role=menuitem]:has-text("SVG, whole")'))
  expect(name).toMatch(/\.svg$/)
  expect(text).toContain('<svg')
  await page.close()
})

test('a menu that is closed gives the focus back to what opened it', async () => {
  const page = await open('#v=2&thing=orders')
  await page.focus('button:has-text("More")')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=menuitem]:focus')
  await page.keyboard.press('Escape')
  expect(await shows(page, 'button:has-text("More"):focus')).toBe(true)
  await page.close()
})

test('the paths between two things are listed, and a path that leads nowhere is turned round', async () => {
  const page = await open('#v=2&view=lineage&path=["orders","net",1,0]')
  await page.waitForSelector('.section:has-text("Path 2")')
  const ways = await page.$$eval('.side .section', (all) =>
    all.map((way) => [...way.querySelectorAll('.name')].map((name) => name.textContent)),
  )
  expect(ways).toEqual([
    ['orders', 'Net revenue'],
    ['orders', 'stg_orders', 'revenue', 'Net revenue'],
  ])
  expect(await page.locator('.picture.has-light').count()).toBe(1)
  await page.click('[aria-label="Show alone: path 2"]')
  await page.waitForSelector('[aria-label="Show all: path 2"]')
  expect(await page.locator('[aria-label="One hop more upstream"]').isDisabled()).toBe(true)
  await page.click('.thing-bar button:has-text("All paths")')
  await page.waitForSelector('.section:has-text("The path")')
  await page.goto(`${served.url}#v=2&view=lineage&path=["net","orders",0,0]`)
  await page.click('.side button:has-text("Turn it round")')
  await saysOnce(page, 'path', '["orders","net",0,0]')
  expect(await shows(page, '.section:has-text("The path")')).toBe(true)
  await page.close()
})

test('what filters leave out is shown again at once', async () => {
  const page = await open('#v=2&off=table&only=error')
  await page.click('.legend button:has-text("Show all")')
  await page.waitForFunction(() => !location.hash.includes('off=') && !location.hash.includes('only='))
  await page.waitForSelector('.status .drawn:has-text("0 hidden")')
  expect(await page.locator('.legend button:has-text("Show all")').count()).toBe(0)
  await page.close()
})

test('what is opened and closed in the Map is so in the outline', async () => {
  const page = await open('#v=2&level=1&thing=raw')
  await page.waitForSelector('.row.selected:has-text("raw")')
  expect(await page.locator('.row:has-text("orders")').count()).toBe(0)
  await page.click('.details button:has-text("Open")')
  await page.waitForSelector('.row:has-text("orders")')
  await page.click('.details button:has-text("Close")')
  await page.waitForSelector('.row:has-text("orders")', { state: 'detached' })
  await page.click('[aria-label="Open one level more"]')
  expect(await shows(page, '.row:has-text("orders")')).toBe(true)
  await page.close()
})

test('how deep the Map is open is told as it is, and a step keeps what a hand has opened', async () => {
  const page = await open('#v=2&level=1&thing=raw')
  const levels = page.locator('[aria-label="Levels that are open"] .levels')
  await page.waitForSelector('.details button:has-text("Open")')
  expect(await levels.textContent()).toBe('1')
  await page.click('.details button:has-text("Open")')
  await page.waitForSelector('.levels:text-is("1–2")')
  await page.click('[aria-label="Open one level more"]')
  await page.waitForSelector('.levels:text-is("2")')
  expect(await page.isDisabled('[aria-label="Open one level more"]')).toBe(true)
  await page.click('[aria-label="Close the innermost level"]')
  await page.waitForSelector('.levels:text-is("1")')
  await page.click('.details button:has-text("Open")')
  await page.waitForSelector('.levels:text-is("1–2")')
  await page.click('[aria-label="Close the innermost level"]')
  await page.waitForSelector('.levels:text-is("1")')
  await page.close()
})

test('the outline opens to what the lineage view is about, before anything is chosen', async () => {
  const page = await open('#v=2&view=lineage&focus=stg')
  expect(await shows(page, '.outline .row.home:has-text("stg")')).toBe(true)
  expect(await page.locator('.outline .row.selected').count()).toBe(0)
  await page.close()
})

test('the outline opens as far as the ways between two things go, and to where they begin', async () => {
  const page = await open(`#v=2&view=lineage&path=${encodeURIComponent('["stg","net",0,0]')}`)
  expect(await shows(page, '.outline .row.home:has-text("stg")')).toBe(true)
  expect(await shows(page, '.outline .row:has-text("Net revenue")')).toBe(true)
  await page.close()
})

test('what is chosen takes nothing from the status that has room: what is inside of things, and what is beyond, stays', async () => {
  const page = await open('#v=2&view=lineage&focus=stg&thing=stg&up=1&down=0', {
    viewport: { width: 1440, height: 800 },
  })
  await page.waitForSelector('.status .lit')
  await page.locator('.status .edges-said:has-text("beyond")').waitFor()
  expect(
    await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.querySelector('.status .drawn')!
      return scrollWidth <= clientWidth
    }),
  ).toBe(true)
  // What has no room goes, and comes back with the room.
  await page.setViewportSize({ width: 730, height: 800 })
  await page.locator('.status .edges-said').waitFor({ state: 'hidden' })
  await page.setViewportSize({ width: 1440, height: 800 })
  await page.locator('.status .edges-said').waitFor()
  await page.close()
})

test.each([1440, 1100, 937, 390])(
  'all that the status line says is reached at a width of %i',
  async (width) => {
    const page = await served.open('#v=2&view=lineage&focus=stg&thing=stg', {
      viewport: { width, height: 800 },
    })
    await pictureOf(page)
    await page.waitForSelector('.status .drawn')
    await page.waitForTimeout(300)
    const button = page.locator('button[aria-label="All of the status"]')
    const isCut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.status :is(.drawn, .more-said, .lit, .time)')].some(
        (part) =>
          part.offsetWidth === 0 || (part.className === 'drawn' && part.scrollWidth > part.clientWidth),
      ),
    )
    if (width < 1440) expect(isCut || width === 390).toBe(true)
    if (isCut) expect(await button.count()).toBe(1)
    if ((await button.count()) > 0) {
      await button.focus()
      await page.keyboard.press('Enter')
      const said = await page.textContent('.sums-over')
      for (const part of [
        'drawn',
        'folded',
        'hidden',
        'beyond',
        'not resolved',
        'inside one thing',
        'upstream',
      ])
        expect(said).toContain(part)
      const box = (await page.locator('.sums-over').boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      await page.keyboard.press('Escape')
      expect(await page.locator('.sums-over').count()).toBe(0)
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
      expect(new URL(page.url()).hash).toContain('thing=stg') // Esc has cleared nothing
    }
    await page.close()
  },
)

test('where no container can be opened or closed, no control for levels is there', async () => {
  const { resources, lineage } = TASKS
  await served.write({ resources: [thing('table', 'one', null), thing('table', 'other', null)], lineage: [] })
  const page = await open()
  expect(await page.locator('.chips .chip').count()).toBeGreaterThan(0)
  expect(await page.locator('[aria-label="Levels that are open"]').count()).toBe(0)
  await served.write({ resources, lineage })
  expect(await shows(page, '[aria-label="Levels that are open"]')).toBe(true)
  await page.close()
})

test.each([1440, 768, 390])('no key hangs out of the dialog of the keys, %i pixels wide', async (width) => {
  const page = await open('', { viewport: { width, height: 900 } })
  await page.keyboard.press('?')
  await page.waitForSelector('.keys dd')
  const room = (await page.locator('.keys dl').boundingBox())!
  for (const key of await page.locator('.keys kbd').all()) {
    const { x, width: long } = (await key.boundingBox())!
    expect(x).toBeGreaterThanOrEqual(room.x + 12)
    expect(x + long).toBeLessThanOrEqual(room.x + room.width)
  }
  const keys = await page.locator('.keys kbd').allTextContents()
  expect(keys).toEqual(expect.arrayContaining(['right click', 'long press', 'Shift click']))
  expect(await page.locator('.keys dl > div:has(kbd:text-is("double click")) dd').textContent()).toMatch(
    /on nothing, fit/,
  )
  await page.close()
})

test('the keys tell what a double click does, of a dashboard too', async () => {
  const page = await open()
  await page.keyboard.press('?')
  const told = page.locator('.keys dl > div:has(kbd:text-is("double click"))')
  await told.waitFor()
  expect(await told.locator('kbd').allTextContents()).toEqual(['Enter', 'double click'])
  expect(await told.locator('dd').textContent()).toMatch(/container.*lineage of a dashboard/)
  await page.close()
})
