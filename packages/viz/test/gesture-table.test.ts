import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { ESTATE } from './estate-run.ts'
import { driverOf, lookingAt, type Driver } from './page-driver.ts'
import { servePage, shows, type ServedPage } from './serve-page.ts'

/** One schema is open, its neighbour closed, and a table shows its columns. */
const OPEN = { level: 0, opened: ['id:shop', 'id:marts', 'id:c', 'id:bank'] }
const withChosen = (id: string) => ({ ...OPEN, selection: [`id:${id}`] })
/** shop with raw and marts, in that c and d; bank with ledger; default, and what is outside and missing. */
const FIRST = 'Map: 10 things, 7 lines'
const NOWHERE = [-300, -300] as const

let served: ServedPage
let driver: Driver
let places: CardPlaces
beforeAll(async () => {
  served = await servePage(ESTATE)
  driver = await driverOf(served, { permissions: ['clipboard-read', 'clipboard-write'] })
  places = await cardPlaces(ESTATE, OPEN)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const chosen = (): string[] => new URLSearchParams(new URL(driver.page.url()).hash.slice(1)).getAll('thing')

test('any mix of levels is open at once: a schema beside one that is closed', async () => {
  await driver.goTo(OPEN, lookingAt(places.of('raw')))
  expect(await driver.pictures(FIRST)).toBe(true)
  await driver.page.waitForSelector('.status .drawn:has-text("of 13 edges")')
})

describe.each([
  { name: 'a closed container', id: 'raw', at: () => places.of('raw') },
  { name: 'an open container', id: 'marts', at: () => places.header('marts') },
  { name: 'a table', id: 'd', at: () => places.of('d') },
  { name: 'a column', id: 'c.x', at: () => places.row('c.x') },
])('$name', ({ id, at }) => {
  const isContainer = id === 'raw' || id === 'marts'
  const toggled = id === 'raw' ? 'Map: 12 things, 8 lines' : 'Map: 8 things, 5 lines'

  test('is selected by a click, and nothing else happens', async () => {
    await driver.goTo(OPEN, lookingAt(at()))
    await driver.click(at())
    await driver.saysOnce('thing', id)
    expect(await shows(driver.page, `.details .title bdi:text-matches("^${id}$")`)).toBe(true)
    expect(driver.said('view')).toBeNull()
    await driver.pictures(FIRST)
  })

  test('is added to the selection by a click with Shift, and taken out by another', async () => {
    await driver.goTo(withChosen('board'), lookingAt(at()))
    await driver.page.keyboard.down('Shift')
    await driver.click(at())
    await driver.page.waitForFunction(
      (said) => new URLSearchParams(location.hash.slice(1)).getAll('thing').includes(said),
      id,
    )
    expect(chosen()).toEqual(['board', id])
    await driver.click(at())
    await driver.page.keyboard.up('Shift')
    await driver.page.waitForFunction(
      (said) => !new URLSearchParams(location.hash.slice(1)).getAll('thing').includes(said),
      id,
    )
    expect(chosen()).toEqual(['board'])
  })

  test.each(['a double click', 'Enter'])('opens, closes, or shows its lineage by %s', async (how) => {
    await driver.goTo(how === 'Enter' ? withChosen(id) : OPEN, lookingAt(at()))
    await driver.pictures(FIRST)
    if (how === 'Enter') await driver.press('Enter')
    else await driver.doubleClick(at())
    if (isContainer) await driver.pictures(toggled)
    else await driver.saysOnce('focus', id)
    expect(driver.said('view')).toBe(isContainer ? null : 'lineage')
  })

  test('does by Space what its + does, a column nothing', async () => {
    await driver.goTo(withChosen(id), lookingAt(at()))
    await driver.pictures(FIRST)
    const before = driver.said('o')
    await driver.press('Space')
    if (isContainer) await driver.pictures(toggled)
    else if (id === 'd')
      await driver.page.waitForFunction(() =>
        new URLSearchParams(location.hash.slice(1)).getAll('o').includes('0d'),
      )
    else {
      await driver.pictures(FIRST)
      expect(driver.said('o')).toBe(before)
    }
  })
})

test('the + of a closed container opens it and the − of an open one closes it, by one click each', async () => {
  const camera = lookingAt(places.of('raw'))
  await driver.goTo(withChosen('raw'), camera)
  await driver.pictures(FIRST)
  await driver.click(places.toggle('raw', camera))
  await driver.pictures('Map: 12 things, 8 lines')
  await driver.goTo(OPEN, lookingAt(places.toggle('marts', camera)))
  await driver.click(places.toggle('marts', camera))
  expect(await driver.pictures('Map: 8 things, 5 lines')).toBe(true)
})

describe.each([
  { name: 'a closed dashboard', opened: [] },
  { name: 'an open dashboard', opened: ['id:board'] },
])('$name', ({ opened }) => {
  const view = { level: 1, opened, selection: ['id:board'] }
  const isOpen = opened.length > 0
  let drawn: CardPlaces
  beforeAll(async () => {
    drawn = await cardPlaces(ESTATE, view)
  })
  const point = () => (isOpen ? drawn.header('board') : drawn.of('board'))

  test.each(['a double click', 'Enter'])('shows its lineage by %s', async (how) => {
    await driver.goTo(view, lookingAt(point()))
    if (how === 'Enter') await driver.press('Enter')
    else await driver.doubleClick(point())
    await driver.saysOnce('focus', 'board')
    expect(driver.said('view')).toBe('lineage')
  })

  test('opens and closes by Space and by its + or −', async () => {
    const camera = lookingAt(drawn.toggle('board', lookingAt(point())))
    const toggled = () =>
      driver.page.waitForFunction(
        (was) =>
          new URLSearchParams(location.hash.slice(1)).getAll('o').some((o) => o.includes('board')) !== was,
        isOpen,
      )
    await driver.goTo(view, camera)
    await driver.press('Space')
    await toggled()
    await driver.open(view, camera)
    await driver.click(drawn.toggle('board', camera))
    await toggled()
    expect(driver.said('view')).toBeNull()
  })
})

test('a container that is open by its level and by hand closes by one press, and opens by one', async () => {
  await driver.goTo({ level: 1, opened: ['id:shop'], selection: ['id:shop'] }, lookingAt(places.of('raw')))
  await driver.pictures('Map: 9 things, 5 lines')
  await driver.press('Space')
  await driver.pictures('Map: 7 things, 4 lines')
  await driver.press('Space')
  expect(await driver.pictures('Map: 9 things, 5 lines')).toBe(true)
})

test('the + of a table shows its columns in its place', async () => {
  const camera = lookingAt(places.of('d'))
  await driver.open(withChosen('d'), camera)
  const first = await driver.page.textContent('.status .drawn b')
  await driver.click(places.toggle('d', camera))
  await driver.page.waitForFunction(
    (was) => document.querySelector('.status .drawn b')!.textContent !== was,
    first,
  )
  expect(Number(await driver.page.textContent('.status .drawn b'))).toBe(Number(first) + 1)
  expect(driver.page.url()).toContain('o=0d')
})

test('on nothing a click clears, a double click fits, and so does Enter', async () => {
  const camera = { x: NOWHERE[0], y: NOWHERE[1], k: 1 }
  await driver.goTo(withChosen('raw'), camera)
  await driver.page.waitForSelector('.picture.has-light')
  await driver.click(NOWHERE)
  expect(await driver.saysOnce('thing', null)).toBe(true)
  await driver.doubleClick(NOWHERE)
  const isFit = () => driver.page.waitForFunction(() => !location.hash.includes('at=-300'))
  await isFit()
  await driver.goTo(OPEN, camera)
  await driver.press('Enter')
  await isFit()
})

test('what is not lit is dimmed to 0.4 while the pointer is on a thing', async () => {
  await driver.goTo(OPEN, lookingAt(places.of('d')))
  await driver.hover(places.of('d'))
  await driver.page.waitForFunction(
    () => getComputedStyle(document.querySelector('.picture .rest')!).opacity === '0.4',
  )
  expect(driver.said('thing')).toBeNull()
})

test('the light of what is selected stays where the pointer goes elsewhere', async () => {
  await driver.goTo(withChosen('d'), lookingAt(places.of('d')))
  const lit = await driver.page.textContent('.status .lit')
  await driver.hover(places.of('c'))
  await driver.page.waitForTimeout(200)
  expect(await driver.page.textContent('.status .lit')).toBe(lit)
})

test('hovering paints what lies at rest not again', async () => {
  await driver.goTo(OPEN, lookingAt(places.of('d')))
  await driver.page.evaluate(() => {
    const rest = document.querySelector<HTMLCanvasElement>('.picture .rest')!
    const context = rest.getContext('2d')!
    const clear = context.clearRect.bind(context)
    context.clearRect = (...area) => {
      rest.dataset['again'] = 'yes'
      clear(...area)
    }
  })
  for (const id of ['d', 'raw', 'd']) {
    await driver.hover(places.of(id))
    await driver.page.waitForSelector('.picture.has-light')
  }
  expect(await driver.page.getAttribute('.picture .rest', 'data-again')).toBeNull()
  // The trap itself: moving the camera does paint it.
  await driver.page.mouse.wheel(0, 30)
  await driver.page.waitForSelector('.picture .rest[data-again]', { state: 'attached' })
})

test('the menu of the other button copies an id, and shows a thing in the outline', async () => {
  await driver.open(OPEN, lookingAt(places.of('d')))
  await driver.click(places.of('d'), { button: 'right' })
  await driver.page.waitForSelector('[role=menuitem]')
  expect(await driver.page.locator('[role=menuitem]').allTextContents()).toEqual(
    expect.arrayContaining([
      'LineageEnter',
      'Hide',
      'Path from here',
      'Path to here',
      'Copy id',
      'Show in outline',
    ]),
  )
  await driver.page.click('[role=menuitem]:has-text("Copy id")')
  await driver.page.waitForSelector('[role=status]:has-text("Copied d")', { state: 'attached' })
  expect(await driver.page.evaluate(() => navigator.clipboard.readText())).toBe('d')
  const widthBefore = await driver.page.evaluate(() => document.querySelector('.picture')!.clientWidth)
  await driver.page.click('[aria-label="Close the outline"]')
  await driver.page.waitForFunction(
    (before) => document.querySelector('.picture')!.clientWidth > before,
    widthBefore,
  )
  await driver.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await driver.click(places.of('d'), { button: 'right' })
  await driver.page.click('[role=menuitem]:has-text("Show in outline")')
  expect(await shows(driver.page, '[role=treeitem][aria-selected=true]:has-text("d")')).toBe(true)
})

test('the menu of the other button leads to the lineage', async () => {
  await driver.goTo(OPEN, lookingAt(places.of('d')))
  await driver.click(places.of('d'), { button: 'right' })
  await driver.page.click('[role=menuitem]:has-text("Lineage")')
  expect(await driver.saysOnce('focus', 'd')).toBe(true)
})

test('the wheel zooms with Cmd as with Ctrl', async () => {
  await driver.goTo(OPEN, lookingAt(places.of('d')))
  await driver.hover(places.of('d'))
  await driver.page.keyboard.down('Meta')
  await driver.page.mouse.wheel(0, -200)
  await driver.page.keyboard.up('Meta')
  await driver.page.waitForSelector('.scale:not(:text-is("100%"))')
  expect(parseInt((await driver.page.textContent('.scale'))!)).toBeGreaterThan(100)
})

test.each([
  { flow: 'right', before: 'ArrowUp', next: 'ArrowDown', upstream: 'ArrowLeft', across: 1 },
  { flow: 'down', before: 'ArrowLeft', next: 'ArrowRight', upstream: 'ArrowUp', across: 0 },
] as const)(
  'arrows walk among siblings and to what feeds them, where the data goes $flow',
  async ({ flow, before, next, upstream, across }) => {
    const here = { kind: 'lineage', focus: 'id:d', up: 0, down: 1, flow } as const
    const there = await cardPlaces(ESTATE, here)
    // Where the data goes down, a layer is as long as a narrow window has room for.
    const siblings = ['e', 'one', 'two', 'three']
      .filter((id) => Math.abs(there.of(id)[1 - across]! - there.of('e')[1 - across]!) <= 1)
      .sort((a, b) => there.of(a)[across] - there.of(b)[across])
    expect(siblings.length).toBeGreaterThan(1)
    await driver.goTo({ ...here, selection: [`id:${siblings[0]}`] }, { x: 300, y: 200, k: 0.7 })
    await driver.pictures('Lineage: 5 things, 4 lines')
    for (const id of siblings.slice(1)) {
      await driver.press(next)
      await driver.saysOnce('thing', id)
    }
    for (const id of siblings.slice(0, -1).reverse()) {
      await driver.press(before)
      await driver.saysOnce('thing', id)
    }
    await driver.press(upstream)
    await driver.saysOnce('thing', 'd')
  },
)

test('a screen reader hears what the picture becomes', async () => {
  await driver.goTo(withChosen('raw'), lookingAt(places.of('raw')))
  await driver.press('Space')
  const become = driver.page.locator('[aria-live]:text-matches("^Map: .* things, 8 lines$")')
  await become.waitFor({ state: 'attached' })
  const [, drawn] = /^drawn (\d+) of/.exec((await driver.page.textContent('.status .drawn'))!)!
  expect(await become.textContent()).toBe(`Map: ${drawn} things, 8 lines`)
  await driver.page.click('.chip:has-text("chart")')
  const told = driver.page.locator('[aria-live]:has-text("3 things hidden")')
  await told.waitFor({ state: 'attached' })
  expect(await told.count()).toBe(1)
})

test('back and forward undo and redo what opens, closes, hides and filters', async () => {
  await driver.goTo(withChosen('raw'), lookingAt(places.of('raw')))
  await driver.pictures(FIRST)
  await driver.press('Space')
  await driver.pictures('Map: 12 things, 8 lines')
  await driver.page.click('.chip:has-text("table")')
  await driver.pictures('Map: 8 things, 0 lines')
  await driver.page.goBack()
  await driver.pictures('Map: 12 things, 8 lines')
  await driver.page.goBack()
  await driver.pictures(FIRST)
  await driver.page.goForward()
  await driver.page.goForward()
  expect(await driver.pictures('Map: 8 things, 0 lines')).toBe(true)
})
