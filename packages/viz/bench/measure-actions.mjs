import { percentiles } from './percentiles.mjs'

const TIMES = 20

/** Hovers over things, selects them, opens and closes boxes, and takes the time until each is painted. */
export async function measureActions(page) {
  const box = await page.locator('.picture').boundingBox()
  await page.keyboard.press('f')
  await page.waitForTimeout(800)
  const at = (i) => [
    box.x + box.width * (0.3 + 0.4 * ((i * 0.618) % 1)),
    box.y + box.height * (0.2 + 0.6 * ((i * 0.382) % 1)),
  ]
  const hover = await repeat(page, 'pointermove', (i) => page.mouse.move(...at(i)))
  const select = await repeat(page, 'click', (i) => page.mouse.click(...at(i)))
  await page.keyboard.press('Escape')
  // Schemas are closed and opened again by key, each time another one: its picture is made in the worker, and painted here.
  const toggled = []
  for (let i = 0; i < TIMES; i++) {
    await page.keyboard.press('/')
    await page.keyboard.type(`schema_${(i * 37 + 50) % 100}`)
    await page.waitForTimeout(600)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(1200)
    await page.focus('.picture')
    toggled.push(await toggle(page), await toggle(page))
  }
  return [
    { name: 'hover', times: percentiles(hover) },
    { name: 'select', times: percentiles(select) },
    { name: 'close', times: percentiles(toggled.filter((_, i) => i % 2 === 0)) },
    { name: 'open', times: percentiles(toggled.filter((_, i) => i % 2 === 1)) },
  ]
}

/** Milliseconds from an input to the end of the frame that shows it. */
async function repeat(page, type, act) {
  const times = []
  for (let i = 0; i < TIMES; i++) {
    await page.evaluate((name) => {
      globalThis.painted.length = 0
      addEventListener(
        name,
        (event) => {
          const made = event.timeStamp
          requestAnimationFrame(() => setTimeout(() => globalThis.painted.push(performance.now() - made)))
        },
        { capture: true, once: true },
      )
    }, type)
    await act(i)
    await page.waitForFunction(() => globalThis.painted.length > 0)
    times.push(await page.evaluate(() => globalThis.painted[0]))
  }
  return times
}

/** From the key to the first frame with the other picture; what moves is on its way then. */
async function toggle(page) {
  await page.evaluate(() => {
    globalThis.painted.length = 0
    performance.clearMarks('picture drawn')
    addEventListener(
      'keydown',
      (event) => {
        const made = event.timeStamp
        const look = () => {
          if (performance.getEntriesByName('picture drawn').length === 0) requestAnimationFrame(look)
          else
            requestAnimationFrame(() => setTimeout(() => globalThis.painted.push(performance.now() - made)))
        }
        look()
      },
      { capture: true, once: true },
    )
  })
  await page.keyboard.press('Space')
  await page.waitForFunction(() => globalThis.painted.length > 0, undefined, { timeout: 20_000 })
  const time = await page.evaluate(() => globalThis.painted[0])
  await page.waitForTimeout(300)
  return time
}
