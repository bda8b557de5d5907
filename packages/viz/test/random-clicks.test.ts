import fc from 'fast-check'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { FOLDING } from './clicked-runs.ts'
import { ESTATE } from './estate-run.ts'
import { pictureOf, servePage, type RunLines, type ServedPage } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'
import { TASKS } from './task-run.ts'

/** How many walks through the page are made on each run; more by hand, to look for what few find. */
const WALKS = Number(process.env['LINEAGRAPH_WALKS'] ?? 1)
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

const linesIn = async (path: string): Promise<string[]> =>
  existsSync(path) ? (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '') : []
const runIn = async (folder: string): Promise<RunLines> => ({
  resources: await linesIn(join(folder, 'resources.jsonl')),
  lineage: await linesIn(join(folder, 'lineage.jsonl')),
})

/** What somebody does with the page, by numbers that choose what it is done with. */
interface Click {
  readonly does: keyof typeof DEEDS
  readonly x: number
  readonly y: number
}

interface Walk {
  readonly page: Page
  readonly served: ServedPage
  readonly run: RunLines
}

const pointIn = async (page: Page, { x, y }: Click): Promise<[number, number]> => {
  const box = (await page.locator('.picture').boundingBox())!
  return [box.x + 4 + x * (box.width - 8), box.y + 4 + y * (box.height - 8)]
}
/** Presses one of the elements that a selector finds, if there are any that can be pressed. */
const pressOne = async (page: Page, selector: string, { x }: Click): Promise<void> => {
  await page.evaluate(
    ([of, part]) => {
      const found = [...document.querySelectorAll<HTMLButtonElement>(of)].filter((one) => !one.disabled)
      found[Math.floor(part * found.length)]?.click()
    },
    [selector, x] as const,
  )
}
const key =
  (...keys: readonly string[]) =>
  async ({ page }: Walk, { x }: Click): Promise<void> => {
    await page.focus('.picture')
    await page.keyboard.press(keys[Math.floor(x * keys.length)]!)
  }

const DEEDS = {
  click: async ({ page }: Walk, click: Click) => page.mouse.click(...(await pointIn(page, click))),
  'double click': async ({ page }: Walk, click: Click) =>
    page.mouse.dblclick(...(await pointIn(page, click))),
  hover: async ({ page }: Walk, click: Click) => page.mouse.move(...(await pointIn(page, click))),
  scroll: async ({ page }: Walk, click: Click) => {
    await page.mouse.move(...(await pointIn(page, click)))
    await page.mouse.wheel(0, 600 * (click.x - 0.5))
  },
  'walk by an arrow': key('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
  'open or close, or a lineage': key('Enter', ' '),
  hops: key('[', ']'),
  'a key': key('f', 'h', 'Escape', '+', '-'),
  'choose in the outline': ({ page }: Walk, click: Click) => pressOne(page, '[role=treeitem]', click),
  'the menu': async ({ page }: Walk, click: Click) => {
    await page.mouse.click(...(await pointIn(page, click)), { button: 'right' })
    await page.waitForTimeout(30)
    await pressOne(page, '[role=menuitem]', { ...click, x: click.y })
    await page.keyboard.press('Escape')
  },
  filter: ({ page }: Walk, click: Click) => pressOne(page, '.chip', click),
  'the bars': ({ page }: Walk, click: Click) =>
    pressOne(page, '.legend .stepper button, .thing-bar button, .bar-part button', click),
  'how it is drawn': ({ page }: Walk, { x, y }: Click) =>
    page.evaluate(
      ([which, what]) => {
        const found = [...document.querySelectorAll<HTMLSelectElement>('.choice select')]
        const select = found[Math.floor(which * found.length)]
        if (!select) return
        select.selectedIndex = Math.floor(what * select.options.length)
        select.dispatchEvent(new Event('change', { bubbles: true }))
      },
      [x, y] as const,
    ),
  'go to a neighbour, and spread it or open it': async (walk: Walk, click: Click) => {
    await key('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')(walk, click)
    await walk.page.keyboard.press('Space')
  },
  'fold again': key('Shift+Space'),
  'Map or Lineage': ({ page }: Walk, click: Click) => pressOne(page, '.segments button', click),
  'a lineage': async ({ page }: Walk, click: Click) => {
    await pressOne(page, '[role=treeitem]', click)
    await page.waitForTimeout(30)
    await pressOne(page, '.segments button:last-child', click)
  },
  'a tab': ({ page }: Walk, click: Click) => pressOne(page, '[role=tab]', click),
  'a finding, a change or a neighbour': ({ page }: Walk, click: Click) =>
    pressOne(page, '.finding, .change, .details .thing, .impact .named, .neighbor .edges', click),
  back: async ({ page }: Walk) => {
    await page.goBack()
    // Before the page there is an empty one.
    if (page.url() === 'about:blank') await page.goForward()
    await pictureOf(page)
  },
  forward: async ({ page }: Walk) => void (await page.goForward()),
  reload: async ({ page }: Walk) => {
    await page.reload()
    await pictureOf(page)
  },
  'the run changes': async ({ served, run }: Walk, { x }: Click) => {
    // What is last goes, and something comes; or all is as it was.
    const less = x < 0.5 ? { resources: run.resources.slice(0, -1), lineage: run.lineage.slice(0, -1) } : run
    await served.write({
      resources: [...less.resources, ...(x < 0.25 ? [thing('table', 'new', null)] : [])],
      lineage: [...less.lineage, ...(x < 0.25 ? [feeds('new', 'elsewhere')] : [])],
    })
    await new Promise((done) => setTimeout(done, 300))
  },
} as const

const deeds = Object.keys(DEEDS) as Click['does'][]
/** What changes the picture most, and goes through the history, is done more often. */
const often: readonly Click['does'][] = [
  'open or close, or a lineage',
  'a lineage',
  'a lineage',
  'double click',
  'hops',
  'go to a neighbour, and spread it or open it',
  'fold again',
  'back',
  'back',
  'forward',
]
const part = fc.nat(999).map((thousandths) => thousandths / 1000)
const walks = fc.array(fc.record({ does: fc.constantFrom(...deeds, ...often), x: part, y: part }), {
  minLength: 10,
  maxLength: 20,
})

/** What the status line says, once it says the same twice. */
async function stillStatus(page: Page): Promise<string> {
  let before = ''
  for (let tries = 0; tries < 200; tries++) {
    const now = await page.evaluate(
      () =>
        `${document.querySelector('.status .drawn')?.textContent ?? ''} | ${document.querySelector('.picture')?.getAttribute('aria-label') ?? ''}`,
    )
    if (now === before && now.includes('drawn')) return now
    before = now
    await page.waitForTimeout(40)
  }
  throw new Error(`the page does not come to rest: ${before}`)
}

const count = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? 0)

/** Every thing and every edge of the run is drawn, folded, hidden or beyond: the status line adds up. */
function expectWhole(status: string): void {
  const [things = '', edges = ''] = status.split('; edges:')
  const sums = [
    count(things, /drawn ([\d,]+) of/) +
      count(things, /([\d,]+) folded/) +
      count(things, /([\d,]+) hidden/) +
      count(things, /([\d,]+) beyond/),
    count(things, /things, ([\d,]+) of/) +
      count(edges, /([\d,]+) inside one thing/) +
      count(edges, /([\d,]+) hidden/) +
      count(edges, /([\d,]+) beyond/),
  ]
  const all = [count(things, /of ([\d,]+) things/), count(things, /of ([\d,]+) edges/)]
  expect({ status, sums }).toEqual({ status, sums: all })
}

const folders = async (): Promise<[string, RunLines][]> => {
  const found: [string, RunLines][] = []
  const more = join(ROOT, '../shared/realdata')
  const names = existsSync(more) ? (await readdir(more)).map((name) => join(more, name)) : []
  for (const folder of [
    join(ROOT, 'fixtures/cluvio/run'),
    join(ROOT, 'fixtures/clean/hostile-ids'),
    join(ROOT, 'fixtures/clean/warehouse'),
    ...names,
  ])
    if (existsSync(join(folder, 'resources.jsonl')))
      found.push([folder.split('/').slice(-2).join('/'), await runIn(folder)])
  return found
}
const isEdge = (line: object): boolean => 'from_identifier' in line
const FOLDING_RUN: RunLines = {
  resources: FOLDING.filter((line) => !isEdge(line)),
  lineage: FOLDING.filter(isEdge),
}
/** The runs of files take as long as they are large, and some shapes are walked in elsewhere too: those by hand, with more walks. */
const RUNS: [string, RunLines, (RunLines | undefined)?, string?][] = [
  ['a run of three schemas', ESTATE],
  ['a run with all that folds', FOLDING_RUN],
  ['a run with circles, compared with another', TASKS, ESTATE],
  ...(process.env['LINEAGRAPH_WALKS'] === undefined
    ? [['the worked example', await runIn(join(ROOT, 'fixtures/cluvio/run'))] as [string, RunLines]]
    : [
        ['a run whose data goes down', ESTATE, undefined, '#v=2&flow=down'] as (typeof RUNS)[number],
        ...(await folders()),
      ]),
]

describe.each(RUNS)('in %s', (_, run, base, hash = '') => {
  let served: ServedPage
  beforeAll(async () => {
    served = await servePage(run, base)
  })
  afterAll(() => served?.close())

  test('whatever people click, all is accounted for, the console is quiet, and the link leads there again', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (clicks) => {
        await served.write(run)
        const page = await served.open(hash, { reducedMotion: 'reduce' })
        page.setDefaultTimeout(15_000)
        const done: string[] = []
        try {
          await pictureOf(page)
          expectWhole(await stillStatus(page))
          const walk: Walk = { page, served, run }
          for (const click of clicks) {
            done.push(`${click.does} ${click.x.toFixed(3)} ${click.y.toFixed(3)}`)
            await DEEDS[click.does](walk, click)
            expectWhole(await stillStatus(page))
            expect(await page.locator('.broken').count()).toBe(0)
            expect(served.complaints).toEqual([])
          }
          await page.waitForTimeout(300) // what was done last may still be on its way
          const status = await stillStatus(page)
          const elsewhere = await served.open(new URL(page.url()).hash, { reducedMotion: 'reduce' })
          await pictureOf(elsewhere)
          expect(await stillStatus(elsewhere)).toBe(status)
          await elsewhere.close()
        } catch (error) {
          served.complaints.splice(0)
          throw new Error(`after ${done.join(', ')} at ${new URL(page.url()).hash}`, { cause: error })
        } finally {
          await page.close()
        }
      }),
      { numRuns: WALKS, endOnFailure: true },
    )
  }, 600_000)
})
