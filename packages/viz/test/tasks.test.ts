import { expect, test } from 'vitest'
import { edgesListed, impactRows, said, savedBy, saysOnce } from './on-page.ts'
import { shows } from './serve-page.ts'
import { serveTasks } from './task-page.ts'

/** What somebody wants who has never seen the page, with the mouse; `tasks-by-keys.test.ts` is the same without. */
const open = serveTasks()

test('find a table by a part of its name', async () => {
  const page = await open()
  await page.click('#search')
  await page.keyboard.type('rde')
  await page.click('.hit:has-text("orders") >> nth=0')
  await saysOnce(page, 'thing', 'orders')
  expect(await page.textContent('.details .title')).toContain('orders')
  expect(await shows(page, '.picture.has-light')).toBe(true)
  await page.close()
})

test('see what feeds a dashboard, column by column', async () => {
  const page = await open()
  await page.click('.row:has-text("Board")')
  await page.click('.section:has-text("Inside") .thing:has-text("Net revenue")')
  await saysOnce(page, 'thing', 'net')
  await page.click('[aria-label="With what is chosen"] button:has-text("Lineage")')
  await saysOnce(page, 'view', 'lineage')
  await page.click('[aria-label="All hops upstream"]')
  await page.waitForSelector('.hop-ruler:has-text("2 hops up"), .hop-ruler:has-text("2 up")')
  await page.click('[role=tab]:has-text("Impact")')
  await page.click('.impact .segments button:has-text("Upstream")')
  await page.waitForSelector('.impact .name:has-text("orders")')
  expect(await impactRows(page)).toEqual(['−1 orders', '−1 revenue', '−2 stg_orders'])
  // One column further: which one of the source is it?
  await page.click('.impact .name:has-text("stg_orders")')
  await page.click('.section:has-text("Inside") .thing:has-text("amount")')
  await saysOnce(page, 'thing', 'stg.amount')
  await page.click('[role=tab]:has-text("Impact")')
  await page.waitForSelector('.impact .name:has-text("cents")')
  expect(await page.textContent('.impact .way')).toBe('cents → amount')
  await page.close()
})

test('see what breaks if a column goes, and save that as CSV', async () => {
  const page = await open()
  await page.click('#search')
  await page.keyboard.type('cents')
  await page.click('.hit:has-text("cents") >> nth=0')
  await saysOnce(page, 'thing', 'orders.cents')
  await page.click('[role=tab]:has-text("Impact")')
  await page.waitForSelector('.impact .name:has-text("amount")')
  expect(await impactRows(page)).toEqual(['+1 amount'])
  expect(await savedBy(page, () => page.click('.impact-tools button:has-text("CSV")'))).toEqual([
    'cents-downstream.csv',
    'hop,type,name,id,place,path\r\n1,column,amount,stg.amount,SHOP.marts.stg_orders,cents → amount\r\n',
  ])
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
  const page = await open('#v=2&level=1')
  await page.click('.row:has-text("raw")')
  await page.click('.neighbor .edges[aria-label="Show 2 edges with marts"]')
  await saysOnce(page, 'edge', '["raw","marts"]')
  await page.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  expect(await edgesListed(page)).toEqual([
    'orders.id→stg_orders.idlineage.jsonl:1',
    'orders.cents→stg_orders.amountlineage.jsonl:2',
  ])
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
