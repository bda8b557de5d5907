import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { feeds, HOSTILE, SHOP } from './shop-run.ts'

let served: ServedPage
beforeAll(async () => void (served = await servePage(SHOP)))
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const open = async (hash = '', options = {}) => {
  const page = await served.open(hash, options)
  await pictureOf(page)
  return page
}

test('/ leads to the search, which lists hits and goes from one to the next', async () => {
  const page = await open()
  await page.keyboard.press('/')
  await page.keyboard.type('orders')
  await page.waitForSelector('[role=option]:has-text("stg_orders")')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.found:has-text("1 / 4")')
  await page.waitForSelector('.details .title:has-text("orders")')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.found:has-text("2 / 4")')
  await page.click('button[aria-label="Previous hit"]')
  expect(await shows(page, '.found:has-text("1 / 4")')).toBe(true)
  await page.close()
})

test('Enter right after the last letter goes to the first hit of the whole word', async () => {
  const page = await open()
  await page.keyboard.press('/')
  await page.keyboard.type('stg_orders')
  await page.keyboard.press('Enter')
  expect(await shows(page, '.details .title:has-text("stg_orders")')).toBe(true)
  await page.close()
})

test('a column that is searched for lights its table', async () => {
  const page = await open('#v=2&thing=orders.cents')
  await page.waitForSelector('.picture.has-light')
  await page.waitForSelector('.details .title:has-text("cents")')
  expect(await page.textContent('.crumbs')).toContain('orders')
  await page.waitForSelector('.row.selected:has-text("cents")')
  await page.close()
})

test('the details have every declared field, the raw line with its place, and the neighbors', async () => {
  const page = await open('#v=2&thing=orders')
  await page.waitForSelector('.details .title')
  const details = await page.textContent('.details')
  expect(details).toContain('Every order, as the shop wrote it')
  expect(details).toContain('resources.jsonl:4')
  expect(details).toMatch(/It feeds1 table · 2 edges/)
  await page.click('.raw summary')
  expect(await page.textContent('.raw pre')).toBe(JSON.stringify(SHOP.resources[3]))
  await page.click('.section:has-text("It feeds") .thing')
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  await page.close()
})

test('before what a link chooses is told, the details do not say that the run has nothing by its name', async () => {
  for (const tab of ['details', 'impact']) {
    const page = await served.open(`#v=2&thing=stg&tab=${tab}`, {}, () => {
      const hints = new Set<string | null>()
      Object.assign(window, { hints })
      new MutationObserver(() => {
        for (const hint of document.querySelectorAll('.side .hint')) hints.add(hint.textContent)
      }).observe(document, { childList: true, subtree: true })
    })
    await page.waitForSelector(tab === 'details' ? '.details .title:has-text("stg_orders")' : '.impact-row')
    const hints = await page.evaluate(() => [...(window as unknown as { hints: Set<string> }).hints])
    expect(hints.filter((hint) => hint.includes('nothing by the name'))).toEqual([])
    await page.close()
  }
})

test('the outline is a tree that the keyboard opens, and follows what is chosen', async () => {
  const page = await open()
  await page.waitForSelector('[role=treeitem]:has-text("orders")')
  await page.focus('[role=tree]')
  await page.keyboard.press('Home')
  await page.waitForSelector('.row.active:has-text("SHOP")')
  await page.keyboard.press('ArrowLeft')
  await page.waitForSelector('[role=treeitem][aria-expanded=false]:has-text("SHOP")')
  await page.keyboard.press('ArrowRight')
  await page.waitForSelector('[role=treeitem][aria-level="2"]:has-text("raw")')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=treeitem][aria-selected=true]:has-text("raw")')
  expect(await shows(page, '.picture.has-light')).toBe(true)
  await page.close()
})

test('a finding shows its place and how to mend it, and leads to the thing', async () => {
  const page = await open()
  await page.click('[role=tab]:has-text("Findings")')
  await page.click('.finding:has-text("gone")')
  await page.waitForSelector('.open-finding .frame mark:has-text("gone")')
  expect(await page.textContent('.open-finding .help')).toContain('How to mend it')
  await page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get('thing') === 'gone')
  const before = await page.locator('.findings .finding').count()
  await page.click('.severity-chip:has-text("error")')
  await page.waitForFunction(
    (count) => document.querySelectorAll('.findings .finding').length < count,
    before,
  )
  await page.close()
})

test('a chip of the legend switches its sort off, and the status line says so', async () => {
  const page = await open()
  await page.click('.chip:has-text("chart")')
  await page.waitForSelector('.status .drawn:has-text("1 hidden")')
  expect(await page.textContent('.status .drawn')).toContain('drawn 11 of 16 things, 4 of 5 edges on 3 lines')
  await page.click('.chip.off')
  await page.waitForSelector('.status .drawn:has-text("drawn 12 of 16")')
  await page.close()
})

test('what all filters hide is said, and can be shown again', async () => {
  const page = await open()
  const chips = await page.locator('.chip').count()
  for (let i = 0; i < chips; i++) await page.locator('.chip').nth(i).click()
  await page.waitForSelector('.all-hidden:has-text("The filters hide")')
  expect(await page.textContent('.status .drawn')).toContain('edges: 0 inside one thing, 5 hidden')
  await page.click('button:has-text("Show all")')
  await page.waitForSelector('.status .drawn:has-text("drawn 12 of 16")')
  await page.close()
})

test('Map and Lineage are two views of one run, and back goes from one to the other', async () => {
  const page = await open('#v=2&thing=stg')
  await page.click('.segments button:has-text("Lineage")')
  await page.waitForSelector('.status .drawn:has-text("4 of 5 edges on 4 lines")')
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('focus')).toBe('stg')
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await page.waitForSelector('.status .drawn:has-text("0 of 5 edges")')
  await page.goBack()
  await page.goBack()
  await page.goBack()
  expect(await shows(page, '.status .drawn:has-text("drawn 12 of 16 things")')).toBe(true)
  await page.close()
})

test('a link that cannot be understood says so, and shows the run all the same', async () => {
  const page = await open('#v=2&level=many')
  await page.waitForSelector('.notice:has-text("left out: level")')
  expect(await shows(page, '.status .drawn:has-text("drawn 12 of 16 things")')).toBe(true)
  await page.click('.notice button')
  expect(await page.locator('.notice').count()).toBe(0)
  await page.close()
})

test('names are text, whatever they hold', async () => {
  const page = await open()
  await page.waitForSelector('.row .name')
  expect(await page.locator('.row .name').allTextContents()).toContain(HOSTILE)
  await page.click(`.row:has-text("${HOSTILE}")`)
  await page.waitForSelector('.details .title')
  expect(await page.textContent('.details .title')).toBe(HOSTILE)
  expect(await page.locator('img').count()).toBe(0)
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('thing')).toBe('__proto__')
  await page.close()
})

test('? shows the keys', async () => {
  const page = await open()
  await page.keyboard.press('?')
  expect(await shows(page, 'dialog[open]:has-text("fit the picture")')).toBe(true)
  // All of them without scrolling, also where a window is low.
  await page.setViewportSize({ width: 1280, height: 640 })
  expect(await page.$eval('dialog', (keys) => keys.scrollHeight - keys.clientHeight)).toBe(0)
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.close()
})

test('a narrow page shows the picture, and panels over it', async () => {
  const page = await open('', { viewport: { width: 600, height: 800 } })
  expect(await page.locator('.outline').count()).toBe(0)
  await page.click('.narrow-nav button:has-text("Outline")')
  await page.click('.row:has-text("orders")')
  await page.waitForSelector('.picture.has-light')
  await page.waitForSelector('.side .details .title:has-text("orders")')
  await page.waitForSelector('.narrow-title:has-text("orders")')
  await page.setViewportSize({ width: 260, height: 800 })
  const nameIsCut = await page.$eval('.narrow-title bdi', (name) => name.scrollWidth > name.clientWidth)
  expect(nameIsCut).toBe(false)
  await page.setViewportSize({ width: 600, height: 800 })
  await page.click('.narrow-nav button:has-text("Findings")')
  await page.waitForSelector('.side .finding')
  await page.setViewportSize({ width: 260, height: 800 })
  const isCut = await page.$eval('.narrow-title .faint', (view) => view.scrollWidth > view.clientWidth)
  expect(isCut).toBe(false)
  await page.setViewportSize({ width: 600, height: 800 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(600)
  await page.close()
})

test('where a mark in a tile stands for many things, the legend says for how many', async () => {
  const page = await open('#v=2&level=0')
  expect(await page.locator('.mark-scale').count()).toBe(0)
  const table = (i: number): object => ({
    ...{ entity_type: 'table', databuilder_id: `t${i}`, parent_databuilder_id: 'raw', title: `t${i}` },
  })
  await served.write({
    ...SHOP,
    resources: [...SHOP.resources, ...Array.from({ length: 500 }, (_, i) => table(i))],
  })
  await page.waitForSelector('.mark-scale:has-text("10 things")')
  await served.write(SHOP)
  await page.waitForSelector('.mark-scale', { state: 'detached' })
  await page.close()
})

test('where a line is but a short end, since it leads to the box around its thing, the legend says what that is, and the details of the line', async () => {
  const page = await open('#v=2&level=1')
  expect(await page.locator('.stub-sign').count()).toBe(0)
  await served.write({ ...SHOP, lineage: [...SHOP.lineage, feeds('board', 'default')] })
  await page.waitForSelector('.stub-sign[title^="A short end with a dot"]:has-text("its own box")')
  await page.evaluate(() => {
    location.hash = `v=2&level=1&edge=${encodeURIComponent('["board","default"]')}`
  })
  await page.waitForSelector('.side .details:has-text("A short end with a dot")')
  await served.write(SHOP)
  await page.waitForSelector('.stub-sign', { state: 'detached' })
  await page.close()
})

test('where a line runs against the flow, but in no circle, its details say why it is dashed', async () => {
  const page = await open('#v=2&level=1')
  await served.write({ ...SHOP, lineage: [...SHOP.lineage, feeds('rev', '__proto__')] })
  await page.evaluate(() => {
    location.hash = `v=2&level=1&edge=${encodeURIComponent('["marts","raw"]')}`
  })
  expect(await shows(page, '.side .details:has-text("Dashed, as it runs against the flow")')).toBe(true)
  await served.write(SHOP)
  await page.close()
})

test('who has no run can open the example', async () => {
  const page = await served.open()
  await pictureOf(page)
  await page.route(/\/run\/index\.json$/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.reload()
  await page.click('button:has-text("Open the shop example")')
  await pictureOf(page)
  expect(await page.textContent('.status .drawn')).toMatch(/of [1-9]\d* edges/)
  await page.close()
  // That there is no run is the browser's own complaint.
  expect(served.complaints.splice(0).filter((said) => !said.includes('404'))).toEqual([])
})

test('on a page of middle width an open panel leaves the minimap and its buttons free', async () => {
  const page = await open('#v=2&thing=orders', { viewport: { width: 937, height: 800 } })
  const boxOf = async (selector: string) => (await page.locator(selector).boundingBox())!
  const alone = await boxOf('.minimap')
  expect(alone.x + alone.width).toBe(937 - 16)
  await page.click('[aria-label="Details and findings"]')
  await page.waitForSelector('.side.panel')
  const [minimap, panel] = [await boxOf('.minimap'), await boxOf('.side.panel')]
  expect(minimap.x + minimap.width).toBe(panel.x - 16)
  await page.click('.minimap [aria-label="Zoom in"]')
  await page.close()
})

test('as it gets narrower the legend lets go of one part at a time, of names last, and never of a chip', async () => {
  const page = await open()
  const statesOf = await page.evaluate(async () => {
    const bar = document.querySelector<HTMLElement>('.legend')!
    const isSaid = (selector: string): boolean =>
      [...bar.querySelectorAll(selector)].every((name) => getComputedStyle(name).position !== 'absolute')
    const states: string[] = []
    for (let width = 1400; width > 300; width -= 10) {
      bar.style.width = `${width}px`
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
      if (bar.classList.contains('wrapped')) break
      const [declared, aside] = [isSaid('.chip:not(.aside) bdi'), isSaid('.chip.aside bdi')]
      const isShown = (selector: string): boolean =>
        getComputedStyle(bar.querySelector(selector)!).display !== 'none'
      const said = [
        isShown('.line-widths') && 'widths',
        isShown('.stepper .word') && 'open',
        isShown('.chip.only .count') && 'findings',
        aside && 'aside',
        declared && 'declared',
        bar.querySelectorAll('.chip').length,
      ]
      const state = said.filter((part) => part !== false).join(' ')
      if (states.at(-1) !== state) states.push(state)
    }
    return { states, chips: bar.querySelectorAll('.chip').length }
  })
  const { states, chips } = statesOf
  expect(states).toEqual([
    `widths open findings aside declared ${chips}`,
    `open findings aside declared ${chips}`,
    `findings aside declared ${chips}`,
    `aside declared ${chips}`,
    `declared ${chips}`,
    `open findings ${chips}`,
  ])
  await page.close()
})

/** Lets a page wait for ever for its scripts, but for those that are named. */
async function holdScripts(page: Page, name: RegExp): Promise<() => Promise<void>> {
  const held: (() => Promise<void>)[] = []
  await page.route(/assets\/[^/]*\.js$/, (route) => {
    if (name.test(route.request().url())) held.push(() => route.continue())
    else void route.continue()
  })
  return async () => void (await Promise.all(held.splice(0).map((go) => go())))
}

/** Keeps what the panel at the side says when it is there first. */
function hearFirstSight(): void {
  const page = globalThis as unknown as { firstSight: string | undefined }
  new MutationObserver(() => {
    page.firstSight ??= document.querySelector('.side-content')?.textContent ?? undefined
  }).observe(document, { childList: true, subtree: true })
}

test('the details of a run are there as soon as their panel is', async () => {
  const page = await served.open('', {}, hearFirstSight)
  await pictureOf(page)
  const firstSight = await page.evaluate(() => (globalThis as { firstSight?: string }).firstSight)
  expect(firstSight).toMatch(/^some\/run.*Declared.*By type.*Edges of the run/)
  await page.close()
})

test('where lines of lineage are not as many as edges, the details of a run say why, and else nothing', async () => {
  const page = await open()
  const edges = page.locator('.section:has-text("Edges of the run")')
  expect(await edges.textContent()).not.toContain('Lineage from a query')
  const query = { type: 'tables_from_query', sql: 'select * from raw.one join raw.two using (id)' }
  await served.write({
    resources: SHOP.resources,
    lineage: [
      ...SHOP.lineage,
      { from_identifier: query, to_identifier: { type: 'internal_resource', databuilder_id: 'orders' } },
    ],
  })
  await edges.filter({ hasText: 'Lineage from a query gives an edge from each table' }).waitFor()
  expect(await page.textContent('.fields:has-text("checked in")')).toContain(
    `lineage${SHOP.lineage.length + 1}`,
  )
  expect(await edges.textContent()).toContain(`Edges of the run ${SHOP.lineage.length + 2}`)
  await served.write(SHOP)
  await page.close()
})

test('what a link chooses has its name at once, and places for the rest, until its details are loaded', async () => {
  const page = await served.open()
  const letGo = await holdScripts(page, /chosen-side/)
  await page.goto('about:blank')
  await page.goto(`${served.url}#v=2&thing=orders`)
  await page.waitForSelector('.side-waiting h2:has-text("orders")')
  expect(await page.locator('.line-to-come').count()).toBeGreaterThan(3)
  await letGo()
  await page.waitForSelector('.details .title:has-text("orders")')
  await page.close()
})
