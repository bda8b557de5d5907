import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { feeds, thing } from '../worker/plain-run.ts'
import { plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

/** A database of 9 schemas with 130 tables each: more than a thousand things, so that what comes next is drawn ahead. */
const LARGE = ((): string[] => {
  const schemas = Array.from({ length: 9 }, (_, i) => `s${i}`)
  const tables = schemas.flatMap((schema) => Array.from({ length: 130 }, (_, i) => `${schema}.t${i}`))
  const groups = Array.from({ length: 6 }, (_, i) => `group${i}`)
  return [
    thing('database', 'db'),
    ...schemas.map((schema) => thing('schema', schema, 'db')),
    ...tables.map((table) => thing('table', table, table.split('.')[0])),
    ...groups.map((group) => thing('dashboard_group', group)),
    ...groups.map((group) => thing('dashboard', `${group}.d`, group)),
    ...tables.slice(130).map((table, i) => feeds(tables[i]!, table)),
    ...groups.map((group, i) => feeds(tables[i * 200]!, `${group}.d`)),
  ].map((line) => JSON.stringify(line))
})()

beforeEach(stubBrowser)
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})
let page: PlainPage

const DB = { key: 'id:db', what: 'closed container' } as const
const opened = (): boolean => page.model.view.peek().opened.includes('id:db')
const at = () => page.said().camera

test.each([
  { when: 'at once', wait: 0 },
  { when: 'when it has been drawn ahead', wait: 60 },
])(
  'a box that was chosen and is opened $when is one step, whose address has the camera',
  async ({ wait }) => {
    page = await plainPage(LARGE, 'v=2&level=0')
    page.model.gesture('click', DB)
    if (wait > 0) await page.rest(wait)
    const before = { steps: page.history.length, address: page.address() }
    page.model.gesture('enter', DB)
    await page.rest(60)
    expect([opened(), page.history.length]).toEqual([true, before.steps + 1])
    const { x, y, k } = page.model.camera.peek()
    expect(at()).toMatchObject({ x: expect.closeTo(x, 2), y: expect.closeTo(y, 2), k: expect.closeTo(k, 2) })
    await page.back()
    expect([opened(), page.model.view.peek().selection]).toEqual([false, ['id:db']])
    expect(page.address()).toBe(before.address)
  },
)

test('what an open finding leads to is one step, and the finding stays open', async () => {
  page = await plainPage(LARGE, 'v=2&tab=findings&finding=f')
  page.model.show('id:db')
  expect(page.said()).toMatchObject({ selection: ['id:db'], tab: 'findings', finding: 'f' })
  expect(page.history).toHaveLength(2)
})
