import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { TASKS } from './task-run.ts'

let served: ServedPage
beforeAll(async () => {
  served = await servePage(TASKS)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

interface State {
  readonly name: string
  readonly hash?: string
  readonly width?: number
  /** What is done before one looks. */
  readonly act?: (page: Page) => Promise<unknown>
}

const STATES: readonly State[] = [
  { name: 'the Map, and the run where nothing is chosen' },
  { name: 'the details of a table', hash: '#v=2&thing=orders', act: (page) => page.click('.raw summary') },
  { name: 'the lineage of a column', hash: '#v=2&view=lineage&focus=orders&thing=orders.cents' },
  {
    name: 'an edge with its query',
    hash: '#v=2&view=lineage&focus=net&edge=["rev","net"]',
    act: (page) => page.waitForSelector('.sql'),
  },
  {
    name: 'a finding that is open',
    act: async (page) => {
      await page.click('[role=tab]:has-text("Findings")')
      await page.click('.finding:has-text("circle")')
      await page.waitForSelector('.circle-steps .cut')
    },
  },
  {
    name: 'the impact list',
    hash: '#v=2&thing=orders&tab=impact',
    act: (page) => page.waitForSelector('.impact .named'),
  },
  {
    name: 'search with hits',
    act: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('ord')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.hit.here')
    },
  },
  {
    name: 'a menu',
    hash: '#v=2&thing=orders',
    act: async (page) => {
      await page.click('button:has-text("More")')
      await page.waitForSelector('[role=menu]')
    },
  },
  {
    name: 'several things that are chosen, and a legend of two lines',
    width: 1024,
    hash: '#v=2&view=lineage&focus=orders&thing=orders&thing=stg',
    act: (page) => page.waitForSelector('.several'),
  },
  {
    name: 'a list of findings that is filtered to nothing',
    hash: '#v=2&tab=findings&mute=error&mute=warning&mute=info',
    act: (page) => page.waitForSelector('.nothing'),
  },
  {
    name: 'the paths between two things',
    hash: '#v=2&view=lineage&path=["orders","net",1,0]',
    act: (page) => page.waitForSelector('.section:has-text("Path 2")'),
  },
  {
    name: 'what is named and not declared',
    hash: '#v=2&thing=gone',
    act: (page) => page.waitForSelector('.details .title'),
  },
  {
    name: 'a menu of what can be saved',
    act: async (page) => {
      await page.click('button:has-text("Export")')
      await page.waitForSelector('[role=menu]')
    },
  },
  { name: 'the keys', act: (page) => page.keyboard.press('?') },
  { name: 'panels over the picture', width: 900, act: (page) => page.click('[aria-label="Outline"]') },
  { name: 'a narrow page', width: 376 },
  {
    name: 'a narrow page with its sheet',
    width: 376,
    hash: '#v=2&thing=orders',
    act: (page) => page.click('.narrow-nav button:has-text("Picture")'),
  },
  {
    name: 'a narrow page with its menu',
    width: 376,
    act: async (page) => {
      await page.click('[aria-label="More"]')
      await page.waitForSelector('[role=menu]')
    },
  },
  {
    name: 'a narrow page with its filters and its search',
    width: 376,
    act: async (page) => {
      await page.click('[aria-label="Filters"]')
      await page.click('[aria-label="Search"]')
    },
  },
]

/** What axe finds wrong with a page in each theme: the page stays as it is while the system's theme changes, and has other colours only. */
async function inBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  await page.waitForSelector('html:not(.dark)')
  const light = await violationsOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForSelector('html.dark')
  const dark = await violationsOf(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return { light, dark }
}
const NOTHING = { light: [], dark: [] }

test.each(STATES)('axe finds nothing wrong with $name, light or dark', async ({ hash, width, act }) => {
  const viewport = { width: width ?? 1440, height: 900 }
  const page = await served.open(hash, { viewport, reducedMotion: 'reduce' })
  await pictureOf(page)
  await act?.(page)
  expect(await inBothThemes(page)).toEqual(NOTHING)
  await page.close()
})

test('axe finds nothing wrong with what is no run, and its findings are the page, light or dark', async () => {
  const page = await served.open('', { reducedMotion: 'reduce' })
  await pictureOf(page)
  await served.write({ resources: ['{"entity_type": "table",', 'nothing'], lineage: [] })
  await page.reload()
  await page.waitForSelector('.broken-findings .finding')
  expect(await inBothThemes(page)).toEqual(NOTHING)
  await served.write(TASKS)
  await page.waitForSelector('.picture canvas[data-cards]', { state: 'attached' })
  await page.close()
})

test('axe finds nothing wrong with the page before any run, and while it reads one, light or dark', async () => {
  const page = await served.open('', { reducedMotion: 'reduce' })
  await pictureOf(page)
  // The run never comes; what is asked for is answered when the page is closed.
  await page.route(/\/run\/index\.json$/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.reload()
  await page.waitForSelector('.drop-zone')
  expect(await inBothThemes(page)).toEqual(NOTHING)
  await page.unroute(/\/run\/index\.json$/)
  await page.route(/\/assets\/main-/, () => {})
  await page.reload()
  await page.waitForSelector('.loading')
  expect(await inBothThemes(page)).toEqual(NOTHING)
  await page.close()
  // That there is no run is the browser's own complaint.
  expect(served.complaints.splice(0).filter((said) => !said.includes('404'))).toEqual([])
})

test('every target is at least 24 px wide and high', async () => {
  for (const [width, hash] of [
    [1440, '#v=2&thing=orders&tab=impact'],
    [1440, '#v=2&view=lineage&focus=orders&thing=orders'],
    [376, ''],
  ] as const) {
    const page = await served.open(hash, { viewport: { width, height: 900 } })
    await pictureOf(page)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary, [role=treeitem], [role=option]')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (Math.round(box.width) < 24 || Math.round(box.height) < 24))
        .map(
          ({ element, box }) =>
            `${element.className} ${element.getAttribute('aria-label') ?? element.textContent} ${box.width} × ${box.height}`,
        ),
    )
    expect(small).toEqual([])
    await page.close()
  }
})

test('nothing moves by itself for who wants reduced motion', async () => {
  const page = await served.open('', { reducedMotion: 'reduce' })
  await pictureOf(page)
  await page.keyboard.press('f')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await page.close()
})

test('what changes is said to a screen reader', async () => {
  const page = await served.open()
  await pictureOf(page)
  await page.focus('.picture')
  await page.keyboard.press('ArrowRight')
  expect(
    await page
      .waitForSelector('[aria-live]:text-matches("selected, [0-9]+ [a-z ]*upstream")', { state: 'attached' })
      .then(Boolean),
  ).toBe(true)
  await page.close()
})
