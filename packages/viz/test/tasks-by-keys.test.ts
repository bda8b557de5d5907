import { expect, test } from 'vitest'
import { edgesListed, findByKeys, impactRows, said, savedBy, saysOnce, tabTo } from './on-page.ts'
import { shows } from './serve-page.ts'
import { serveTasks } from './task-page.ts'

/** What somebody wants who has never seen the page, without a mouse. */
const open = serveTasks()

test('without a mouse: find a table by a part of its name', async () => {
  const page = await open()
  await findByKeys(page, 'rde', 'orders')
  expect(await page.textContent('.details .title')).toContain('orders')
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('search')
  await page.close()
})

test('without a mouse: see what feeds a dashboard, column by column', async () => {
  const page = await open()
  await findByKeys(page, 'Net rev', 'net')
  await tabTo(page, '.picture')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'view', 'lineage')
  await page.keyboard.press(']')
  await page.waitForFunction(() => location.hash.includes('up=3'))
  await page.waitForSelector('.status .drawn:has-text("drawn ")')
  // Along the lines, to what is furthest up.
  await page.keyboard.press('ArrowLeft')
  await page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get('thing') !== 'net')
  await findByKeys(page, 'amount', 'stg.amount')
  await tabTo(page, '#tab-details')
  await page.keyboard.press('End')
  await page.waitForSelector('#tab-impact:focus')
  await tabTo(page, '.impact .segments button')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.impact .name:has-text("cents")')
  expect(await impactRows(page)).toEqual(['−1 cents'])
  expect(await page.textContent('.impact .way')).toBe('cents → amount')
  await page.close()
})

test('without a mouse: see what breaks if a column goes, and save that as CSV', async () => {
  const page = await open()
  await findByKeys(page, 'cents', 'orders.cents')
  await tabTo(page, '#tab-details')
  await page.keyboard.press('End')
  await page.waitForSelector('.impact .name:has-text("amount")')
  await tabTo(page, '.impact-tools .button')
  const [name, text] = await savedBy(page, () => page.keyboard.press('Enter'))
  expect(name).toBe('cents-downstream.csv')
  expect(text).toContain('1,column,amount,stg.amount,SHOP.marts.stg_orders,cents → amount')
  await page.close()
})

test('without a mouse: find why an edge dangles, and where it is declared', async () => {
  const page = await open()
  await tabTo(page, '#tab-details')
  await page.keyboard.press('ArrowRight')
  await page.waitForSelector('.finding')
  await tabTo(page, '.finding:has(.message)')
  await page.waitForSelector('.finding:focus')
  const isDangling = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.textContent.includes('gone') ?? false)
  for (let i = 0; i < 20 && !(await isDangling()); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.open-finding .frame mark:has-text("gone")')
  expect(await page.textContent('.open-finding .frame-place')).toMatch(/lineage\.jsonl:5:/)
  expect(await page.textContent('.open-finding .help')).toContain("'gone'")
  await saysOnce(page, 'thing', 'gone')
  await page.close()
})

test('without a mouse: see the circle, and the edge to cut', async () => {
  const page = await open()
  await tabTo(page, '#tab-details')
  await page.keyboard.press('ArrowRight')
  await page.waitForSelector('.finding')
  await tabTo(page, '[aria-label="Next finding"]')
  for (let i = 0; i < 5 && (await page.locator('.circle-steps').count()) === 0; i++) {
    const before = said(page, 'finding')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (was) => new URLSearchParams(location.hash.slice(1)).get('finding') !== was,
      before,
    )
    await page.waitForSelector('.open-finding')
    await page.waitForTimeout(200)
  }
  await page.waitForSelector('.circle-steps .cut:has-text("scores → customers")')
  expect(JSON.parse(said(page, 'edge')!)).toEqual(['scores', 'customers'])
  await page.close()
})

test('without a mouse: which edges run between two schemas, and the link to it elsewhere', async () => {
  const page = await open('#v=2&level=1')
  await findByKeys(page, 'raw', 'raw')
  await tabTo(page, '.neighbor .edges[aria-label="Show 2 edges with marts"]')
  await page.keyboard.press('Enter')
  await saysOnce(page, 'edge', '["raw","marts"]')
  await page.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  const edges = await edgesListed(page)
  expect(edges).toHaveLength(2)
  // Elsewhere, by the address alone.
  const elsewhere = await open(new URL(page.url()).hash)
  await elsewhere.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  expect(await edgesListed(elsewhere)).toEqual(edges)
  await elsewhere.close()
  await page.close()
})

test('without a mouse: a panel is made wider, the outline opened and closed, and a thing asked what can be done with it', async () => {
  const page = await open()
  await tabTo(page, '[role=tree]')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  await page.waitForSelector('[role=menu] [role=menuitem]:focus')
  await page.keyboard.press('Escape')
  await page.waitForSelector('[role=menu]', { state: 'detached' })
  await tabTo(page, '.side .splitter')
  const width = await page.getAttribute('.side .splitter', 'aria-valuenow')
  await page.keyboard.press('ArrowLeft')
  expect(Number(await page.getAttribute('.side .splitter', 'aria-valuenow'))).toBe(Number(width) + 16)
  await tabTo(page, '[aria-label="Outline"][aria-pressed]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=tree]', { state: 'detached' })
  await page.keyboard.press('Enter')
  expect(await shows(page, '[role=tree]')).toBe(true)
  await page.close()
})

test('without a mouse: Tab goes through the page in the order in which it is read', async () => {
  const page = await open('#v=2&thing=orders')
  const order: string[] = []
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const part = await page.evaluate(() => {
      const here = document.activeElement
      if (!here || here === document.body) return 'end'
      const names = ['top-bar', 'outline', 'legend', 'picture', 'minimap', 'side', 'status']
      return names.find((name) => here.closest(`.${name}`)) ?? here.className
    })
    if (part === 'end') break
    if (order.at(-1) !== part) order.push(part)
  }
  expect(order).toEqual(['top-bar', 'outline', 'legend', 'picture', 'minimap', 'side', 'status'])
  await page.close()
})
