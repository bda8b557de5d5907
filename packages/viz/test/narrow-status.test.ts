import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, type RunLines, type ServedPage } from './serve-page.ts'
import { feeds, SHOP, thing } from './shop-run.ts'

const RUN: RunLines = { ...SHOP, resources: [...SHOP.resources, thing('table', 'more', 'raw', 'more')] }
let served: ServedPage
beforeAll(async () => {
  const fewer = thing('table', 'fewer', 'raw', 'fewer')
  served = await servePage(RUN, { ...SHOP, resources: [...SHOP.resources, fewer] })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('a narrow page tells in the list of its status what is found, what has changed, and whether it follows the files', async () => {
  const page = await served.open('', { viewport: { width: 376, height: 800 } })
  await pictureOf(page)
  await page.click('[aria-label="All of the status"]')
  const sums = page.locator('.sums-over')
  await sums.waitFor()
  const said = await sums.evaluate((element) =>
    [...element.querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling!.textContent,
    ]),
  )
  const found = Object.fromEntries(said) as Record<string, string>
  expect(found).toMatchObject({
    ...{ errors: '1', against: 'main:out', added: '1', removed: '1', changed: '0' },
  })
  await sums.locator('.live:has-text("live")').waitFor()
  await page.close()
})

test('no word of the status of a narrow page is cut, and the button that tells all of it stands beside it', async () => {
  const page = await served.open('', { viewport: { width: 390, height: 844 } })
  await pictureOf(page)
  for (let width = 430; width >= 240; width -= 5) {
    await page.setViewportSize({ width, height: 844 })
    const line = page.locator('.status')
    await line.locator('[aria-label="All of the status"]').waitFor()
    const look = () =>
      line.evaluate((element) => {
        const words = element.querySelector('.drawn')!
        const button = element.querySelector('.whole-status')!.getBoundingClientRect()
        return { over: words.scrollWidth - words.clientWidth, isIn: button.right <= innerWidth }
      })
    await expect.poll(look, { message: `${width} px`, interval: 20 }).toEqual({ over: 0, isIn: true })
  }
  await page.close()
})

test('no word of the status is cut at any width, with a way lit and something chosen', async () => {
  const page = await served.open('#v=2&view=lineage&focus=stg&thing=stg&up=1&down=0', {
    viewport: { width: 1440, height: 844 },
  })
  await pictureOf(page)
  await page.waitForSelector('.status .lit', { state: 'attached' })
  const cut = (): Promise<(string | null)[]> =>
    page
      .locator('.status')
      .evaluate((line) =>
        [line, ...line.querySelectorAll(':not(.unseen)')]
          .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      )
  for (let width = 1440; width >= 360; width -= 20) {
    await page.setViewportSize({ width, height: 844 })
    await expect.poll(cut, { message: `${width} px`, interval: 20 }).toEqual([])
  }
  await page.close()
})

test.each([1440, 1280])(
  'a page that is %i wide always tells the sums of the edges, with something chosen as well, and where to find what it leaves out',
  async (width) => {
    const tables = Array.from({ length: 2000 }, (_, i) => `t${i}`)
    const next = tables.slice(1).map((id, i) => feeds(tables[i]!, id))
    await served.write({
      resources: [...RUN.resources, ...tables.map((id) => thing('table', id, 'marts'))],
      lineage: [...RUN.lineage, ...next, feeds('stg', 't0')],
    })
    const page = await served.open('#v=2&view=lineage&focus=t1000&thing=t1000&up=3&down=1', {
      viewport: { width, height: 800 },
    })
    await pictureOf(page)
    await page.locator('.status .changed').first().waitFor()
    await page.locator('.status :is(.lit, .lit-briefly) b').first().waitFor({ state: 'attached' })
    expect(await page.locator('.status .drawn').innerText()).toMatch(
      /^drawn 5 of 2,\d+ things, 4 of 2,\d+ edges.* folded, .* hidden, .* beyond, .* resolved; edges: .* inside one thing, .* hidden, .* beyond$/,
    )
    await page.click('[aria-label="All of the status"]')
    await page.locator('.sums-over dt:text-is("downstream")').waitFor()
    await page.close()
    await served.write(RUN)
  },
)
