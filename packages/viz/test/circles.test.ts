import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { coloursOn, pictureOf, pointAt, servePage, shows, type ServedPage } from './serve-page.ts'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { feeds, thing } from './shop-run.ts'

/** customers → orders → segments → customers, and a table that reads itself. */
const RUN = {
  resources: [
    thing('database', 'shop', null),
    thing('schema', 'marts', 'shop'),
    ...['customers', 'orders', 'segments', 'loop'].map((id) => thing('table', id, 'marts')),
  ],
  lineage: [
    feeds('customers', 'orders'),
    feeds('orders', 'segments'),
    feeds('segments', 'customers'),
    feeds('loop', 'loop'),
  ],
}
const CAMERA = { x: 400, y: 150, k: 1 }
const AT = `at=${CAMERA.x},${CAMERA.y},${CAMERA.k}`

let served: ServedPage
let places: CardPlaces
beforeAll(async () => {
  served = await servePage(RUN)
  places = await cardPlaces(RUN)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('a click on the edge that closes a circle lights the circle', async () => {
  const page = await served.open(`#v=2&${AT}`)
  await pictureOf(page)
  await page.mouse.click(...(await pointAt(page, CAMERA, places.onLine('segments', 'customers'))))
  await page.waitForSelector('.status .lit:has-text("circle of 3")')
  expect(await coloursOn(page, 'lit')).toBeGreaterThan(5)
  await page.close()
})

test('a finding about a circle lights it, and so does the link to the finding', async () => {
  const page = await served.open(`#v=2&${AT}`)
  await pictureOf(page)
  await page.click('[role=tab]:has-text("Findings")')
  await page.click('text=runs in a circle')
  await page.waitForSelector('.status .lit:has-text("circle of 3")')
  const finding = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('finding')
  await page.close()

  const linked = await served.open(`#v=2&finding=${finding}`)
  await pictureOf(linked)
  expect(await shows(linked, '.status .lit:has-text("circle of 3")')).toBe(true)
  await linked.close()
})

test('a lit circle is told beside its way: where its pill was, nothing is hit', async () => {
  const page = await served.open(`#v=2&${AT}`, { reducedMotion: 'reduce' })
  await pictureOf(page)
  const pillAt = await page.evaluate(async () => {
    const picture = document.querySelector<HTMLElement>('.picture')!
    const box = picture.getBoundingClientRect()
    for (let y = box.top + 4; y < box.bottom; y += 8)
      for (let x = box.left + 4; x < box.right; x += 16) {
        picture.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }))
        if (picture.title === 'Show the circle') return [x, y] as const
      }
    return null
  })
  expect(pillAt).not.toBeNull()
  await page.mouse.click(...pillAt!)
  await page.waitForSelector('.status .lit:has-text("circle of 3")')
  await page.mouse.move(5, 5)
  await page.mouse.move(...pillAt!)
  expect(await page.getAttribute('.picture', 'title')).not.toBe('Show the circle')
  await page.close()
})

test('what is chosen after a finding shows its own way, and Esc puts all light out', async () => {
  const page = await served.open(`#v=2&${AT}`)
  await pictureOf(page)
  await page.click('[role=tab]:has-text("Findings")')
  await page.click('text=runs in a circle')
  await page.waitForSelector('.status .lit:has-text("circle of 3")')
  await page.click('[role=treeitem]:has-text("loop")')
  await page.click('[role=tab]:has-text("Details")')
  await page.waitForSelector('.status .lit:has-text("0 upstream, 0 downstream")')
  await page.keyboard.press('Escape')
  await page.mouse.move(5, 5)
  expect(await shows(page, '.picture:not(.has-light)')).toBe(true)
  await page.close()
})

test('the circles of the run are listed by their things, and lead to where they are drawn', async () => {
  const page = await served.open('')
  await pictureOf(page)
  const listed = page.locator('.section:has-text("Circles") button.thing')
  await listed.first().waitFor()
  expect(await listed.allTextContents()).toEqual(['customers → orders → segments3'])
  await listed.first().click()
  await page.waitForSelector('.status .lit:has-text("circle of 3")')
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view')).toBe('lineage')
  await page.close()
})

test('each row of the list draws its circle, and so does the Map that is opened then, rolled up', async () => {
  await served.write({
    resources: [
      ...['raw', 'staging', 'marts'].map((id) => thing('schema', id, null)),
      thing('table', 'payments', 'raw'),
      thing('table', 'stg', 'staging'),
      ...['facts', 'daily'].map((id) => thing('table', id, 'marts')),
      ...['stg', 'facts'].map((id) => thing('column', `${id}.id`, id, 'id')),
    ],
    lineage: [
      ...[feeds('payments', 'stg'), feeds('stg', 'facts'), feeds('facts', 'daily')],
      ...[feeds('daily', 'payments'), feeds('daily', 'stg')],
      ...[feeds('stg.id', 'facts.id'), feeds('facts.id', 'stg.id')],
    ],
  })
  const page = await served.open('#v=2&level=0')
  await pictureOf(page)
  const listed = page.locator('.section:has-text("Circles") button.thing')
  const circles = [
    { size: 4, says: 'both ends are inside marts' },
    { size: 2, says: 'stg.id → facts.id is rolled up to this line' },
  ]
  for (const [row, { size, says }] of circles.entries()) {
    await listed.nth(row).click()
    expect(await shows(page, `.status .lit:has-text("circle of ${size}")`)).toBe(true)
    await page.click('button:has-text("Map")')
    await page.waitForSelector('.status .drawn:has-text("drawn 3 of")')
    await page.waitForTimeout(300)
    expect(await page.textContent('.status .lit')).toBe(`circle of ${size}`)
    await page.waitForSelector(`.side .details:has-text("${says}")`)
    await page.goBack()
    await page.goBack()
    await listed.nth(row).waitFor()
  }
  await page.close()
  await served.write(RUN)
})

test('only the circle is shown where one wishes for that; the link keeps it, and back shows all again', async () => {
  await served.write({
    resources: [...RUN.resources, thing('table', 'source', 'marts')],
    lineage: [...RUN.lineage, feeds('source', 'orders')],
  })
  const page = await served.open('#v=2')
  await pictureOf(page)
  await page.click('[role=tab]:has-text("Findings")')
  await page.click('text=runs in a circle')
  await page.waitForSelector('.status .drawn:has-text("drawn 4 of")')
  await page.click('button:has-text("Only the circle")')
  await page.waitForSelector('.status .drawn:has-text("drawn 3 of")')
  expect(await page.textContent('.status .lit')).toBe('circle of 3')
  // What is shown already is not offered: the way out is.
  expect(await page.locator('button:has-text("Only the circle")').count()).toBe(0)
  expect(await page.locator('.open-finding button:has-text("Show what is around it")').count()).toBe(1)
  // How far around it is shown says nothing of a circle alone: what sets that is not live, and says why.
  const hops = page.locator('[role=group][aria-label^="Hops "]')
  expect(await hops.locator('span').allTextContents()).toEqual(['–', '–'])
  expect(await hops.locator('button:enabled').count()).toBe(0)
  expect(await hops.first().getAttribute('title')).toBe('Only the circle is shown')
  expect(await page.locator('label:has-text("Ways") select').isDisabled()).toBe(true)
  const before = page.url()
  await page.focus('.picture')
  await page.keyboard.press(']')
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  const linked = await served.open(new URL(page.url()).hash)
  await linked.waitForSelector('.status .drawn:has-text("drawn 3 of")')
  await linked.click('[aria-label=Circle] button')
  await linked.waitForSelector('.status .drawn:has-text("drawn 4 of")')
  expect(await linked.locator('[aria-label="One hop more upstream"]').isEnabled()).toBe(true)
  await linked.close()
  await page.goBack()
  await page.waitForSelector('.status .drawn:has-text("drawn 4 of")')
  expect(await page.locator('[aria-label=Circle]').count()).toBe(0)
  await page.close()
  await served.write(RUN)
})
