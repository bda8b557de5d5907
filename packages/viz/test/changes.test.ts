import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'
import { pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { feeds, SHOP } from './shop-run.ts'

const table = (id: string, schema: string, title = id): object => ({
  ...{ entity_type: 'table', databuilder_id: id, parent_databuilder_id: schema, title },
})
const column = (id: string, parent: string): object => ({
  ...{ entity_type: 'column', databuilder_id: id, parent_databuilder_id: parent, title: id },
})
const BASE = {
  resources: [...SHOP.resources, table('old', 'raw'), column('old.a', 'old'), table('ids', 'raw', 'Ids')],
  lineage: [...SHOP.lineage, feeds('old', 'rev')],
}
const HEAD = {
  resources: [...SHOP.resources, table('new', 'marts'), table('ids', 'raw', 'Identifiers')],
  lineage: [...SHOP.lineage, feeds('new', 'net')],
}

let served: ServedPage
beforeAll(async () => {
  served = await servePage(HEAD, BASE)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const open = async (hash = ''): Promise<Page> => {
  const page = await served.open(hash, { reducedMotion: 'reduce' })
  await pictureOf(page)
  return page
}
const rows = (page: Page): Promise<string[]> =>
  page.$$eval('.changes .change', (all) =>
    all.map((row) => {
      const text = (of: string): string =>
        [...row.querySelectorAll(of)].map(({ textContent }) => textContent).join('')
      const name = [...row.querySelectorAll('.name bdi, bdi.name')].map(({ textContent }) => textContent)
      const counts = text('.change-counts > span > :not(.unseen)')
      return `${text('.change-sign')} ${name.join(' → ')}: ${text('.what')}${counts}`.trim()
    }),
  )

test('the foot of the page says how many things differ, and shows which, in what they are in', async () => {
  const page = await open()
  await page.click('.status button:has-text("against main:out")')
  await page.waitForSelector('.changes .change')
  expect(await page.textContent('.status button:has-text("main:out")')).toBe(
    '+1 added −2 removed ~1 changed against main:out',
  )
  expect(await rows(page)).toEqual([
    'SHOP:',
    'raw:',
    '− old: removed, with 1 inside',
    '~ Identifiers: title: Ids → Identifiers',
    'marts:',
    '+ new: added',
  ])
  expect(await page.textContent('.change:has-text("old") .reached')).toBe('2 downstream')
  const counts = (of: string): Promise<string | null> =>
    page.textContent(`.change:has(bdi.around:text-is("${of}")) .change-counts`)
  expect(await counts('SHOP')).toBe('+1 added −2 removed ~1 changed ')
  expect(await counts('marts')).toBe('+1 added ')
  expect(await page.locator('.legend .change-signs > span').allTextContents()).toEqual([
    '+added',
    '−removed',
    '~changed',
  ])
  await page.close()
})

test('the signs at the foot of the page look alike, and stand beside their numbers', async () => {
  const page = await open()
  const signs = await page.$$eval('.status .change-sign', (all) =>
    all.map((sign) => {
      const { display, justifyItems, width } = getComputedStyle(sign)
      return { display, justifyItems, width }
    }),
  )
  expect(signs).toHaveLength(3)
  expect(signs[1]).toEqual(signs[0])
  expect(signs[2]).toEqual(signs[0])
  await page.close()
})

test('what is around changes is closed and opened, with the mouse and without', async () => {
  const page = await open('#v=2&tab=changes')
  await page.click('[aria-label="What differs in raw"]')
  await page.waitForSelector('[aria-label="What differs in raw"][aria-expanded=false]')
  expect(await rows(page)).toEqual(['SHOP:', 'raw:', 'marts:', '+ new: added'])
  await page.focus('[aria-label="What differs in raw"]')
  await page.keyboard.press('Enter')
  expect(await shows(page, '.change:has-text("Identifiers")')).toBe(true)
  await page.close()
})

test('what is switched off is not listed, and the link keeps that', async () => {
  const page = await open('#v=2&tab=changes')
  await page.waitForSelector('.changes .change')
  await page.click('.change-chip:has-text("removed")')
  await page.click('.change-chip:has-text("changed")')
  await page.waitForFunction(() => document.querySelectorAll('.changes .change').length === 3)
  expect(await rows(page)).toEqual(['SHOP:', 'marts:', '+ new: added'])
  const elsewhere = await open(new URL(page.url()).hash)
  await elsewhere.waitForSelector('.changes .change')
  expect(await rows(elsewhere)).toEqual(['SHOP:', 'marts:', '+ new: added'])
  await elsewhere.close()
  await page.click('.change-chip:has-text("added")')
  await page.click('button:has-text("Show all changes")')
  await page.waitForFunction(() => document.querySelectorAll('.changes .change').length === 6)
  expect(new URL(page.url()).hash).not.toContain('without')
  await page.close()
})

test('edges that came and went are listed between what their ends are in, and lead to the picture', async () => {
  const page = await open('#v=2&tab=changes')
  await page.click('.changes .segments button:has-text("Edges")')
  await page.waitForSelector('.change:has-text("revenue")')
  expect(await page.textContent('.changes .segments .on')).toBe('Edges 2')
  expect(await rows(page)).toEqual([
    'raw → marts:',
    '− old → revenue:',
    'marts → Board:',
    '+ new → Net revenue:',
  ])
  expect(await page.textContent('.change:has-text("old") .reached')).toBe('lineage.jsonl:6')
  await page.click('.change:has-text("new") .change-what')
  await page.waitForFunction(() => location.hash.includes('edge='))
  expect(await page.getAttribute('#tab-changes', 'aria-selected')).toBe('true')
  await page.click('.change:has-text("old") .change-what')
  expect(await shows(page, '.notice:has-text("is gone, and so is one of its ends")')).toBe(true)
  expect(new URL(page.url()).hash).toContain('changes=edges')
  await page.close()
})

test('a change leads to its place, what is removed to what it was in, and the list stays', async () => {
  const page = await open('#v=2&tab=changes')
  await page.click('.change:has-text("Identifiers") .change-what')
  await page.waitForFunction(() => location.hash.includes('thing=ids'))
  await page.focus('.change:has-text("old") .change-what')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash.includes('thing=raw'))
  expect(await page.textContent('[aria-live]')).not.toBe('')
  expect(await rows(page)).toHaveLength(6)
  await page.close()
})

test('what a change leads to is one step: back is where one was before', async () => {
  for (const [list, change] of [
    ['things', 'Identifiers'],
    ['things', 'old'],
    ['edges', 'new'],
  ] as const) {
    const page = await open(`#v=2&tab=changes&changes=${list}`)
    const steps = await page.evaluate(() => history.length)
    await page.click(`.change:has-text("${change}") .change-what`)
    await page.waitForFunction(() => /thing=|edge=/.test(location.hash))
    await page.waitForSelector('#tab-changes[aria-selected=true]')
    expect(await page.evaluate(() => history.length)).toBe(steps + 1)
    await page.close()
  }
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing wrong with the lists of changes, %s',
  async (colorScheme) => {
    for (const list of ['things', 'edges']) {
      const hash = `#v=2&tab=changes&changes=${list}`
      const page = await served.open(hash, { colorScheme, reducedMotion: 'reduce' })
      await pictureOf(page)
      await page.waitForSelector('.changes .change')
      expect(await violationsOf(page)).toEqual([])
      await page.close()
    }
  },
)

test('a run without another to compare it with has no such list', async () => {
  const alone = await servePage(HEAD)
  const page = await alone.open('#v=2&tab=changes')
  await pictureOf(page)
  expect(await page.locator('[role=tab]').allTextContents()).not.toContain('Changes')
  expect(await page.getAttribute('#tab-details', 'aria-selected')).toBe('true')
  expect(alone.complaints).toEqual([])
  await alone.close()
})
