import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

/** A chain that a narrow page has room for, as long as nothing stands at its foot. */
const CHAIN = Array.from({ length: 7 }, (_, i) => `table ${i}`)

let served: ServedPage
beforeAll(async () => {
  served = await servePage({
    resources: CHAIN.map((id) => thing('table', id, null)),
    lineage: CHAIN.slice(1).map((id, i) => feeds(CHAIN[i]!, id)),
  })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** Keeps how far down the page writes what on its canvases. */
function hearHeights(): void {
  const page = globalThis as unknown as { heights: Record<string, number> }
  page.heights = {}
  const write = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...more) {
    page.heights[text] = this.getTransform().transformPoint({ x, y }).y / devicePixelRatio
    return write.call(this, text, x, y, ...more)
  }
}

test('a picture on a narrow page opens above the bar of the path that it shows', async () => {
  const path = JSON.stringify([CHAIN[0], CHAIN.at(-1), 0, 0])
  const page = await served.open(
    `#v=2&view=lineage&path=${encodeURIComponent(path)}`,
    { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' },
    hearHeights,
  )
  await pictureOf(page)
  const bar = page.locator('[aria-label="Path"]')
  await bar.locator('button:has-text("All paths")').waitFor()
  const { y: top } = (await page.locator('.picture').boundingBox())!
  const heights = await page.evaluate(
    () => (globalThis as unknown as { heights: Record<string, number> }).heights,
  )
  // The last card has its sort under its name.
  expect(top + Math.max(...Object.values(heights))).toBeLessThan((await bar.boundingBox())!.y - 12)
  await page.close()
})
