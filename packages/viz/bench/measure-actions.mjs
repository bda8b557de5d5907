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
    await choose(page, (i * 37 + 50) % 100)
    await page.waitForTimeout(1200)
    toggled.push(await toggle(page), await toggle(page))
  }
  const [closed, opened] = [0, 1].map((rest) => toggled.filter((_, i) => i % 2 === rest))
  return [
    { name: 'hover', times: percentiles(hover) },
    { name: 'select', times: percentiles(select) },
    ...toggling('close', closed),
    ...toggling('open', opened),
  ]
}

/** Schemas that are closed at first. */
export const CLOSED_SCHEMAS = Array.from({ length: 2 * TIMES }, (_, i) => (i * 37 + 50) % 100)

/** Opens schemas that nobody has opened before, each found by its name and chosen for so long that the page has drawn ahead. */
export async function measureFirstOpening(page, schemas) {
  const times = []
  for (const schema of schemas) {
    await choose(page, schema)
    await page.waitForTimeout(1200)
    times.push(await toggle(page))
    await page.waitForTimeout(1200)
  }
  return toggling('open for the first time', times)
}

/**
 * Opens schemas in view by a double click, each out of the picture that the page began with: the pointer has rested on none of them.
 * @param hash of that picture. @param cameras that have a schema in the middle, as an address has them.
 */
export async function measureDoubleClick(page, hash, cameras) {
  const box = await page.locator('.picture').boundingBox()
  const drawn = await page.textContent('.status .drawn')
  const times = []
  for (const camera of cameras) {
    await page.mouse.move(box.x + box.width / 2, box.y - 5)
    await page.evaluate((to) => (location.hash = to), `${hash}&at=${camera}`)
    await page.waitForFunction(
      (text) => document.querySelector('.status .drawn').textContent === text,
      drawn,
      WAIT,
    )
    await page.waitForTimeout(1200)
    const middle = [box.x + box.width / 2, box.y + box.height / 2]
    times.push(await toggle(page, 'dblclick', () => page.mouse.dblclick(...middle, { delay: QUICK })))
    await page.waitForTimeout(1200)
  }
  return toggling('open for the first time, by a double click', times)
}

/** Milliseconds that a quick hand holds a button down. */
const QUICK = 40

const WAIT = { timeout: 20_000 }

/** What is open or closed is painted before everything is laid out anew around it. */
const toggling = (name, times) => [
  { name, times: percentiles(times.map(({ painted }) => painted)) },
  { name: `  laid out anew`, times: percentiles(times.map(({ laidOut }) => laidOut)), goal: '' },
]

/** Finds a schema by its name and selects it. */
async function choose(page, schema) {
  await page.keyboard.press('/')
  await page.keyboard.type(`schema_${schema}`)
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await page.focus('.picture')
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

/** From the key to the first frame with the other picture, and to when it is laid out anew; what moves is on its way then. */
async function toggle(page, type = 'keydown', act = () => page.keyboard.press('Space')) {
  await page.evaluate((name) => {
    globalThis.painted.length = 0
    for (const mark of ['picture drawn', 'picture laid out']) performance.clearMarks(mark)
    addEventListener(
      name,
      (event) => {
        const made = event.timeStamp
        globalThis.pressed = made
        // After each frame, since the picture may be painted by a callback of it that comes later than this one.
        const look = () =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              const [drawn] = performance.getEntriesByName('picture drawn')
              if (drawn && globalThis.wiped > drawn.startTime)
                globalThis.painted.push(performance.now() - made)
              else look()
            }),
          )
        look()
      },
      { capture: true, once: true },
    )
  }, type)
  await act()
  await page.waitForFunction(() => globalThis.painted.length > 0, undefined, WAIT)
  const laidOut = await page.waitForFunction(
    () => performance.getEntriesByName('picture laid out')[0]?.startTime - globalThis.pressed || null,
    undefined,
    WAIT,
  )
  const times = {
    painted: await page.evaluate(() => globalThis.painted[0]),
    laidOut: await laidOut.jsonValue(),
  }
  await page.waitForTimeout(300)
  return times
}
