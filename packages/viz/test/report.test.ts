import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baselineText, type Finding, type Summary } from '@lineagraph/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { findByKeys, tabTo } from './on-page.ts'
import { folderOf, lineagraph, openReport, ROOT } from './run-report.ts'
import { coloursOn, linesOf, pictureOf, shows } from './serve-page.ts'
import { feeds, SHOP } from './shop-run.ts'

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

const shopFiles = (lineage: readonly object[] = []) => ({
  'out/resources.jsonl': linesOf(SHOP.resources),
  'out/lineage.jsonl': linesOf([...SHOP.lineage, ...lineage]),
})

/** The report of the shop. */
function shopReport(lineage: readonly object[] = []): string {
  const folder = folderOf(shopFiles(lineage))
  lineagraph(['report', 'out', '-o', 'report.html'], folder)
  return join(folder, 'report.html')
}

/** Whether the page can look at lines again, and draw. */
async function isAlive(page: Page): Promise<void> {
  await pictureOf(page)
  await page.click('.row:has-text("stg_orders")')
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  await page.click('.raw summary')
  expect(await page.textContent('.raw pre')).toBe(JSON.stringify(SHOP.resources[6]))
  expect(await coloursOn(page, 'rest')).toBeGreaterThan(5)
}

test('a report that was saved opens from its file: with its picture, what was found, and all of a thing', async () => {
  const { page, complaints } = await openReport(browser, shopReport())
  await isAlive(page)
  expect(await page.title()).toMatch(/\/out · lineagraph$/)
  await page.click('#tab-findings')
  await page.click('.finding:has-text("gone")')
  await page.waitForSelector('.open-finding .frame mark:has-text("gone")')
  expect(await page.locator('.still').count()).toBe(0)
  expect(await page.textContent('.live')).toMatch(/^read · .*out$/)
  await page.click('.segments button:has-text("Lineage")')
  await page.waitForSelector('.status .drawn:has-text("of 5 edges")')
  await page.goBack()
  await page.waitForSelector('.segments .on:has-text("Map")')
  expect(complaints).toEqual([])
})

test('a report that was saved is used without a mouse', async () => {
  const { page, complaints } = await openReport(browser, shopReport())
  await pictureOf(page)
  await findByKeys(page, 'stg_or', 'stg')
  await tabTo(page, '#tab-details')
  await page.keyboard.press('ArrowRight')
  await page.waitForSelector('.finding')
  await tabTo(page, '.finding')
  await page.keyboard.press('Enter')
  expect(await shows(page, '.open-finding .help')).toBe(true)
  expect(complaints).toEqual([])
})

test('a link into a report restores what it was made from', async () => {
  const { page, complaints } = await openReport(browser, shopReport(), { hash: '#v=2&thing=stg&theme=dark' })
  await page.waitForSelector('.details .title:has-text("stg_orders")')
  expect(await page.getAttribute('html', 'class')).toContain('dark')
  expect(complaints).toEqual([])
})

test('a report shows figures and findings where no script runs, as text', async () => {
  const lineage = Array.from({ length: 230 }, (_, i) => feeds(`nobody${i}`, 'net'))
  const { page, complaints } = await openReport(browser, shopReport(lineage), { javaScriptEnabled: false })
  expect(await page.isVisible('.still h1')).toBe(true)
  expect(await page.locator('.still li').count()).toBe(200)
  expect(await page.textContent('.still .more')).toMatch(/^\d+ more of 2\d\d findings are not shown here/)
  expect(await page.locator('.still li.x, .still script, .still img').count()).toBe(0)
  expect(await page.textContent('.still .counts')).toMatch(/errors231/)
  expect(await page.textContent('.still li:has-text("gone") mark')).toBe('"gone"')
  const [scrolls, wide] = await page
    .locator('body')
    .evaluate((body) => [getComputedStyle(body).overflowY, document.documentElement.scrollWidth])
  expect(scrolls).toBe('auto')
  expect(wide).toBeLessThanOrEqual(1440)
  expect(complaints).toEqual([])
})

test.each([
  [
    'refuses to make one',
    () => {
      window.Worker = function refuse() {
        throw new DOMException('no', 'SecurityError')
      } as unknown as typeof Worker
    },
  ],
  [
    'makes one that fails to start',
    () => {
      const Real = window.Worker
      window.Worker = class extends Real {
        constructor() {
          super('data:text/javascript,0')
        }
      }
    },
  ],
])('a report works without a worker, where the browser %s', async (_, before) => {
  const { page } = await openReport(browser, shopReport(), { before })
  await isAlive(page)
  expect(await page.textContent('.status .drawn')).toContain('of 16 things')
})

test('a report stays what it is without scripts where its app cannot start', async () => {
  const { page } = await openReport(browser, shopReport(), {
    before: () => {
      delete (window as { DecompressionStream?: unknown }).DecompressionStream
    },
  })
  await page.waitForFunction(() => !document.documentElement.classList.contains('with-scripts'))
  expect(await page.isVisible('.still h1')).toBe(true)
})

test('a report finds what the terminal finds, with config, catalogs and baseline', async () => {
  const cwd = folderOf({
    ...shopFiles([feeds('stg', 'stg'), feeds('nobody', 'net')]),
    'lineagraph.config.json':
      '{"workspace": ["tables.csv"], "rules": {"lineage/no-self": "error"}, "baseline": "known.json"}',
    'tables.csv': 'schema,table\nx,y\n',
  })
  const only = lineagraph(['check', 'out', '--no-config', '--only', 'lineage/no-self', '-f', 'json'], cwd)
  const known = JSON.parse(only.stdout) as { findings: Finding[] }
  writeFileSync(join(cwd, 'known.json'), [...baselineText(known.findings)].join(''))
  const args = ['check', 'out', '--rule', 'lineage/dangling-internal=warning']
  const { stdout } = lineagraph([...args, '-f', 'json', '-f', 'html:r.html'], cwd)
  const { findings, summary } = JSON.parse(stdout) as { findings: Finding[]; summary: Summary }
  expect(summary.baselined).toBe(1)
  const { page, complaints } = await openReport(browser, join(cwd, 'r.html'))
  await pictureOf(page)
  await page.click('#tab-findings')
  await page.waitForSelector('.finding')
  const said = await page.locator('.finding .message').allTextContents()
  expect(said.sort()).toEqual(findings.map(({ severity, message }) => `${severity}: ${message}`).sort())
  expect(complaints).toEqual([])
})

test('what holds no declaration is a report that says so', async () => {
  const cwd = folderOf({ 'out/notes.jsonl': '{"a": 1\n' })
  expect(() => lineagraph(['report', 'out', '-o', 'r.html'], cwd)).toThrow('nothing was checked')
  const { page, complaints } = await openReport(browser, join(cwd, 'r.html'))
  expect(await shows(page, '.broken h1:has-text("Nothing is declared in there")')).toBe(true)
  expect(complaints).toEqual([])
})

test('the policy of a report lets run its own two scripts, and ask for nothing', async () => {
  const html = readFileSync(shopReport(), 'utf8')
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(policy).toContain("default-src 'none'")
  expect(policy.match(/sha256-/g)).toHaveLength(3)
  const { page } = await openReport(browser, shopReport())
  await pictureOf(page)
  const refused = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.hasRun = true'
    document.body.append(script)
    const asked = await fetch('data:text/plain,x').then(
      () => 'asked',
      () => 'refused',
    )
    return ['hasRun' in window, asked]
  })
  expect(refused).toEqual([false, 'refused'])
})

test('the report of the worked example is smaller than 600 KB', () => {
  const cwd = folderOf({})
  lineagraph(['report', join(ROOT, 'fixtures/cluvio/run'), '-o', 'r.html'], cwd)
  expect(statSync(join(cwd, 'r.html')).size).toBeLessThan(600_000)
})

test('a report that was cut on its way says so, in place of a picture of a part, or stays what it is without scripts', async () => {
  const cwd = folderOf({ 'out/resources.jsonl': linesOf(SHOP.resources) })
  lineagraph(['report', 'out', '-o', 'r.html'], cwd)
  const html = readFileSync(join(cwd, 'r.html'), 'utf8')
  const at = (part: string): number => html.indexOf(`data-part="${part}"`)
  for (const end of [
    at('run') + 203,
    at('run') + 202,
    at('run') - 5,
    at('listing') + 150,
    at('listing') - 5,
  ]) {
    writeFileSync(join(cwd, 'cut.html'), html.slice(0, end))
    const { page } = await openReport(browser, join(cwd, 'cut.html'))
    await page.waitForSelector('.broken h1:has-text("could not be read")')
    expect(await page.textContent('.broken p')).toMatch(/^The report was cut.* get it again/)
  }
  writeFileSync(join(cwd, 'cut.html'), html.slice(0, at('code') + 5000))
  const { page } = await openReport(browser, join(cwd, 'cut.html'))
  await page.waitForFunction(() => !document.documentElement.classList.contains('with-scripts'))
  expect(await page.isVisible('.still h1')).toBe(true)
})

test('every line of a run is in its report as it was declared, be it broken', async () => {
  const odd = [
    '{"entity_type": "table",  "databuilder_id":"a.b" , "title": "\\u00e9 é 1.50e3", "sort_order": 1.50e3}',
    `{"entity_type": "table", "databuilder_id": "__proto__", "title": "constructor"}\r`,
    '{"entity_type": "table", "databuilder_id": "cut',
    '',
    'Loading 17 of 99…',
    '{"entity_type": "table", "databuilder_id": "last", "title": "no line end"}',
  ]
  const cwd = folderOf({ 'out/resources.jsonl': odd.join('\n') })
  lineagraph(['check', 'out', '-f', 'html:r.html', '-f', 'json:r.json'], cwd)
  const { page, complaints } = await openReport(browser, join(cwd, 'r.html'))
  await pictureOf(page)
  for (const [name, line] of [
    ['é é 1.50e3', odd[0]!],
    ['constructor', odd[1]!.trimEnd()],
    ['no line end', odd[5]!],
  ] as const) {
    await page.click(`.row:has-text("${name}")`)
    await page.waitForSelector(`.details .title:has-text("${name}")`)
    if (!(await page.isVisible('.raw pre'))) await page.click('.raw summary')
    expect(await page.textContent('.raw pre')).toBe(line)
  }
  await page.click('#tab-findings')
  await page.waitForSelector('.finding')
  const { summary } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as { summary: Summary }
  expect(summary.errors).toBeGreaterThan(0)
  expect(await page.locator('.finding').count()).toBe(summary.errors + summary.warnings + summary.infos)
  expect(complaints).toEqual([])
})
