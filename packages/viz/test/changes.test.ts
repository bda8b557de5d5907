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
      const text = (of: string): string => row.querySelector(of)?.textContent ?? ''
      return `${text('.change-sign')} ${text('.name')}: ${text('.what')}`
    }),
  )

test('the foot of the page says how many things differ, and shows which, what may hurt first', async () => {
  const page = await open()
  await page.click('.status button:has-text("against main:out")')
  await page.waitForSelector('.changes .change')
  expect(await page.textContent('.status button:has-text("main:out")')).toBe(
    '+1 added −2 removed ~1 changed against main:out',
  )
  expect(await rows(page)).toEqual([
    '− old: removed, with 1 inside',
    '~ Identifiers: title: Ids → Identifiers',
    '+ new: added',
  ])
  expect(await page.textContent('.change:has-text("old") .reached')).toBe('2 downstream')
  expect(await page.textContent('.changes-rest')).toContain('+1 −1')
  expect(await page.locator('.legend .change-signs > span').allTextContents()).toEqual([
    '+added',
    '−removed',
    '~changed',
  ])
  await page.close()
})

test('what is switched off is not listed', async () => {
  const page = await open('#v=2&tab=changes')
  await page.waitForSelector('.changes .change')
  await page.click('.change-chip:has-text("removed")')
  await page.click('.change-chip:has-text("changed")')
  await page.waitForFunction(() => document.querySelectorAll('.changes .change').length === 1)
  expect(await rows(page)).toEqual(['+ new: added'])
  await page.click('.change-chip:has-text("added")')
  expect(await shows(page, '.changes .hint:has-text("Nothing of what is switched on")')).toBe(true)
  await page.close()
})

test('a change leads to its place, what is removed to what it was in, and the list stays', async () => {
  const page = await open('#v=2&tab=changes')
  await page.click('.change:has-text("Identifiers")')
  await page.waitForFunction(() => location.hash.includes('thing=ids'))
  await page.focus('.change:has-text("old")')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash.includes('thing=raw'))
  expect(await page.textContent('[aria-live]')).not.toBe('')
  expect(await rows(page)).toHaveLength(3)
  await page.close()
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing wrong with the list of changes, %s',
  async (colorScheme) => {
    const page = await served.open('#v=2&tab=changes', { colorScheme, reducedMotion: 'reduce' })
    await pictureOf(page)
    await page.waitForSelector('.changes .change')
    expect(await violationsOf(page)).toEqual([])
    await page.close()
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
