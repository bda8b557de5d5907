import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Shown } from '../src/state/view.ts'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { ESTATE } from './estate-run.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { servePage, shows, type ServedPage } from './serve-page.ts'

const FOCUS: Partial<Shown> = { kind: 'lineage', focus: 'id:a' }
const FAR = { x: 500, y: 200, k: 0.6 }

let served: ServedPage
let driver: Driver
let places: CardPlaces
beforeAll(async () => {
  served = await servePage(ESTATE)
  driver = await driverOf(served)
  places = await cardPlaces(ESTATE, FOCUS)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const drawn = (): Promise<string | null> => driver.page.textContent('.status .drawn')
const choose = (label: string, value: string): Promise<unknown> =>
  driver.page.selectOption(`.choice:has-text("${label}") select`, value)

test('a lineage opens with two hops each way', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:a' }, FAR)
  // rates, a, b, and c and d behind it.
  await driver.pictures('Lineage: 5 things, 5 lines')
  expect(await driver.page.textContent('[aria-label="Hops upstream"] > span')).toBe('2')
  expect(await driver.page.textContent('[aria-label="Hops downstream"] > span')).toBe('2')
})

test('+4 at a side opens one hop, and back closes it again', async () => {
  const camera = lookingAt(places.of('d'))
  await driver.goTo({ kind: 'lineage', focus: 'id:a' }, camera)
  await driver.click(places.pill('d', 'down', false, camera))
  // e and three charts more.
  await driver.pictures('Lineage: 9 things, 9 lines')
  expect(driver.said('more')).toBe('["d","d"]')
  await driver.page.goBack()
  await driver.pictures('Lineage: 5 things, 5 lines')
})

test('» at a side opens it all the way', async () => {
  const camera = lookingAt(places.of('d'))
  await driver.goTo({ kind: 'lineage', focus: 'id:a' }, camera)
  await driver.hover(places.of('d'))
  await driver.click(places.pill('d', 'down', true, camera))
  // f and g more, with the line from f to itself.
  await driver.pictures('Lineage: 11 things, 12 lines')
  expect(driver.said('more')).toBe('["D","d"]')
})

test('the menu opens a side by a hop or all the way, as the pills do', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:a', selection: ['id:d'] }, FAR)
  await driver.page.click('button:has-text("More")')
  await driver.page.click('[role=menuitem]:has-text("One hop more downstream (+4)")')
  await driver.pictures('Lineage: 9 things, 9 lines')
  await driver.page.click('button:has-text("More")')
  expect(await driver.page.locator('[role=menuitem]:has-text("downstream")').count()).toBe(0)
})

test('hops go one by one and to all, down to none', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:b' }, FAR)
  await driver.pictures('Lineage: 10 things, 10 lines')
  await driver.page.click('[aria-label="One hop more downstream"]')
  await driver.pictures('Lineage: 11 things, 12 lines')
  await driver.page.click('[aria-label="All hops downstream"]')
  await driver.pictures('Lineage: 12 things, 13 lines')
  expect(driver.said('down')).toBe('all')
  await driver.page.click('[aria-label="One hop fewer downstream"]')
  await driver.saysOnce('down', '2')
  await driver.page.click('[aria-label="One hop fewer downstream"]')
  await driver.page.click('[aria-label="One hop fewer downstream"]')
  await driver.pictures('Lineage: 4 things, 3 lines')
  expect(await driver.page.isDisabled('[aria-label="One hop fewer downstream"]')).toBe(true)
})

test('[ goes from all hops to fewer, as the button does', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:b', up: 'all', down: 'all' }, FAR)
  await driver.pictures('Lineage: 12 things, 13 lines')
  await driver.press('[')
  expect(await driver.pictures('Lineage: 10 things, 10 lines')).toBe(true)
})

test('upstream only and downstream only leave the other side out', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:b' }, FAR)
  await choose('Ways', 'up')
  await driver.pictures('Lineage: 4 things, 3 lines')
  expect(await driver.page.locator('[aria-label="Hops downstream"]').count()).toBe(0)
  await choose('Ways', 'down')
  await driver.pictures('Lineage: 7 things, 7 lines')
  expect(driver.said('way')).toBe('down')
  await choose('Ways', 'both')
  await driver.pictures('Lineage: 10 things, 10 lines')
})

test('tables stand in boxes of their schemas or of their databases, or in none', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:c', up: 1, down: 1 }, FAR)
  // b, c, d.
  await driver.pictures('Lineage: 3 things, 3 lines')
  await choose('Boxes', 'schema')
  await driver.pictures('Lineage: 5 things, 3 lines')
  await choose('Boxes', 'database')
  await driver.pictures('Lineage: 4 things, 3 lines')
  expect(driver.said('boxes')).toBe('database')
  await choose('Boxes', 'none')
  await driver.pictures('Lineage: 3 things, 3 lines')
})

test('cards show the columns that are traced, all of them, or none', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:c', up: 0, down: 1 }, FAR)
  await driver.page.waitForSelector('.status .drawn:has-text("drawn 4 of 23 things")')
  await choose('Columns', 'all')
  await driver.page.waitForSelector('.status .drawn:has-text("drawn 6 of 23 things")')
  await choose('Columns', 'none')
  await driver.page.waitForSelector('.status .drawn:has-text("drawn 2 of 23 things")')
  expect(await drawn()).toContain('1 of 13 edges on 1 line')
})

test('a card opens to all of its columns by Space, the traced ones first, and closes again', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:c', up: 0, down: 1, selection: ['id:c'] }, FAR)
  await driver.page.waitForSelector('.status .drawn:has-text("drawn 4 of 23 things")')
  await driver.press('Space')
  await driver.page.waitForSelector('.status .drawn:has-text("drawn 6 of 23 things")')
  const open = await cardPlaces(ESTATE, {
    ...{ kind: 'lineage', focus: 'id:c', up: 0, down: 1, opened: ['id:c'] },
  })
  const [traced, first, second] = ['c.x', 'c.w', 'c.y'].map((id) => open.row(id)[1])
  expect(traced).toBeLessThan(first!)
  expect(first).toBeLessThan(second!)
  await driver.press('Space')
  await driver.page.waitForSelector('.status .drawn:has-text("drawn 4 of 23 things")')
})

test('lineage between columns is drawn from row to row, and a click on it selects those', async () => {
  const here = { kind: 'lineage', focus: 'id:c', up: 0, down: 1 } as const
  const [x, y] = await cardPlaces(ESTATE, here).then((there) => there.onLine('c.x', 'd.x'))
  await driver.open(here, lookingAt([x, y]))
  await driver.click([x, y])
  await driver.saysOnce('edge', '["c.x","d.x"]')
  expect(await shows(driver.page, '.details .pair:has-text("c.c.x→d.d.x")')).toBe(true)
})

test('of two ways the shortest is shown, or all of them, and how many they are is said', async () => {
  await driver.goTo(
    { path: { from: 'id:a', to: 'id:d', takes: 'shortest', columns: false }, kind: 'lineage' },
    FAR,
  )
  await driver.pictures('Lineage: 3 things, 2 lines')
  await driver.page.waitForSelector('[aria-label=Path]:has-text("1 of 2 paths")')
  await driver.page.click('[aria-label=Path] button:has-text("All paths")')
  expect(await driver.pictures('Lineage: 4 things, 4 lines')).toBe(true)
  await driver.page.waitForSelector('[aria-label=Path]:has-text("2 paths")')
})

test('a path goes from column to column where lineage is declared so, and says where none does', async () => {
  await driver.goTo(
    { path: { from: 'id:c.x', to: 'id:d.x', takes: 'shortest', columns: true }, kind: 'lineage' },
    FAR,
  )
  await driver.pictures('Lineage: 2 things, 1 line')
  await driver.goTo(
    { path: { from: 'id:c.w', to: 'id:d.x', takes: 'shortest', columns: true }, kind: 'lineage' },
    FAR,
  )
  await driver.page.waitForSelector('.notice:has-text("No columns lead from c.c.w to d.d.x")')
  await driver.page.click('[aria-label=Path] button:has-text("Column by column")')
  expect(await driver.pictures('Lineage: 2 things, 1 line')).toBe(true)
  // What was said of the columns is true no more.
  await driver.page.waitForSelector('.notice', { state: 'detached' })
})

test('lineage of a table to itself is a loop on its card, which a click selects', async () => {
  const here = { kind: 'lineage', focus: 'id:f', up: 0, down: 0 } as const
  const loop = await cardPlaces(ESTATE, here).then((there) => there.onLine('f', 'f'))
  await driver.goTo({ kind: 'lineage', focus: 'id:f', up: 0, down: 0 }, lookingAt(loop))
  await driver.pictures('Lineage: 1 thing, 1 line')
  await driver.click(loop)
  expect(await driver.saysOnce('edge', '["f","f"]')).toBe(true)
})

test('the ghost of what is missing leads to the finding that explains it', async () => {
  const here = { kind: 'lineage', focus: 'id:b', up: 1, down: 0 } as const
  const ghost = await cardPlaces(ESTATE, here).then((there) => there.of('gone'))
  await driver.goTo({ kind: 'lineage', focus: 'id:b', up: 1, down: 0 }, lookingAt(ghost))
  await driver.click(ghost)
  await driver.page.click('.details .finding:has-text("never declared")')
  expect(await shows(driver.page, '.open-finding .help:has-text("gone")')).toBe(true)
})

test('from a hit of the search one goes to its lineage', async () => {
  await driver.goTo({}, FAR)
  await driver.page.click('#search')
  await driver.page.keyboard.type('ledger')
  await driver.page.keyboard.press('Enter')
  await driver.saysOnce('thing', 'ledger')
  await driver.page.click('.segments button:has-text("Lineage")')
  await driver.saysOnce('focus', 'ledger')
  expect(await driver.pictures('Lineage: 4 things, 4 lines')).toBe(true)
})

test('a box of the lineage view closes and opens like one of the Map', async () => {
  await driver.goTo(
    { kind: 'lineage', focus: 'id:d', up: 1, down: 2, boxes: 'schema', selection: ['id:ledger'] },
    FAR,
  )
  // raw, marts, ledger, board; b, c, d, e, f, three charts.
  await driver.pictures('Lineage: 12 things, 9 lines')
  await driver.press('Space')
  await driver.pictures('Lineage: 10 things, 7 lines')
  expect(await drawn()).toMatch(/edges: 2 inside one thing/)
  await driver.press('Enter')
  await driver.pictures('Lineage: 12 things, 9 lines')
})

test('the focus is a button away, as it is a key away', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:a' }, { x: 300, y: 100, k: 1 })
  await driver.page.mouse.move(700, 400)
  await driver.page.mouse.wheel(0, 5000)
  await driver.page.waitForFunction(() => /at=300(,|%2C)[1-9]\d{3}/.test(location.hash))
  await driver.page.click('[aria-label="Back to what the lineage is about"]')
  await driver.page.waitForFunction(() => !/at=300(,|%2C)[1-9]\d{3}/.test(location.hash))
  const [x, y] = places.of('a')
  const [atX, atY] = driver.said('at')!.split(',').map(Number)
  expect(Math.hypot(atX! - x, atY! - y)).toBeLessThan(700)
})

test('what a lineage shows is shown in the Map, with what is around it open', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:c', level: 1, selection: ['id:d'] }, FAR)
  await driver.page.click('button:has-text("More")')
  await driver.page.click('[role=menuitem]:has-text("Show in the Map")')
  // Two databases and default open, marts too: c and d, raw, ledger and board, and what is missing and outside.
  await driver.pictures('Map: 11 things, 7 lines')
  expect(driver.said('o')).toBe('0marts')
  expect(driver.said('level')).toBe('1')
  expect(driver.said('thing')).toBe('d')
})

test('a thing inside a closed container is shown in the Map from its details', async () => {
  await driver.goTo({ level: 0, selection: ['id:c'] }, FAR)
  await driver.page.click('button:has-text("Show in the Map")')
  await driver.saysOnce('o', '0marts')
  expect(await shows(driver.page, '.picture.has-light')).toBe(true)
  await driver.page.waitForSelector('button:has-text("Show in the Map")', { state: 'detached' })
})

test('the sums of the run add up in the lineage view too: what is beyond it is said', async () => {
  await driver.goTo({ kind: 'lineage', focus: 'id:c', up: 1, down: 1 }, FAR)
  await driver.pictures('Lineage: 3 things, 3 lines')
  await driver.page.waitForSelector('.sums:has-text("beyond what is shown")')
  const parts = await driver.page.locator('.sums dd').allTextContents()
  expect(parts.map(Number)).toEqual([3, 0, 0, 10])
})
