import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LARGE, plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

beforeEach(stubBrowser)
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})
let page: PlainPage

test('home chooses what the lineage is about where that is seen already, and leaves the tab; it is said as well', async () => {
  page = await plainPage(LARGE, 'v=2&view=lineage&focus=s0.t5&thing=s0.t4&tab=findings')
  const before = page.model.camera.peek()
  page.model.home()
  await page.rest()
  expect(page.said()).toMatchObject({ selection: ['id:s0.t5'], tab: 'findings' })
  expect(page.model.camera.peek()).toEqual(before)
  expect(page.history).toHaveLength(2)
  expect(page.model.said.peek()).toMatch(/^s0\.t5/)
})

test('home goes to what the lineage is about where that is out of sight, and what is chosen stays so', async () => {
  page = await plainPage(LARGE, 'v=2&view=lineage&focus=s0.t5&thing=s0.t4')
  page.model.moveTo({ x: 5000, y: 5000, k: 1 })
  page.model.home()
  await page.rest()
  expect(page.said().selection).toEqual(['id:s0.t4'])
  expect(page.model.said.peek()).toBe('s0.t5: what the lineage is about')
  const { x, y } = page.place('id:s0.t5')!
  expect([x > 0 && x < 936, y > 0 && y < 780]).toEqual([true, true])
})
