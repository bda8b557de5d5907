import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { folderOf, lineagraph } from './run-report.ts'
import { coloursOn, pictureOf, servePage, shows, type ServedPage } from './serve-page.ts'
import { AT, feeds, SHOP, thing } from './shop-run.ts'

let served: ServedPage
beforeAll(async () => void (served = await servePage(SHOP)))
beforeEach(() => served.write(SHOP))
afterAll(() => served?.close())
afterEach(() => expect(served.complaints).toEqual([]))

/** The worked example, and newer runs of it that open less deep by themselves. */
const linesIn = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/cluvio/run', name), 'utf8')
    .trimEnd()
    .split('\n')
const EXAMPLE = { resources: linesIn('resources.jsonl'), lineage: linesIn('lineage.jsonl') }
const SMALLER = {
  ...EXAMPLE,
  resources: EXAMPLE.resources.filter((line) => !line.includes('"Site usage"')),
}
const ALL_BUT_ONE = '69 of 77 things, 96 of 96 edges on 96 lines; 8 folded, 0 hidden, 1 not resolved'
const LARGER = {
  ...EXAMPLE,
  resources: [
    ...EXAMPLE.resources,
    thing('database', 'apart', null),
    ...Array.from({ length: 4 }, (_, i) => thing('schema', `apart.${i}`, 'apart')),
    ...Array.from({ length: 120 }, (_, i) => thing('table', `apart.table.${i}`, `apart.${i % 4}`)),
  ],
}

const CUT_REPORT = '<script type="application/gzip" data-part="listing" data-index="0">H4sIAAAA</script>'

const open = async (hash = ''): Promise<Page> => {
  const page = await served.open(hash)
  await pictureOf(page)
  return page
}

test('a link restores what it was made from', async () => {
  const page = await open(`#v=2&level=1&thing=marts&off=@missing&theme=dark&tab=findings&${AT}`)
  await page.waitForSelector('.picture.has-light')
  expect(await page.getAttribute('html', 'class')).toBe('dark')
  expect(await page.getAttribute('#tab-findings', 'aria-selected')).toBe('true')
  expect(await page.getAttribute('.segments .on', 'aria-pressed')).toBe('true')
  expect(await page.textContent('.segments .on')).toBe('Map')
  expect(await shows(page, '.status .drawn:has-text("drawn 5 of 16 things")')).toBe(true)
  expect(await page.locator('.chip.off').count()).toBe(1)
  expect(decodeURIComponent(new URL(page.url()).hash)).toContain('468,220,1')
  await page.close()
})

test('a run of which most lines cannot be read says so at once, with where they are told, until it is mended', async () => {
  const [usable] = SHOP.resources
  const broken = Array.from({ length: 30 }, (_, i) => `{"entity_type": "table", "databuilder_id": "t${i}",`)
  await served.write({ resources: [usable!, ...broken], lineage: ["{'from_identifier': 'x'}"] })
  const page = await open()
  const says = '31 of 32 lines could not be read'
  await page.click(`.notice:has-text("${says}") button:has-text("Show why")`)
  await page.waitForSelector('.findings .finding:has-text("JSON")')
  await page.click('[role=tab]:has-text("Details")')
  await page.click('.details button:has-text("31 lines")')
  await page.waitForSelector('#tab-findings[aria-selected=true]')
  await served.write({ resources: SHOP.resources, lineage: [...SHOP.lineage, '{'] })
  await page.waitForSelector('.notice', { state: 'detached' })
  await page.click('[role=tab]:has-text("Details")')
  expect(await shows(page, '.details button:has-text("1 line")')).toBe(true)
  await page.close()
})

test('back and forward go from selection to selection', async () => {
  const page = await open()
  await page.click('.row:has-text("stg_orders")')
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  await page.click('.row:has-text("revenue")')
  await page.waitForSelector('.details .title:has-text("revenue")')
  await page.goBack()
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  await page.goForward()
  expect(await shows(page, '.details .title:has-text("revenue")')).toBe(true)
  await page.close()
})

test('a run that changes is read again; view, selection and camera stay', async () => {
  const page = await open(`#v=2&thing=stg&${AT}`)
  await page.waitForSelector('.live:has-text("live")')
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  await served.write({ ...SHOP, lineage: [...SHOP.lineage, feeds('nobody', 'net')] })
  await page.waitForSelector('.status .drawn:has-text("of 17 things")')
  const hash = new URLSearchParams(new URL(page.url()).hash.slice(1))
  expect(hash.get('thing')).toBe('stg')
  expect(hash.get('at')!.split(',')[2]).toBe('1')
  expect(await page.textContent('.details .title')).toBe('stg_orders')
  await page.close()
})

const levelOf = (page: Page): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('level')
const drawnOn = async (page: Page, counts: string): Promise<void> =>
  void (await page.waitForSelector(`.status .drawn:has-text("drawn ${counts}")`))

test('a run that would open less deep when it is read again is open as it was, and so is a link to it', async () => {
  await served.write(EXAMPLE)
  const page = await open('#v=2&thing=dashboard.107')
  await drawnOn(page, '69 of 77 things')
  expect(levelOf(page)).toBeNull()
  const steps = await page.evaluate(() => history.length)
  await served.write(LARGER)
  await drawnOn(page, '194 of 202 things')
  expect(levelOf(page)).toBe('2')
  expect(await page.evaluate(() => history.length)).toBe(steps)
  const linked = await open(new URL(page.url()).hash)
  await drawnOn(linked, '194 of 202 things')
  await linked.close()
  await page.close()
})

test('files that are dropped open at a level of their own, wherever a run that was read again has stayed', async () => {
  await served.write(EXAMPLE)
  const page = await open('#v=2')
  await drawnOn(page, '69 of 77 things')
  await served.write(SMALLER)
  await drawnOn(page, ALL_BUT_ONE)
  await drop(page, [
    { name: 'resources.jsonl', text: SMALLER.resources.join('\n') },
    { name: 'lineage.jsonl', text: SMALLER.lineage.join('\n') },
  ])
  await drawnOn(page, '16 of 77 things')
  expect(levelOf(page)).toBeNull()
  await page.close()
})

test('files that are dropped on the page are read in place of the run', async () => {
  const page = await open()
  await drop(page, [
    { name: 'resources.jsonl', text: '{"entity_type":"table","databuilder_id":"t","title":"dropped"}\n' },
    {
      name: 'lineage.jsonl',
      text: '{"from_identifier":{"type":"external_table","table":"far"},"to_identifier":{"type":"internal_resource","databuilder_id":"t"}}\n',
    },
  ])
  await page.waitForSelector('.status .drawn:has-text("drawn 2 of 2 things")')
  await page.click('.row:has-text("dropped")')
  await page.waitForSelector('.details .file-place:has-text("resources.jsonl:1")')
  expect(await coloursOn(page, 'rest')).toBeGreaterThan(5)
  await page.close()
})

test('files that are dropped are another run: it is seen from its own beginning, wherever one looked before', async () => {
  const page = await open('#v=2&at=9000,9000,1')
  expect(await page.title()).toBe('some/run · lineagraph')
  await drop(page, [
    { name: 'r.jsonl', text: '{"entity_type":"table","databuilder_id":"t","title":"dropped"}\n' },
  ])
  await page.waitForSelector('.status .drawn:has-text("drawn 1 of 1 things")')
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('at')).toBeNull()
  await page.waitForSelector('canvas[data-cards="1"]', { state: 'attached' })
  expect(await coloursOn(page, 'rest')).toBeGreaterThan(5)
  await page.close()
})

test("compressed files and Secoda's upload CSV can be dropped, and what is damaged in them is said", async () => {
  const table = (id: string): string =>
    `{"entity_type":"table","databuilder_id":"${id}","title":"${id}","schema":"s","database":"d"}\n`
  const damaged = gzipSync(table('three'))
  damaged[damaged.length - 8]! ^= 1
  const page = await open()
  await drop(page, [
    { name: 'r.jsonl.gz', bytes: Buffer.concat([gzipSync(table('one')), gzipSync(table('two')), damaged]) },
    { name: 'upload.csv', text: 'col_name,database,schema,name\nId,shop,public,orders\n' },
  ])
  await page.waitForSelector('.status .drawn:has-text("of 7 things")')
  await page.click('.row:has-text("shop")')
  await page.waitForSelector('.details .file-place:has-text("upload.csv:2")')
  await page.click('#tab-findings')
  await page.waitForSelector('.finding:has-text("input/truncated")')
  expect(await page.locator('.finding').count()).toBe(1)
  await page.close()
})

test('a saved report that is dropped shows its run, and what it was compared with', async () => {
  const run = (title: string): string =>
    `{"entity_type":"table","databuilder_id":"t","title":"${title}","schema":"s","database":"d"}\n`
  const folder = folderOf({ 'now/resources.jsonl': run('reported'), 'then/resources.jsonl': run('before') })
  lineagraph(['report', 'now', '--base', 'then', '-o', 'saved.html'], folder)
  const page = await open()
  await drop(page, [{ name: 'saved.html', bytes: readFileSync(join(folder, 'saved.html')) }])
  await page.waitForSelector('.row:has-text("reported")')
  expect(await page.title()).toMatch(/now · lineagraph$/)
  expect(await shows(page, '#tab-changes')).toBe(true)
  await page.close()
})

test.each([
  ['was cut', [{ name: 'cut.html', text: CUT_REPORT }], 'The report was cut, or changed, on its way here'],
  [
    'is none',
    [{ name: 'some.html', text: '<p>hello' }],
    'some.html is a page, and no report that lineagraph wrote',
  ],
  [
    'comes with others',
    [
      { name: 'a.html', text: '' },
      { name: 'b.jsonl', text: '' },
    ],
    'a.html is a page: a report is given alone',
  ],
])('a dropped report that %s is said to be so', async (_, files, words) => {
  const page = await open()
  await drop(page, files)
  expect(await shows(page, `.broken p:has-text("${words}")`)).toBe(true)
  await page.close()
})

test('what holds no declaration is said to be none, and another run can be dropped', async () => {
  const page = await open()
  await drop(page, [{ name: 'notes.txt', text: 'hello\n{"a": 1\n' }])
  await page.waitForSelector('.broken h1:has-text("Nothing is declared in there")')
  expect(await page.textContent('.broken .of-run')).toBe('notes.txt')
  expect(await page.title()).toBe('notes.txt · lineagraph')
  await drop(page, [
    { name: 'r.jsonl', text: '{"entity_type":"table","databuilder_id":"t","title":"again"}\n' },
  ])
  expect(await shows(page, '.status .drawn:has-text("drawn 1 of 1 things")')).toBe(true)
  await page.close()
})

test('a run with lines that cannot be read shows the rest, and the lines as findings', async () => {
  await served.write({
    ...SHOP,
    resources: [...SHOP.resources, '{"entity_type": "table", "databuilder_id": '],
  })
  const page = await open('#v=2&tab=findings')
  await page.waitForSelector('.finding:has-text("input/invalid-json")')
  expect(await page.textContent('.status .drawn')).toContain('drawn 12 of 16 things')
  await page.close()
})

test('a thing that a link names and the run has not is said to be gone', async () => {
  const page = await open('#v=2&thing=nothing')
  expect(await shows(page, '.notice:has-text("Not in this run, and left out of the view: nothing.")')).toBe(
    true,
  )
  await page.close()
})

test('back to what the run has no more shows the rest, as a link to it does, and says so', async () => {
  const late = { ...SHOP, resources: [...SHOP.resources, thing('table', 'late', 'marts')] }
  await served.write(late)
  const page = await open('#v=2&view=lineage&focus=late&thing=late')
  await page.click('.segments button:has-text("Map")')
  await page.waitForSelector('.status .drawn:has-text("drawn 13 of 17 things")')
  await served.write(SHOP)
  await page.waitForSelector('.status .drawn:has-text("drawn 12 of 16 things")')
  await page.click('.notice button')
  await page.goBack()
  expect(await shows(page, '.notice:has-text("Not in this run, and left out of the view: late.")')).toBe(true)
  expect(await shows(page, '.status .drawn:has-text("drawn 12 of 16 things")')).toBe(true)
  await page.close()
})

interface Dropped {
  readonly name: string
  readonly text?: string
  readonly bytes?: Uint8Array
}

/** Drops files on the page as a hand would: with the events that a browser makes of it. */
const drop = (page: Page, files: readonly Dropped[]): Promise<void> =>
  page.evaluate(
    (given) => {
      const transfer = new DataTransfer()
      for (const { name, content } of given)
        transfer.items.add(new File([Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0))], name))
      const target = document.querySelector('.page')!
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
    },
    files.map(({ name, text = '', bytes = Buffer.from(text) }) => ({
      name,
      content: Buffer.from(bytes).toString('base64'),
    })),
  )
