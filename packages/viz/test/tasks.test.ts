import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { TASKS } from './task-run.ts'

/** What somebody wants who has never seen the page: once with the mouse, once without. */
let served: ServedPage
beforeAll(async () => {
  served = await servePage(TASKS)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const open = async (hash = ''): Promise<Page> => {
  const page = await served.open(hash, { reducedMotion: 'reduce', acceptDownloads: true })
  await pictureOf(page)
  return page
}
const said = (page: Page, name: string): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name)
const saysOnce = (page: Page, name: string, value: string): Promise<unknown> =>
  page.waitForFunction(
    ([wantedName, wanted]) => new URLSearchParams(location.hash.slice(1)).get(wantedName!) === wanted,
    [name, value] as const,
  )
const impactRows = (page: Page): Promise<string[]> =>
  page.$$eval('.impact .impact-row:not(.heads)', (rows) =>
    rows.map(
      (row) => `${row.querySelector('.hops')!.textContent} ${row.querySelector('.name')!.textContent}`,
    ),
  )

/** Presses Tab, or Shift and Tab, until what has the focus answers to a selector. A page with a trap, or without a way there, fails. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (isThere) return
    await page.keyboard.press(key)
  }
  throw new Error(`no way by ${key} to ${selector}`)
}

test('find a table by a part of its name', async () => {
  const page = await open()
  await page.click('#search')
  await page.keyboard.type('rde')
  await page.click('.hit:has-text("orders") >> nth=0')
  await saysOnce(page, 'thing', 'orders')
  expect(await page.textContent('.details .title')).toContain('orders')
  await page.close()
})

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

test('see what feeds a dashboard, column by column', async () => {
  const page = await open('#v=2&thing=net')
  await page.click('[aria-label="With what is chosen"] button:has-text("Lineage")')
  await saysOnce(page, 'view', 'lineage')
  await page.click('[aria-label="All hops upstream"]')
  await page.waitForSelector('.hop-ruler:has-text("3 hops up")')
  await page.click('[role=tab]:has-text("Impact")')
  await page.click('.impact .segments button:has-text("Upstream")')
  await page.waitForSelector('.impact .name:has-text("orders")')
  expect(await impactRows(page)).toEqual(['−1 orders', '−1 revenue', '−2 stg_orders'])
  // One column further: which one of the source is it?
  await page.goto(`${served.url}#v=2&thing=stg.amount&tab=impact&side=up`)
  await page.reload()
  await page.waitForSelector('.impact .name:has-text("cents")')
  expect(await page.textContent('.impact .way')).toBe('cents → amount')
  await page.close()
})

test('see what breaks if a column goes, and save that as CSV', async () => {
  const page = await open('#v=2&thing=orders.cents')
  await page.click('[role=tab]:has-text("Impact")')
  await page.waitForSelector('.impact .name:has-text("amount")')
  expect(await impactRows(page)).toEqual(['+1 amount'])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('.impact-tools button:has-text("CSV")'),
  ])
  expect(download.suggestedFilename()).toBe('cents-downstream.csv')
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toBe(
    'hop,type,name,id,place,path\r\n1,column,amount,stg.amount,SHOP.marts.stg_orders,cents → amount\r\n',
  )
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

test('find why an edge dangles, and where it is declared', async () => {
  const page = await open()
  await page.click('[role=tab]:has-text("Findings")')
  await page.selectOption('[aria-label="Rule"]', 'lineage/dangling-internal')
  await page.waitForFunction(() => document.querySelectorAll('.findings .finding').length === 1)
  await page.click('.finding:has-text("gone")')
  await page.waitForSelector('.open-finding .frame mark:has-text("gone")')
  expect(await page.textContent('.open-finding .frame-place')).toMatch(/lineage\.jsonl:5:/)
  expect(await page.textContent('.open-finding .help')).toContain("'gone'")
  await saysOnce(page, 'thing', 'gone')
  await page.close()
})

test('see the circle, and the edge to cut', async () => {
  const page = await open()
  await page.click('[role=tab]:has-text("Findings")')
  await page.click('.finding:has-text("circle")')
  await page.waitForSelector('.circle-steps .cut:has-text("scores → customers")')
  expect(await page.locator('.circle-steps li').count()).toBe(3)
  await saysOnce(page, 'view', 'lineage')
  expect(JSON.parse(said(page, 'edge')!)).toEqual(['scores', 'customers'])
  expect(await shows(page, '.picture.has-light')).toBe(true)
  await page.close()
})

test('read how many edges run between two schemas, and which', async () => {
  const page = await open('#v=2&edge=["raw","marts"]&level=1')
  await page.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  const pairs = await page.$$eval('.details .pair', (all) => all.map((pair) => pair.textContent))
  expect(pairs).toEqual([
    'orders.id→stg_orders.idlineage.jsonl:1',
    'orders.cents→stg_orders.amountlineage.jsonl:2',
  ])
  await page.close()
})

test('which edges run between two schemas, without a mouse, and the link to it elsewhere', async () => {
  const page = await open('#v=2&level=1')
  await page.keyboard.press('/')
  await page.keyboard.type('raw')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'thing', 'raw')
  await tabTo(page, '.neighbor .edges[aria-label="Show 2 edges with marts"]')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'edge', '["raw","marts"]')
  const pairsOn = (one: Page): Promise<(string | null)[]> =>
    one.$$eval('.details .pair', (all) => all.map((pair) => pair.textContent))
  await page.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  const pairs = await pairsOn(page)
  expect(pairs).toHaveLength(2)
  // Elsewhere, by the address alone.
  const elsewhere = await open(new URL(page.url()).hash)
  await elsewhere.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  expect(await pairsOn(elsewhere)).toEqual(pairs)
  await elsewhere.close()
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

test('open the link to exactly this view elsewhere', async () => {
  const page = await open('#v=2&thing=stg')
  await page.click('[aria-label="With what is chosen"] button:has-text("Lineage")')
  await saysOnce(page, 'view', 'lineage')
  await page.click('[role=tab]:has-text("Impact")')
  await page.click('.impact .segments button:has-text("Upstream")')
  await page.click('[aria-label="Zoom in"]')
  await page.waitForFunction(() => location.hash.includes('at='))
  await page.waitForTimeout(400) // the camera comes to rest
  const [hash, drawn, scale] = [
    new URL(page.url()).hash,
    await page.textContent('.status .drawn'),
    await page.textContent('.scale'),
  ]
  const elsewhere = await open(hash)
  await elsewhere.waitForSelector('.impact .name:has-text("orders")')
  expect(await elsewhere.textContent('.status .drawn')).toBe(drawn)
  // A link keeps a thousandth of a pixel, and no more.
  expect(parseFloat((await elsewhere.textContent('.scale'))!)).toBeCloseTo(parseFloat(scale!), -1)
  expect(new URL(elsewhere.url()).hash).toBe(hash)
  await elsewhere.close()
  await page.close()
})

test('all of it again without a mouse', async () => {
  const page = await open()
  // A table by a part of its name.
  await page.keyboard.press('/')
  await page.keyboard.type('rde')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'thing', 'orders')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  // What it feeds, along the lines of the picture, and back.
  await tabTo(page, '.picture')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'view', 'lineage')
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get('thing') !== 'orders')
  await page.keyboard.press('h')
  // What breaks, as CSV.
  await page.goto(`${served.url}#v=2&thing=orders.cents`)
  await page.reload()
  await pictureOf(page)
  await tabTo(page, '#tab-details')
  await page.keyboard.press('End')
  await page.waitForSelector('#tab-impact:focus')
  await page.waitForSelector('.impact .name:has-text("amount")')
  await tabTo(page, '.impact-tools .button')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('cents-downstream.csv')
  // Why an edge dangles.
  await tabTo(page, '#tab-impact', 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await tabTo(page, '.finding')
  await page.waitForSelector('.finding:focus:has-text("never declared"), .finding:focus:has-text("circle")')
  await tabTo(page, '.finding:has(.message):focus')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.open-finding')
  await page.keyboard.press('Tab')
  // The circle: the next finding by its button.
  await tabTo(page, '[aria-label="Next finding"]', 'Shift+Tab')
  for (let i = 0; i < 5 && (await page.locator('.circle-steps').count()) === 0; i++) {
    const before = said(page, 'finding')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (was) => new URLSearchParams(location.hash.slice(1)).get('finding') !== was,
      before,
    )
    await page.waitForTimeout(200)
  }
  await page.waitForSelector('.circle-steps .cut')
  // A panel is made wider, then closed, and a menu opened in the outline.
  await tabTo(page, '.side .splitter', 'Shift+Tab')
  const width = await page.getAttribute('.side .splitter', 'aria-valuenow')
  await page.keyboard.press('ArrowLeft')
  expect(Number(await page.getAttribute('.side .splitter', 'aria-valuenow'))).toBe(Number(width) + 16)
  await tabTo(page, '[role=tree]', 'Shift+Tab')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  await page.waitForSelector('[role=menu] [role=menuitem]:focus')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[role=menu]', { state: 'detached' })
  await page.close()
})

test('the picture is turned, and the link keeps it', async () => {
  const page = await open('#v=2&view=lineage&focus=stg')
  await page.click('[aria-label="Let the data go downwards"]')
  await saysOnce(page, 'flow', 'down')
  expect(await shows(page, '[aria-label="Let the data go to the right"]')).toBe(true)
  await page.waitForSelector('.hop-ruler', { state: 'detached' })
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
