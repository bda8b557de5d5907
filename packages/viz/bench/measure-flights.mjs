import { percentiles } from './percentiles.mjs'

const TIMES = 8

/**
 * Lets the camera fly: from all of it to a table that a search finds, on to the next one that it finds, and back to all of it.
 * Takes how long each frame of a flight took to be there, from the frame before on, and the tasks of over 50 ms meanwhile.
 */
export async function measureFlights(page) {
  await page.keyboard.press('f')
  await page.waitForTimeout(1500)
  const flights = { 'to what a search finds': [], 'to its next hit': [], 'back to all of it': [] }
  for (let i = 0; i < TIMES; i++) {
    await page.keyboard.press('/')
    await page.keyboard.type(`table_${i}7`)
    await page.waitForTimeout(800)
    flights['to what a search finds'].push(await fly(page, 'Enter'))
    flights['to its next hit'].push(await fly(page, 'Enter'))
    await page.keyboard.press('Escape')
    await page.focus('.picture')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(500)
    flights['back to all of it'].push(await fly(page, 'f'))
  }
  return Object.entries(flights).map(([name, flown]) => ({
    name,
    frames: percentiles(flown.flatMap(({ frames }) => frames)),
    count: flown.reduce((sum, { frames }) => sum + frames.length, 0) / TIMES,
    longest: percentiles(flown.map(({ frames }) => Math.max(...frames))),
    longTasks: flown.reduce((sum, { longTasks }) => sum + longTasks.length, 0) / TIMES,
  }))
}

/** A flight takes a quarter of a second; what is painted when it is over may take as long again. Milliseconds. */
const FLIGHT = 600
const REST = 900

async function fly(page, key) {
  await page.evaluate((flight) => {
    globalThis.longTasks.length = 0
    globalThis.flown = []
    const began = performance.now()
    let before = began
    const look = () => {
      const now = performance.now()
      globalThis.flown.push(now - before)
      before = now
      if (now - began < flight) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, FLIGHT)
  await page.keyboard.press(key)
  await page.waitForTimeout(FLIGHT + REST)
  return page.evaluate(() => ({ frames: globalThis.flown, longTasks: [...globalThis.longTasks] }))
}
