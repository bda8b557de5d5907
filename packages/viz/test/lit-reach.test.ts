import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { pictureOf, pointAt, servePage, type RunLines, type ServedPage } from './serve-page.ts'
import { AT, CAMERA, feeds, thing } from './shop-run.ts'

/** Two ways lead through one closed schema, from `a` by way of `x`, and by way of `y` to `b`: each ends there or begins. */
const RUN: RunLines = {
  resources: [
    ...['left', 'box', 'right'].map((id) => thing('schema', id, null)),
    ...['a', 'a2'].map((id) => thing('table', id, 'left')),
    ...['x', 'y'].map((id) => thing('table', id, 'box')),
    ...['b', 'c'].map((id) => thing('table', id, 'right')),
  ],
  lineage: [feeds('a', 'x'), feeds('y', 'b'), feeds('b', 'c')],
}
const VIEW = 'v=2&level=0&o=0left&o=0right'

let served: ServedPage
let places: CardPlaces
beforeAll(async () => {
  served = await servePage(RUN)
  places = await cardPlaces(RUN, { level: 0, opened: ['id:left', 'id:right'] })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const litOf = (page: Page, words: string) =>
  page.waitForFunction((text) => document.querySelector('.status .lit')?.textContent === text, words)

test('what is chosen inside a closed box has its own ways lit and counted, not those of the box', async () => {
  const page = await served.open('#v=2&level=0&thing=x')
  await pictureOf(page)
  expect(await litOf(page, '1 table upstream, 0 downstream')).toBeTruthy()
  await page.evaluate(() => (location.hash = '#v=2&level=0&thing=y'))
  expect(await litOf(page, '0 upstream, 2 tables downstream')).toBeTruthy()
  await page.evaluate(() => (location.hash = '#v=2&level=0&thing=box'))
  expect(await litOf(page, '1 table upstream, 2 tables downstream')).toBeTruthy()
  await page.close()
})

test('what the pointer is on is lit by real edges too: a box that is fed by one thing in it and feeds by another joins no way', async () => {
  const page = await served.open(`#${VIEW}&${AT}`)
  await pictureOf(page)
  await page.mouse.move(...(await pointAt(page, CAMERA, places.of('a'))))
  expect(await litOf(page, '0 upstream, 1 table downstream')).toBeTruthy()
  await page.mouse.click(...(await pointAt(page, CAMERA, places.of('c'))))
  expect(await litOf(page, '2 tables upstream, 0 downstream')).toBeTruthy()
  // What is chosen locks the light.
  await page.mouse.move(...(await pointAt(page, CAMERA, places.of('a'))))
  await page.waitForTimeout(300)
  expect(await litOf(page, '2 tables upstream, 0 downstream')).toBeTruthy()
  await page.close()
})

test('a lineage view counts what the Map counts, and says how much of it is not in the picture', async () => {
  const page = await served.open('#v=2&view=lineage&focus=c&thing=c&up=1')
  await pictureOf(page)
  expect(await litOf(page, '2 tables upstream, 0 downstream, 1 not in the picture')).toBeTruthy()
  await page.close()
})
