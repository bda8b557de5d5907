import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { feeds, thing } from '../worker/plain-run.ts'
import { plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

beforeEach(stubBrowser)
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})
let page: PlainPage

/** Three tables in a row; the middle one has ten columns, by which it is fed and feeds. */
const RUN = [
  ...['source', 'orders', 'report'].map((table) => thing('table', table)),
  ...Array.from({ length: 10 }, (_, i) => thing('column', `orders.c${i}`, 'orders')),
  ...['source', 'report'].map((table) => thing('column', `${table}.a`, table)),
  feeds('source.a', 'orders.c0'),
  feeds('orders.c0', 'report.a'),
].map((line) => JSON.stringify(line))
const LINEAGE = 'v=2&view=lineage&focus=source'
const ORDERS = { key: 'id:orders', what: 'thing' } as const

const toggle = async (): Promise<void> => {
  page.model.gesture('space', ORDERS)
  await page.rest()
}
const zoomTo = (k: number): void => page.model.moveTo({ ...page.model.camera.peek(), k })

test('columns that are opened where no rows are drawn are read: the page goes near, and the header stays in its place', async () => {
  page = await plainPage(RUN, LINEAGE)
  zoomTo(0.6)
  const before = page.place(ORDERS.key)!
  await toggle()
  const after = page.place(ORDERS.key)!
  expect(after.k).toBe(0.8)
  expect([after.x, after.y]).toEqual([expect.closeTo(before.x), expect.closeTo(before.y)])
})

test('what is under the pointer in the header stays under it', async () => {
  page = await plainPage(RUN, LINEAGE)
  zoomTo(0.5)
  const before = page.place(ORDERS.key)!
  page.model.pointer.value = { x: before.x + 40, y: before.y + 10 }
  await toggle()
  const after = page.place(ORDERS.key)!
  expect(after).toEqual({ x: expect.closeTo(before.x - 24), y: expect.closeTo(before.y - 6), k: 0.8 })
})

test('a header at the foot of the window is in it when its columns have been opened', async () => {
  page = await plainPage(RUN, LINEAGE)
  const { x, y } = page.model.camera.peek()
  page.model.moveTo({ x, y: y - 600, k: 0.6 })
  await toggle()
  const { y: top, k } = page.place(ORDERS.key)!
  expect(k).toBe(0.8)
  expect(top).toBeGreaterThan(0)
  expect(top + 44 * k).toBeLessThan(780)
})

test('folding goes nowhere, nor does opening where rows are drawn', async () => {
  page = await plainPage(RUN, LINEAGE)
  await toggle()
  expect(page.place(ORDERS.key)!.k).toBe(1)
  zoomTo(0.6)
  await toggle()
  expect(page.place(ORDERS.key)!.k).toBe(0.6)
})

test('columns that are all there already are gone near to as well', async () => {
  page = await plainPage(RUN, `${LINEAGE}&columns=all`)
  zoomTo(0.6)
  await toggle()
  expect(page.place(ORDERS.key)!.k).toBe(0.8)
})
