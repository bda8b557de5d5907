import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rectOf } from '../scene/picture/rects-of.ts'
import { expand, showLineage } from '../state/actions.ts'
import { feeds, thing } from '../worker/plain-run.ts'
import { plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

beforeEach(stubBrowser)
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})
let page: PlainPage

const WINDOW = { width: 936, height: 780 }

/** A chain of so many tables with two columns each, in which a table is fed by the one before it. */
const chainOf = (count: number): string[] => {
  const tables = Array.from({ length: count }, (_, i) => `t${i}`)
  return [
    ...tables.flatMap((table) => [
      thing('table', table),
      ...['a', 'b'].map((column) => thing('column', `${table}.${column}`, table)),
    ]),
    ...tables.slice(1).map((table, i) => feeds(`${tables[i]}.a`, `${table}.a`)),
  ].map((line) => JSON.stringify(line))
}

const further = async (id: string, side: 'up' | 'down', far = false): Promise<void> => {
  page.model.hold(`id:${id}`)
  page.model.act((view) => expand(view, { key: `id:${id}`, side, far }))
  await page.rest()
}

/** How far a rectangle reaches out of the window, CSS pixels. */
function cutOff({ x, y, width, height }: { x: number; y: number; width: number; height: number }): number {
  const camera = page.model.camera.peek()
  const left = (x - camera.x) * camera.k + WINDOW.width / 2
  const top = (y - camera.y) * camera.k + WINDOW.height / 2
  const [right, bottom] = [left + width * camera.k - WINDOW.width, top + height * camera.k - WINDOW.height]
  return Math.round(Math.max(0, -left, -top, right, bottom))
}
const cutOfCard = (id: string): number => {
  const picture = page.model.picture.peek()!
  return cutOff(rectOf(picture, picture.cardOfKey.get(`id:${id}`)!))
}
const bounds = () => page.model.picture.peek()!.bounds

test('a hop further shows all of the picture, while nobody has moved the camera and names are read there', async () => {
  page = await plainPage(chainOf(7), 'v=2&view=lineage&focus=t3&up=1&down=1')
  expect(cutOff(bounds())).toBe(0)
  await further('t4', 'down')
  expect(cutOfCard('t5')).toBe(0)
  expect(cutOff(bounds())).toBe(0)
  await further('t2', 'up')
  expect(cutOff(bounds())).toBe(0)
  expect(page.model.camera.peek().k).toBeGreaterThanOrEqual(0.5)
})

test('in a larger picture what has come is in sight, and so is the card that it was led on from', async () => {
  page = await plainPage(chainOf(40), 'v=2&view=lineage&focus=t20&up=3&down=10')
  await further('t17', 'up')
  const { k } = page.model.camera.peek()
  expect([cutOfCard('t16'), cutOfCard('t17')]).toEqual([0, 0])
  await further('t16', 'up', true)
  expect([cutOfCard('t16'), page.model.camera.peek().k]).toEqual([0, k])
})

test('a camera of ones own stays', async () => {
  page = await plainPage(chainOf(7), 'v=2&view=lineage&focus=t3&up=1&down=1')
  const { x, y, k } = page.model.camera.peek()
  page.model.moveTo({ x: x - 40, y, k })
  const before = page.place('id:t4')
  await further('t4', 'down')
  expect(page.place('id:t4')).toEqual(before)
})

test('the lineage of a column of a card shows all of it too', async () => {
  page = await plainPage(chainOf(7), 'v=2&view=lineage&focus=t3&up=1&down=1')
  page.model.hold('id:t4.a')
  page.model.act((view) => showLineage(view, 'id:t4.a'))
  await page.rest()
  expect(cutOff(bounds())).toBe(0)
})
