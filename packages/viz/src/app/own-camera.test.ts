import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

beforeEach(stubBrowser)
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})
let page: PlainPage

const RUN = ['resources', 'lineage'].flatMap((name) =>
  readFileSync(new URL(`../../../../fixtures/cluvio/run/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n'),
)
const REVENUE = { key: 'id:dashboard.101', what: 'open container' } as const

/** How far the picture reaches out of the window at its left, its top, its right and its foot, CSS pixels. */
function cutOff(): number[] {
  const { x, y, k } = page.model.camera.peek()
  const [{ bounds }, { width, height }] = [page.model.picture.peek()!, page.model.size.peek()]
  const [left, top] = [(bounds.x - x) * k + width / 2, (bounds.y - y) * k + height / 2]
  const beyond = [-left, -top, left + bounds.width * k - width, top + bounds.height * k - height]
  return beyond.map((pixels) => Math.max(0, Math.round(pixels)))
}

const close = async (): Promise<void> => {
  page.model.gesture('space', REVENUE)
  await page.rest()
}

test('a whole picture is whole after a step, while nobody has moved the camera, also after a second one', async () => {
  page = await plainPage(RUN)
  expect(cutOff()).toEqual([0, 0, 0, 0])
  await close()
  expect(cutOff()).toEqual([0, 0, 0, 0])
  page.model.gesture('space', { ...REVENUE, what: 'closed container' })
  await page.rest()
  expect(cutOff()).toEqual([0, 0, 0, 0])
})

test('a step moves a camera of ones own not, nor what the pointer is on', async () => {
  page = await plainPage(RUN)
  const { x, y, k } = page.model.camera.peek()
  const before = page.place(REVENUE.key)!
  page.model.moveTo({ x: x + 20, y, k })
  const moved = page.place(REVENUE.key)!
  await close()
  expect(page.place(REVENUE.key)).toEqual(moved)
  page.close()
  page = await plainPage(RUN)
  page.model.pointer.value = { x: before.x + 10, y: before.y + 5 }
  await close()
  const after = page.place(REVENUE.key)!
  expect(after.y).toBeCloseTo(before.y)
})

test('a step leaves an open box where it is whose header the pointer is on', async () => {
  page = await plainPage(RUN)
  const { x, y, k } = page.model.camera.peek()
  page.model.moveTo({ x: x + 20, y, k })
  const before = page.place(REVENUE.key)!
  page.model.pointer.value = { x: before.x + 10, y: before.y + 5 }
  const thing = page.model.picture.peek()!.cardOfKey.get(REVENUE.key)!
  page.model.hovered.value = { kind: 'thing', thing, row: -1 }
  const [stood] = [page.model.picture.peek()!.things.y[thing]!]
  page.model.act((view) => ({ ...view, hide: ['id:dashboard.105', 'id:dashboard.104'] }))
  await page.rest()
  const picture = page.model.picture.peek()!
  expect(picture.things.y[picture.cardOfKey.get(REVENUE.key)!]).not.toBe(stood)
  expect(page.place(REVENUE.key)).toEqual(before)
})

test('back and forward lead to where one was before and after a step that the page has moved the camera with', async () => {
  page = await plainPage(RUN)
  const before = page.model.camera.peek()
  await close()
  const after = page.model.camera.peek()
  await page.back()
  expect(page.model.camera.peek()).toEqual(before)
  await page.forward()
  const { x, y } = page.model.camera.peek()
  expect([x, y]).toEqual([expect.closeTo(after.x, 2), expect.closeTo(after.y, 2)])
})
