import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pictureOf, pointAt, servePage, type ServedPage } from './serve-page.ts'
import { fingersOn } from './fingers.ts'
import { cardPlaces, type CardPlaces } from './card-places.ts'
import { feeds, thing } from './shop-run.ts'

/** A table of 100 columns that feeds another. */
const RUN = {
  resources: [
    thing('database', 'shop', null),
    thing('table', 'wide', 'shop'),
    ...Array.from({ length: 100 }, (_, i) =>
      thing('column', i % 10 === 0 ? `total_${i}` : `column_${i}`, 'wide'),
    ),
    thing('table', 'reader', 'shop'),
    thing('table', 'few', 'shop'),
    thing('column', 'one', 'few'),
  ],
  lineage: [feeds('wide', 'reader')],
}
const CAMERA = { x: 300, y: 250, k: 1 }
const AT = `at=${CAMERA.x},${CAMERA.y},${CAMERA.k}`

let served: ServedPage
let places: CardPlaces
beforeAll(async () => {
  served = await servePage(RUN)
  places = await cardPlaces(RUN)
})
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const listed = (page: { url(): string }): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('list')

test('a long list of columns scrolls in its card, and the picture stays', async () => {
  const page = await served.open(`#v=2&${AT}&o=0wide&thing=wide`)
  await pictureOf(page)
  await page.waitForSelector('.column-search:has-text("1–30 of 100")')
  const [x, y] = places.of('wide')
  await page.mouse.move(...(await pointAt(page, CAMERA, [x, y + 100])))
  await page.mouse.wheel(0, 240)
  await page.waitForSelector('.column-search:has-text("11–40 of 100")')
  expect(listed(page)).toBe('["wide",10,""]')
  await page.mouse.wheel(0, 99_999)
  await page.waitForSelector('.column-search:has-text("71–100 of 100")')
  await page.mouse.wheel(0, -99_999)
  await page.waitForSelector('.column-search:has-text("1–30 of 100")')
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('at')).toMatch(/^300,250,1,/)
  await page.close()
})

test('a finger pulls a long list of columns in its card, and sideways the picture', async () => {
  const page = await served.open(`#v=2&${AT}&o=0wide&thing=wide`, { hasTouch: true })
  await pictureOf(page)
  await page.waitForSelector('.column-search:has-text("1–30 of 100")')
  const fingers = await fingersOn(page)
  const [x, y] = await pointAt(page, CAMERA, places.of('wide'))
  await fingers.move([
    [
      [x, y + 280],
      [x + 10, y + 40],
    ],
  ])
  await page.waitForSelector('.column-search:has-text("11–40 of 100")')
  const at = (): string => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('at')!
  expect(at()).toMatch(/^300,250,1,/)
  await fingers.move([
    [
      [x, y + 280],
      [x + 100, y + 270],
    ],
  ])
  await page.waitForFunction(() =>
    new URLSearchParams(location.hash.slice(1)).get('at')!.startsWith('200,260,1'),
  )
  expect(listed(page)).toBe('["wide",10,""]')
  await page.close()
})

test('what opens the columns of a table says, while they are open, that it folds them, and nothing where all are shown anyhow', async () => {
  const page = await served.open(`#v=2&${AT}&thing=wide`)
  await pictureOf(page)
  const actions = page.locator('[aria-label="With what is chosen"]')
  await actions.locator('button:text-is("Columns")').click()
  await page.waitForSelector('.column-search')
  expect(await actions.locator('button:text-is("Columns")').count()).toBe(0)
  await actions.locator('button:text-is("Fold columns")').click()
  await page.waitForSelector('.column-search', { state: 'detached' })
  await actions.locator('button:text-is("Columns")').waitFor()
  await page.goto(`${served.url}#v=2&view=lineage&focus=few&thing=few&columns=all`)
  await page.waitForSelector('.details:has-text("few")')
  await actions.locator('button:text-is("More")').waitFor()
  expect(await actions.locator('button:has-text("olumns")').count()).toBe(0)
  await page.close()
})

test('where every card has its whole list, what is chosen offers to pass it, not to open it', async () => {
  const page = await served.open('#v=2&view=lineage&focus=wide&thing=wide&columns=all')
  await pictureOf(page)
  const actions = page.locator('[aria-label="With what is chosen"]')
  await actions.locator('[aria-label="Columns after these"]').click()
  await page.waitForSelector('.column-search:has-text("21–50 of 100")')
  expect(await actions.locator('button:text-is("Columns"), button:text-is("Fold columns")').count()).toBe(0)
  await page.close()
})

test('on a narrow page the list of a card ends above the bar at the foot, and so does its field', async () => {
  const page = await served.open('#v=2&view=lineage&focus=wide&thing=wide&columns=all', {
    viewport: { width: 390, height: 844 },
  })
  await pictureOf(page)
  const bar = (await page.locator('.thing-bar .bar-part').boundingBox())!
  expect(bar.height).toBeLessThan(44)
  await page.waitForSelector('.column-search:has-text("1–20 of 100")')
  const field = (await page.locator('.column-search').boundingBox())!
  expect(field.y + field.height).toBeLessThan(bar.y)
  await page.mouse.move(195, 300)
  await page.mouse.wheel(0, 240)
  await page.waitForSelector('.column-search:has-text("11–30 of 100")')
  // Also where the card goes on below the window.
  await page.locator('.minimap-zoom [aria-label="Zoom in"]').click()
  await page.waitForTimeout(600)
  const lower = (await page.locator('.column-search').boundingBox())!
  expect(lower.y + lower.height).toBeLessThan(bar.y)
  await page.close()
})

test('what a field asks for can be read in light and in dark', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const page = await served.open(`#v=2&${AT}&o=0wide&thing=wide&theme=${theme}`)
    await pictureOf(page)
    await page.waitForSelector('.column-search input')
    const colours = await page.evaluate(() => {
      const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink3')
      const probe = document.body.appendChild(Object.assign(document.createElement('i'), { style: `color: ${ink}` })) // prettier-ignore
      const wanted = getComputedStyle(probe).color
      return Array.from(
        document.querySelectorAll('input[placeholder]'),
        (field) => getComputedStyle(field, '::placeholder').color === wanted,
      )
    })
    expect(colours.length).toBeGreaterThan(1)
    expect(colours).not.toContain(false)
    await page.close()
  }
})

test('a list that scrolls shows where it stands, whether its card is chosen or not', async () => {
  const barIn = async (from: number) => {
    const list = encodeURIComponent(JSON.stringify(['wide', from, '']))
    const page = await served.open(`#v=2&${AT}&o=0wide&list=${list}`)
    await pictureOf(page)
    await page.waitForSelector('.column-scroll')
    expect(await page.locator('.column-search').count()).toBe(0)
    const box = (await page.locator('.column-scroll').boundingBox())!
    await page.close()
    return box
  }
  const [first, half] = [await barIn(0), await barIn(50)]
  // 30 rows of 24 px show 30 of 100.
  expect(first.height).toBeCloseTo(30 * 24 * 0.3, 0)
  expect(half.y - first.y).toBeCloseTo(30 * 24 * 0.5, 0)
})

test('a search in a card shows the columns whose names hold what is typed; Esc shows all again', async () => {
  const page = await served.open(`#v=2&${AT}&o=0wide&thing=wide`)
  await pictureOf(page)
  await page.fill('.column-search input', 'total')
  await page.waitForSelector('.column-search:has-text("1–10 of 10")')
  expect(await page.getAttribute('.picture', 'aria-label')).toContain('4 things')
  await page.fill('.column-search input', 'nothing is called so')
  await page.waitForSelector('.column-search:has-text("none")')
  await page.press('.column-search input', 'Escape')
  await page.waitForSelector('.column-search:has-text("1–30 of 100")')
  expect(listed(page)).toBeNull()
  await page.close()
})

/** Keeps what the page writes on canvases. */
function hearTexts(): void {
  const written = ((globalThis as unknown as { written: string[] }).written = [] as string[])
  const write = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
    written.push(text)
    return write.call(this, text, ...at)
  }
}

test('near enough, a table of the Map names its columns', async () => {
  const page = await served.open(`#v=2&at=${places.of('wide').join(',')},3`, {}, hearTexts)
  await pictureOf(page)
  await page.waitForFunction(() =>
    (globalThis as unknown as { written: string[] }).written.some((text) => /^\+\d+ more$/.test(text)),
  )
  const written = await page.evaluate(() => (globalThis as unknown as { written: string[] }).written)
  expect(written).toEqual(expect.arrayContaining(['wide', 'total_0', 'column_1', 'column_2']))
  await page.close()
})

test('where cards show their headers alone, what leads from one to another is one line: counted, told and chosen as such', async () => {
  const run = {
    resources: ['a', 'b'].flatMap((table) => [
      thing('table', table, null),
      ...[1, 2, 3].map((i) => thing('column', `${table}.${i}`, table)),
    ]),
    lineage: [feeds('a', 'b'), feeds('a.1', 'b.1'), feeds('a.2', 'b.2'), feeds('a.3', 'b.3')],
  }
  const shown = { kind: 'lineage', focus: 'id:b' } as const
  const [edges, at] = [await servePage(run), await cardPlaces(run, shown)]
  const camera = { x: 230, y: 100, k: 0.6 }
  const page = await edges.open(`#v=2&view=lineage&focus=b&at=230,100,0.6`)
  await pictureOf(page)
  await page.waitForSelector('.status:has-text("4 of 4 edges on 1 line;")')
  const [[left, top], [middle]] = [at.corner('a'), at.of('a')]
  const point = await pointAt(page, camera, [2 * middle - left + 10, top + 22])
  await page.mouse.move(...point)
  await page.waitForSelector('.picture[title="a → b: 4 edges"]')
  await page.mouse.click(...point)
  await page.waitForSelector('.details:has-text("Line of 4 edges")')
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('edge')).toBe('["card:id:a","card:id:b"]')
  await page.reload()
  await page.waitForSelector('.details:has-text("Line of 4 edges")')
  await page.waitForSelector('.picture.has-light')
  for (let i = 0; i < 2; i++) await page.click('[aria-label="Zoom in"]')
  await page.waitForSelector('.status:has-text("4 of 4 edges on 4 lines;")')
  await edges.close()
})
