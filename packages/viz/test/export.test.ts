import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ICONS } from '../src/tokens/icons.ts'
import { pictureOf, servePage, type RunLines, type ServedPage } from './serve-page.ts'
import { CAMERA, feeds, SHOP } from './shop-run.ts'

let served: ServedPage
beforeAll(async () => void (served = await servePage(SHOP)))
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

const open = async (hash = ''): Promise<Page> => {
  const page = await served.open(hash, { acceptDownloads: true })
  await pictureOf(page)
  return page
}

/** Saves what an item of the menu says, as a hand does. */
async function save(page: Page, label: string): Promise<{ name: string; bytes: Buffer }> {
  await page.click('button:has-text("Export")')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`[role=menuitem]:has-text("${label}")`),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const sizeOfPng = (bytes: Buffer): [number, number] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
const sizeOfSvg = (svg: string): [number, number] => {
  const [, width, height] = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return [Number(width), Number(height)]
}

/** How many dots of a PNG have a colour of the page's tokens, nearly. */
const dotsOf = (page: Page, bytes: Buffer, token: string): Promise<number> =>
  page.evaluate(
    async ([base64, name]) => {
      const blob = new Blob([Uint8Array.from(atob(base64!), (unit) => unit.charCodeAt(0))])
      const image = await createImageBitmap(blob)
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      const wanted = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16))
      let count = 0
      for (let i = 0; i < data.length; i += 4)
        if (Math.abs(data[i]! - r!) + Math.abs(data[i + 1]! - g!) + Math.abs(data[i + 2]! - b!) < 12) count++
      return count
    },
    [bytes.toString('base64'), token] as const,
  )

test('the whole picture is saved as SVG and as PNG, with its lines, whatever the window shows', async () => {
  const page = await open('#v=2&at=0,0,4')
  const { name, bytes } = await save(page, 'SVG, whole')
  expect(name).toBe('some-run-map.svg')
  const svg = String(bytes)
  for (const title of ['raw', 'marts', 'stg_orders', 'revenue']) expect(svg).toContain(`>${title}</text>`)
  expect(svg).not.toContain(`d="${ICONS.minus}"`)
  const [width, height] = sizeOfSvg(svg)
  const png = await save(page, 'PNG, whole')
  expect(png.name).toBe('some-run-map.png')
  expect(sizeOfPng(png.bytes)).toEqual([2 * width, 2 * height])
  expect(await dotsOf(page, png.bytes, 'edge')).toBeGreaterThan(500)
  expect(await dotsOf(page, png.bytes, 'ink1')).toBeGreaterThan(500)
  await page.close()
})

test('what is in the window is saved as it is, with what is lit', async () => {
  const page = await open(`#v=2&thing=stg&at=${CAMERA.x},${CAMERA.y},1`)
  await page.waitForSelector('.picture.has-light')
  const box = (await page.locator('.picture').boundingBox())!
  const svg = String((await save(page, 'SVG, what is in the window')).bytes)
  expect(sizeOfSvg(svg)).toEqual([box.width, box.height])
  expect(svg).toContain('<g opacity="0.4">')
  const png = await save(page, 'PNG, what is in the window')
  expect(sizeOfPng(png.bytes)).toEqual([2 * box.width, 2 * box.height])
  expect(await dotsOf(page, png.bytes, 'accent')).toBeGreaterThan(100)
  await page.close()
})

test("the picture's data is saved as JSON, and as a graph for graphology", async () => {
  const page = await open()
  const { name, bytes } = await save(page, 'JSON, the picture’s data')
  expect(name).toBe('some-run-map.json')
  const data = JSON.parse(String(bytes)) as { things: { key: string }[]; lines: object[]; tally: object }
  const shown = await page.textContent('.status .drawn')
  expect(shown).toContain(`${data.lines.length} lines`)
  expect(data.things.length).toBeGreaterThan(8)
  const graph = JSON.parse(String((await save(page, 'JSON for graphology')).bytes)) as {
    nodes: { key: string }[]
    edges: { source: string }[]
  }
  expect(graph.nodes.map(({ key }) => key)).toEqual(data.things.map(({ key }) => key))
  expect(graph.edges).toHaveLength(data.lines.length)
  await page.close()
})

test('the menu opens and closes by keys, and gives the focus back', async () => {
  const page = await open()
  await page.focus('button:has-text("Export")')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=menuitem]:focus:has-text("SVG, whole")')
  await page.keyboard.press('ArrowUp')
  await page.waitForSelector('[role=menuitem]:focus:has-text("graphology")')
  await page.keyboard.press('Escape')
  await page.waitForSelector('button:focus:has-text("Export")')
  expect(await page.locator('[role=menu]').count()).toBe(0)
  await page.close()
})

test('a picture that no browser can hold becomes a smaller PNG, and that is said', async () => {
  await served.write(LONG)
  const page = await open('#v=2&kind=lineage&focus=t0&up=all&down=all')
  const svg = String((await save(page, 'SVG, whole')).bytes)
  const [width, height] = sizeOfSvg(svg)
  expect(width).toBeGreaterThan(16_384)
  const { bytes } = await save(page, 'PNG, whole')
  const scale = 16_384 / width
  const [across, down] = sizeOfPng(bytes)
  expect(across).toBe(16_384)
  expect(Math.abs(down - height * scale)).toBeLessThan(2)
  await page.waitForSelector('.notice:has-text("more than a browser can hold: the PNG has it at")')
  expect(await dotsOf(page, bytes, 'canvas')).toBeGreaterThan(1000)
  await page.close()
})

/** A chain of 150 tables. */
const LONG: RunLines = {
  resources: Array.from({ length: 150 }, (_, i) => ({
    ...{ entity_type: 'table', databuilder_id: `t${i}`, title: `table ${i}`, schema: 's', database: 'd' },
  })),
  lineage: Array.from({ length: 149 }, (_, i) => feeds(`t${i}`, `t${i + 1}`)),
}
