import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { coloursOn, pictureOf, pointAt, servePage, type ServedPage } from './serve-page.ts'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { AT, CAMERA, SHOP } from './shop-run.ts'

/** A place where nothing is. */
const NOWHERE = [600, -100] as const

let served: ServedPage
let places: CardPlaces
beforeAll(async () => {
  served = await servePage(SHOP)
  places = await cardPlaces(SHOP)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const open = async (hash = '') => {
  const page = await served.open(hash)
  await pictureOf(page)
  return page
}
const hash = (page: { url(): string }): URLSearchParams =>
  new URLSearchParams(new URL(page.url()).hash.slice(1))

test('the picture of the served run appears, with everything accounted for', async () => {
  const page = await open()
  expect(await coloursOn(page, 'rest')).toBeGreaterThan(20)
  expect(await page.textContent('.status .drawn')).toMatch(
    /drawn 12 of 16 things, 5 of 5 edges on 4 lines; 4 folded, 0 hidden/,
  )
  expect(await page.getAttribute('.picture', 'aria-label')).toContain('12 things')
  await page.close()
})

test('a click on a card selects it, lights its way and opens its details; Esc clears', async () => {
  const camera = { ...CAMERA, x: 700 }
  const page = await open(`#v=2&at=${camera.x},${camera.y},${camera.k}`)
  await page.mouse.click(...(await pointAt(page, camera, places.of('stg'))))
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  expect(hash(page).get('thing')).toBe('stg')
  expect(await page.getAttribute('.picture', 'class')).toContain('has-light')
  await page.waitForSelector('.status .lit')
  expect(await page.textContent('.status .lit')).toBe('1 table upstream, 2 things downstream')
  expect(await coloursOn(page, 'lit')).toBeGreaterThan(5)
  await page.keyboard.press('Escape')
  await page.mouse.move(...(await pointAt(page, camera, NOWHERE)))
  await page.waitForSelector('.picture:not(.has-light)')
  expect(hash(page).get('thing')).toBeNull()
  await page.close()
})

test('a click on nothing clears, and a click on a line selects the edge', async () => {
  const page = await open(`#v=2&${AT}&thing=stg`)
  await page.waitForSelector('.picture.has-light')
  await page.mouse.click(...(await pointAt(page, CAMERA, NOWHERE)))
  await page.waitForSelector('.picture:not(.has-light)')
  await page.mouse.click(...(await pointAt(page, CAMERA, places.onLine('orders', 'stg'))))
  await page.waitForSelector('.details .crumbs:has-text("Line of 2 edges")')
  expect(hash(page).get('edge')).toBe('["orders","stg"]')
  expect(await page.textContent('.details .pair >> nth=0')).toContain('lineage.jsonl:1')
  await page.close()
})

test('hovering over a card shows its way, and leaving it hides it', async () => {
  const page = await open(`#v=2&${AT}`)
  await page.mouse.move(...(await pointAt(page, CAMERA, places.of('orders'))))
  await page.waitForSelector('.picture.has-light')
  await page.mouse.move(...(await pointAt(page, CAMERA, NOWHERE)))
  await page.waitForSelector('.picture:not(.has-light)')
  expect(hash(page).get('thing')).toBeNull()
  await page.close()
})

test('the arrow keys walk along the lines', async () => {
  const page = await open(`#v=2&${AT}&thing=orders`)
  await page.focus('.picture')
  for (const [key, next] of [
    ['ArrowRight', 'stg'],
    ['ArrowRight', 'rev'],
    ['ArrowLeft', 'stg'],
  ] as const) {
    await page.keyboard.press(key)
    await page.waitForFunction(
      (wanted) => new URLSearchParams(location.hash.slice(1)).get('thing') === wanted,
      next,
    )
  }
  expect(
    await page.waitForSelector('[role=status]:has-text("stg_orders selected")', { state: 'attached' }),
  ).not.toBeNull()
  await page.close()
})

test('the wheel pans, with Ctrl it zooms to the pointer, and f fits', async () => {
  const page = await open(`#v=2&${AT}`)
  const scale = () => page.textContent('.scale')
  await page.mouse.move(...(await pointAt(page, CAMERA, NOWHERE)))
  await page.mouse.wheel(0, 120)
  await page.waitForFunction(() => /at=468%2C340/.test(location.hash))
  expect(await scale()).toBe('100%')
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await page.waitForFunction(() => document.querySelector('.scale')!.textContent !== '100%')
  await page.keyboard.press('f')
  await page.waitForFunction(() => parseInt(document.querySelector('.scale')!.textContent) < 100)
  await page.mouse.down()
  await page.mouse.move(600, 400, { steps: 4 })
  await page.mouse.up()
  expect(hash(page).get('thing')).toBeNull()
  await page.close()
})

test('what is chosen is painted in the frame after the click', async () => {
  const page = await open(`#v=2&${AT}`)
  const [x, y] = await pointAt(page, CAMERA, places.of('stg'))
  const isPainted = await page.evaluate(
    ([clientX, clientY]) =>
      new Promise<boolean>((resolve) => {
        let hasPainted = false
        const clear = CanvasRenderingContext2D.prototype.clearRect
        CanvasRenderingContext2D.prototype.clearRect = function (...rect) {
          hasPainted ||= this.canvas.classList.contains('lit')
          return clear.apply(this, rect)
        }
        const picture = document.querySelector('.picture')!
        picture.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY }))
        requestAnimationFrame(() => resolve(hasPainted))
      }),
    [x, y] as const,
  )
  expect(isPainted).toBe(true)
  await page.close()
})

test('in the dark the picture is drawn in the colours of the dark', async () => {
  const page = await served.open('', { colorScheme: 'dark' })
  await pictureOf(page)
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toBe('rgb(14, 16, 19)')
  await page.click('button[aria-label=Light]')
  await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(245, 246, 247)')
  expect(hash(page).get('theme')).toBe('light')
  await page.close()
})

test('a name is drawn as wide as it was measured, at any scale: none runs into the badge beside it', async () => {
  const page = await served.open('#v=2&at=300,100,1', {}, () => {
    const drawn: [text: string, width: number][] = []
    Object.assign(window, { drawn })
    const fill = CanvasRenderingContext2D.prototype.fillText
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      const [, weight = '400', size] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font)!
      drawn.push([`${weight} ${text}`, (this.measureText(text).width * 12) / Number(size)])
      fill.call(this, text, x, y)
    }
  })
  await pictureOf(page)
  for (const k of [0.93, 0.87, 0.81, 1.1, 1.3]) {
    await page.evaluate((hash) => (location.hash = hash), `#v=2&at=300,100,${k}`)
    await page.waitForTimeout(100)
  }
  const drawn = await page.evaluate(
    () => (window as unknown as { drawn: [text: string, width: number][] }).drawn,
  )
  const widths = new Map<string, number[]>()
  for (const [text, width] of drawn) widths.set(text, [...(widths.get(text) ?? []), width])
  const several = [...widths.values()].filter((all) => new Set(all).size > 1)
  expect(several.length).toBeGreaterThan(5)
  expect([...widths].filter(([, all]) => Math.max(...all) - Math.min(...all) > 0.5)).toEqual([])
  await page.close()
})
