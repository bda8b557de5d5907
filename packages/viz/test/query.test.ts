import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, servePage, type ServedPage } from './serve-page.ts'
import { HOSTILE, SHOP } from './shop-run.ts'

const sql = `SELECT o.id, "${HOSTILE}" AS name\nFROM raw.orders AS o\nJOIN crm.contacts AS c ON c.id = o.id\nWHERE o.id IN (SELECT id FROM Orders)`

let served: ServedPage
beforeAll(async () => {
  const declared = SHOP.resources.map((line) =>
    typeof line === 'object' && 'title' in line && line.title === 'orders'
      ? { ...line, schema: 'raw' }
      : line,
  )
  const query = {
    from_identifier: { type: 'tables_from_query', sql },
    to_identifier: { type: 'internal_resource', databuilder_id: 'board' },
  }
  served = await servePage({ resources: declared, lineage: [...SHOP.lineage, query] })
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

test('the details of an edge out of a query show its SQL as text, with the tables that it reads marked', async () => {
  const page = await served.open('#v=2&edge=["orders","board"]')
  await pictureOf(page)
  await page.waitForSelector('.sql')
  expect(await page.textContent('.sql')).toBe(sql)
  expect(await page.locator('.sql mark.here').allTextContents()).toEqual(['raw.orders', 'Orders'])
  expect(await page.locator('.sql mark.elsewhere').allTextContents()).toEqual(['crm.contacts'])
  expect(await page.locator('img').count()).toBe(0)
  expect(await page.textContent('.section:has(.sql) .file-place')).toBe('lineage.jsonl:6')
  await page.close()
})

test('the details of another edge show no SQL', async () => {
  const page = await served.open('#v=2&edge=["stg","rev"]')
  await pictureOf(page)
  await page.waitForSelector('.details .ends')
  expect(await page.locator('.sql').count()).toBe(0)
  await page.close()
})
