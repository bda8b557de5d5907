import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cardPlaces } from './card-places.ts'
import { ESTATE } from './estate-run.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { servePage, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

/** Keeps where the page writes what on its canvases. */
function hearPlaces(): void {
  const page = globalThis as unknown as { written: [string, number, number][] }
  page.written = []
  const write = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...more) {
    page.written.push([text, Math.round(x * 2) / 2, Math.round(y * 2) / 2])
    return write.call(this, text, x, y, ...more)
  }
}

let served: ServedPage
let calm: Driver
let lively: Driver
beforeAll(async () => {
  served = await servePage(ESTATE)
  calm = await driverOf(served, { reducedMotion: 'reduce' }, hearPlaces)
  lively = await driverOf(served, { reducedMotion: 'no-preference' }, hearPlaces)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** The places where a text has been written since the last time, each once. */
const placesOf = ({ page }: Driver, text: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const heard = globalThis as unknown as { written: [string, number, number][] }
    const places = heard.written.filter(([one]) => one === wanted).map(([, x, y]) => `${x} ${y}`)
    heard.written = []
    return [...new Set(places)]
  }, text)

/** Where the address says that one looks from: `x,y,k`, without what stands where under it. */
const cameraOn = (driver: Driver): string | undefined => driver.said('at')?.split(',').slice(0, 3).join(',')

const MAP = { level: 0, opened: ['id:shop', 'id:marts', 'id:bank'], selection: ['id:raw'] }
const LINEAGE = { kind: 'lineage', focus: 'id:a', selection: ['id:d'] } as const

test.each([
  { motion: 'moves visibly', who: () => lively, least: 4 },
  { motion: 'is there at once for who wants reduced motion', who: () => calm, least: 1 },
])('what a container that opens pushes away $motion', async ({ who, least }) => {
  const places = await cardPlaces(ESTATE, MAP)
  const driver = who()
  await driver.open(MAP, lookingAt(places.of('raw')))
  await driver.pictures('Map: 10 things, 7 lines')
  await driver.page.waitForTimeout(300)
  await placesOf(driver, 'd')
  await driver.press('Space')
  await driver.pictures('Map: 12 things, 8 lines')
  await driver.page.waitForTimeout(600)
  const seen = await placesOf(driver, 'd')
  if (least === 1) expect(seen.length).toBeLessThanOrEqual(2)
  else expect(seen.length).toBeGreaterThanOrEqual(least)
})

test('what stays where it is does so in each frame, while the rest moves', async () => {
  const opened = { ...MAP, opened: [...MAP.opened, 'id:raw'] }
  const places = await cardPlaces(ESTATE, opened)
  await lively.open({ ...opened, selection: ['id:d'] }, lookingAt(places.of('d')))
  await lively.pictures('Map: 12 things, 8 lines')
  await lively.page.waitForTimeout(300)
  await placesOf(lively, 'd')
  const from = cameraOn(lively)
  await served.write({
    resources: [...ESTATE.resources, ...['aa', 'ab', 'ac'].map((id) => thing('table', id, 'raw'))],
    lineage: [...ESTATE.lineage, feeds('aa', 'ab'), feeds('ab', 'ac'), feeds('ac', 'a')],
  })
  await lively.pictures('Map: 15 things, 11 lines')
  await lively.page.waitForTimeout(600)
  expect(cameraOn(lively)).not.toBe(from)
  expect(await placesOf(lively, 'd')).toHaveLength(1)
  await served.write(ESTATE)
  await lively.pictures('Map: 12 things, 8 lines')
})

test.each([
  { motion: 'visibly', who: () => lively, least: 4 },
  { motion: 'at once for who wants reduced motion', who: () => calm, least: 1 },
])(
  'the camera goes after a container that opens out of the window, $motion, and no nearer',
  async ({ who, least }) => {
    const driver = who()
    const { width, height } = (await driver.page.locator('.picture').boundingBox())!
    const closed = (await cardPlaces(ESTATE, MAP)).of('raw')
    const places = await cardPlaces(ESTATE, { ...MAP, opened: [...MAP.opened, 'id:raw'] })
    // It stands in the right lower part of the window: what it opens to does not fit in there.
    const camera = lookingAt([closed[0] - width / 2 + 90, closed[1] - height / 2 + 60])
    await driver.open(MAP, camera)
    await driver.pictures('Map: 10 things, 7 lines')
    await driver.page.waitForTimeout(300)
    const from = cameraOn(driver)
    await placesOf(driver, 'raw')
    await driver.press('Space')
    await driver.pictures('Map: 12 things, 8 lines')
    await driver.page.waitForTimeout(600)
    const seen = await placesOf(driver, 'raw')
    if (least === 1) expect(seen.length).toBeLessThanOrEqual(2)
    else expect(seen.length).toBeGreaterThanOrEqual(least)
    const [x, y, k] = cameraOn(driver)!.split(',').map(Number)
    expect(cameraOn(driver)).not.toBe(from)
    expect(k).toBe(1)
    // Its `−`, at its right upper corner, is in the window, and so is what is in it.
    for (const [px, py] of [
      places.toggle('raw', { x: x!, y: y!, k: 1 }),
      places.of('a'),
      places.of('b'),
    ] as const) {
      expect(Math.abs(px - x!)).toBeLessThan(width / 2)
      expect(Math.abs(py - y!)).toBeLessThan(height / 2)
    }
  },
)

test('the camera stays where it is when what opens is seen whole', async () => {
  const places = await cardPlaces(ESTATE, MAP)
  await calm.open(MAP, lookingAt(places.of('raw')))
  await calm.pictures('Map: 10 things, 7 lines')
  const from = cameraOn(calm)
  await calm.press('Space')
  await calm.pictures('Map: 12 things, 8 lines')
  await calm.page.waitForTimeout(300)
  expect(cameraOn(calm)).toBe(from)
})

test.each([
  { name: 'a hop more is opened at it', key: null, after: 'Lineage: 9 things, 9 lines' },
  { name: 'hops are taken away by a key', key: '[', after: 'Lineage: 3 things, 2 lines' },
])('a card stays where it is when $name', async ({ key, after }) => {
  const places = await cardPlaces(ESTATE, LINEAGE)
  const camera = lookingAt(places.of('d'))
  const shown = key === null ? LINEAGE : { ...LINEAGE, selection: ['id:b'] }
  const name = key === null ? 'd' : 'b'
  await calm.open(shown, camera)
  await calm.pictures('Lineage: 5 things, 5 lines')
  await calm.page.waitForTimeout(200)
  const before = await placesOf(calm, name)
  if (key === null) await calm.click(places.pill('d', 'down', false, camera))
  else await calm.press(key)
  await calm.pictures(after)
  await calm.page.waitForTimeout(200)
  expect((await placesOf(calm, name)).at(-1)).toBe(before.at(-1))
})

test('back leads to where one looked from, also when its picture comes while the camera is on its way', async () => {
  const places = await cardPlaces(ESTATE, MAP)
  await lively.open(MAP, lookingAt(places.of('raw')))
  await lively.pictures('Map: 10 things, 7 lines')
  const from = cameraOn(lively)
  await lively.press('Space')
  await lively.pictures('Map: 12 things, 8 lines')
  await lively.page.waitForTimeout(400)
  const box = (await lively.page.locator('.picture').boundingBox())!
  await lively.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await lively.page.mouse.wheel(400, 300)
  await lively.page.waitForTimeout(400)
  expect(cameraOn(lively)).not.toBe(from)
  await lively.page.goBack()
  await lively.pictures('Map: 10 things, 7 lines')
  await lively.page.waitForTimeout(600)
  expect(cameraOn(lively)).toBe(from)
})

test('what is chosen stays where it is, and open, when the run is read again with more around it', async () => {
  const places = await cardPlaces(ESTATE, { ...MAP, opened: [...MAP.opened, 'id:raw'] })
  await calm.open(
    { ...MAP, opened: [...MAP.opened, 'id:raw'], selection: ['id:d'] },
    lookingAt(places.of('d')),
  )
  await calm.pictures('Map: 12 things, 8 lines')
  await calm.page.waitForTimeout(200)
  const before = await placesOf(calm, 'd')
  await served.write({
    resources: [...ESTATE.resources, thing('table', 'aa', 'raw'), thing('table', 'ab', 'raw')],
    lineage: [...ESTATE.lineage, feeds('aa', 'ab'), feeds('ab', 'a')],
  })
  await calm.pictures('Map: 14 things, 10 lines')
  await calm.page.waitForTimeout(200)
  expect((await placesOf(calm, 'd')).at(-1)).toBe(before.at(-1))
  expect(calm.said('thing')).toBe('d')
  expect(calm.said('level')).toBe('0')
  await served.write(ESTATE)
  await calm.pictures('Map: 12 things, 8 lines')
})

test('what is under the pointer stays where it is when the run is read again, also where something else is chosen', async () => {
  const opened = { ...MAP, opened: [...MAP.opened, 'id:raw'], selection: ['id:d'] }
  const places = await cardPlaces(ESTATE, opened)
  await calm.open(opened, lookingAt(places.of('b')))
  await calm.pictures('Map: 12 things, 8 lines')
  await calm.hover(places.of('a'))
  await calm.page.waitForTimeout(200)
  const before = await placesOf(calm, 'a')
  expect(before).not.toEqual([])
  await served.write({
    resources: [...ESTATE.resources, thing('table', 'aa', 'raw'), thing('table', 'ab', 'raw')],
    lineage: [...ESTATE.lineage, feeds('a', 'aa'), feeds('aa', 'ab'), feeds('ab', 'b')],
  })
  await calm.pictures('Map: 14 things, 11 lines')
  await calm.page.waitForTimeout(200)
  expect((await placesOf(calm, 'a')).at(-1)).toBe(before.at(-1))
  await served.write(ESTATE)
  await calm.pictures('Map: 12 things, 8 lines')
})

test('what is chosen stays where it is, and open, also in a newer run that would open less deep', async () => {
  await calm.page.goto('about:blank')
  await calm.page.goto(`${served.url}#v=2&thing=d`)
  await calm.pictures('Map: 19 things, 13 lines')
  await calm.page.waitForTimeout(200)
  const before = await placesOf(calm, 'd')
  expect(before).not.toEqual([])
  await served.write({
    ...ESTATE,
    resources: [
      ...ESTATE.resources,
      thing('database', 'apart', null),
      ...['apart.0', 'apart.1'].map((id) => thing('schema', id, 'apart')),
      ...Array.from({ length: 160 }, (_, i) => thing('table', `apart.table.${i}`, `apart.${i % 2}`)),
    ],
  })
  await calm.pictures('Map: 182 things, 13 lines')
  await calm.page.waitForTimeout(200)
  expect((await placesOf(calm, 'd')).at(-1)).toBe(before.at(-1))
  expect(calm.said('level')).toBe('2')
  await served.write(ESTATE)
  await calm.pictures('Map: 19 things, 13 lines')
})
