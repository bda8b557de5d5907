import { percentiles } from './percentiles.mjs'

const STEPS = 60

/** Pans and zooms a picture, first where all of it is seen, then where names are read. */
export async function measureFrames(page) {
  const box = await page.locator('.picture').boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const figures = []
  await page.keyboard.press('f')
  await page.waitForTimeout(800)
  figures.push(
    await during(page, 'panning, all of it seen', (i) =>
      page.mouse.wheel(i % 2 ? 30 : -30, i % 2 ? 20 : -20),
    ),
  )
  figures.push(await during(page, 'zooming in from there', () => zoom(page, -6)))
  await page.waitForTimeout(500)
  const scale = await page.textContent('.scale')
  figures.push(
    await during(page, `panning at ${scale}`, (i) => page.mouse.wheel(i % 2 ? 40 : -40, i % 2 ? 40 : -40)),
  )
  return figures
}

async function zoom(page, by) {
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, by)
  await page.keyboard.up('Control')
}

async function during(page, name, step) {
  await page.evaluate(() => {
    globalThis.frames.length = 0
    globalThis.longTasks.length = 0
  })
  for (let i = 0; i < STEPS; i++) {
    await step(i)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))
  }
  const { frames, longTasks } = await page.evaluate(() => ({
    frames: globalThis.frames,
    longTasks: globalThis.longTasks.length,
  }))
  return { name: `${name} (${frames.length} frames)`, frames: percentiles(frames), longTasks }
}
