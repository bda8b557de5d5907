import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { SHOP } from './shop-run.ts'

let served: ServedPage
beforeAll(async () => void (served = await servePage(SHOP)))
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('a menu that is loaded late does not take the focus from where one has gone meanwhile, and does not open', async () => {
  const page = await served.open()
  let comes = (): void => {}
  const waits = new Promise<void>((resolve) => (comes = resolve))
  await page.route('**/drop-menu-*.js', async (route) => {
    await waits
    await route.continue()
  })
  await page.reload()
  await pictureOf(page)
  const button = page.locator('.export > .button')
  await button.click()
  expect(await button.getAttribute('aria-expanded')).toBe('true')
  await page.focus('#search')
  comes()
  await page.waitForSelector('.export > .button[aria-expanded=false]')
  expect(await page.locator('[role=menu]').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
  await button.click()
  expect(await shows(page, '[role=menu] :focus')).toBe(true)
  await page.close()
})

test('a saved report that is given to the page is seen to be opened while its parts are looked for', async () => {
  const page = await served.open('', {}, () => {
    const text = Blob.prototype.text
    Blob.prototype.text = async function () {
      await new Promise((resolve) => Object.assign(globalThis, { letRead: resolve }))
      return text.call(this)
    }
  })
  await pictureOf(page)
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['<!doctype html><p>no report'], 'page.html'))
    document
      .querySelector('.page')!
      .dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }))
  })
  await page.waitForFunction(() => 'letRead' in globalThis)
  expect(await shows(page, '.loading')).toBe(true)
  await page.evaluate(() => (globalThis as unknown as { letRead(): void }).letRead())
  await page.waitForSelector('.broken:has-text("no report that lineagraph wrote")')
  await page.close()
})
