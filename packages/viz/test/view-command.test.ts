import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from '@lineagraph/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { hearComplaints, linesOf, pictureOf, shows } from './serve-page.ts'
import { AT, feeds, SHOP } from './shop-run.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const COMMAND = join(ROOT, 'packages/cli/bin/lineagraph.js')

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

/** Starts the built command as its users do, and waits for the address that it prints. */
function view(args: readonly string[], cwd: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [COMMAND, 'view', ...args], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const [, url] = /lineagraph is at (\S+)\n/.exec(printed) ?? []
      if (url !== undefined) resolve({ child, url })
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
    child.once('close', () => reject(new Error(`lineagraph view has ended: ${printed}`)))
  })
}

async function open(url: string, hash = ''): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const complaints: string[] = []
  hearComplaints(page, url, complaints)
  await page.goto(url + hash)
  return { page, complaints }
}

function shopFolder(): { cwd: string; write: (lineage?: readonly object[]) => void } {
  const cwd = mkdtempSync(join(tmpdir(), 'lineagraph-view-'))
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  const write = (lineage: readonly object[] = []): void => {
    mkdirSync(join(cwd, 'out'), { recursive: true })
    writeFileSync(join(cwd, 'out/resources.jsonl'), linesOf(SHOP.resources))
    writeFileSync(join(cwd, 'out/lineage.jsonl'), linesOf([...SHOP.lineage, ...lineage]))
  }
  write()
  return { cwd, write }
}

/** All that the page finds: what is wrong, and where. */
async function findingsOn(page: Page): Promise<string[]> {
  await page.click('#tab-findings')
  await page.waitForSelector('.finding')
  const findings = await page.locator('.finding').evaluateAll((elements) =>
    elements.map((element) => {
      const text = (selector: string) => element.querySelector(selector)?.textContent ?? ''
      return `${text('.message')} · ${text('.where')}`
    }),
  )
  return findings.sort()
}

/** All that the terminal finds, said as the page says it. */
function findingsInTerminal(args: readonly string[], cwd: string): string[] {
  const { stdout } = spawnSync(process.execPath, [COMMAND, 'check', ...args, '-f', 'json'], { cwd })
  const { findings } = JSON.parse(String(stdout)) as { findings: Finding[] }
  return findings
    .map(({ severity, message, rule, locations: [place] }) => {
      const where = place ? ` · ${place.file.split('/').at(-1)}:${place.line}` : ''
      return `${severity}: ${message} · ${rule}${where}`
    })
    .sort()
}

test('lineagraph view shows in the browser what lineagraph check prints, with config and catalogs', async () => {
  const { url } = await view(['fixtures/cluvio/run', '--port', '0'], ROOT)
  const { page, complaints } = await open(url)
  await pictureOf(page)
  const found = await findingsOn(page)
  expect(found).toEqual(findingsInTerminal(['fixtures/cluvio/run'], ROOT))
  expect(found).toHaveLength(12)
  expect(complaints).toEqual([])
  await page.close()
})

test('the options of lineagraph view count in the browser too', async () => {
  const { cwd } = shopFolder()
  const judged = ['out', '--preset', 'strict', '--rule', 'lineage/dangling-internal=info']
  const { url } = await view([...judged, '--port', '0'], cwd)
  const { page, complaints } = await open(url)
  await pictureOf(page)
  const found = await findingsOn(page)
  expect(found).toEqual(findingsInTerminal(judged, cwd))
  expect(found.join('\n')).toContain('info: ')
  expect(complaints).toEqual([])
  await page.close()
})

test('the page follows the files of the run; view, selection and camera stay', async () => {
  const { cwd } = shopFolder()
  const { url } = await view(['out', '--port', '0'], cwd)
  const { page, complaints } = await open(url, `#v=2&thing=stg&${AT}`)
  await pictureOf(page)
  await page.waitForSelector('.live:has-text("live")')
  await page.waitForSelector('.status .drawn:has-text("of 16 things")')
  appendFileSync(join(cwd, 'out/lineage.jsonl'), linesOf([feeds('nobody', 'net')]))
  await page.waitForSelector('.status .drawn:has-text("of 17 things")')
  expect(await page.textContent('.details .title')).toBe('stg_orders')
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('thing')).toBe('stg')
  expect(complaints).toEqual([])
  await page.close()
})

test('a folder that goes is said to be gone, and shown again when it comes back', async () => {
  const { cwd, write } = shopFolder()
  const { url } = await view(['out', '--port', '0'], cwd)
  const { page, complaints } = await open(url)
  await pictureOf(page)
  rmSync(join(cwd, 'out'), { recursive: true })
  await page.waitForSelector(`.broken h1:has-text("there is no file or folder 'out'")`)
  mkdirSync(join(cwd, 'out'))
  await page.waitForSelector('.drop-zone h1:has-text("Drop a run here")')
  write()
  expect(await shows(page, '.status .drawn:has-text("of 16 things")')).toBe(true)
  writeFileSync(join(cwd, 'out/lineagraph.config.json'), '{"presett": 1}')
  await page.waitForSelector('.broken h1:has-text("presett")')
  writeFileSync(join(cwd, 'out/lineagraph.config.json'), '{"rules": {"lineage/dangling-internal": "off"}}')
  expect(await shows(page, '.status .drawn:has-text("of 16 things")')).toBe(true)
  expect(complaints).toEqual([])
  await page.close()
})

test('a page whose server has ended says so, and goes on with the next one at its address', async () => {
  const { cwd, write } = shopFolder()
  const { url, child } = await view(['out', '--port', '0'], cwd)
  const { page } = await open(url)
  await page.waitForSelector('.live:has-text("live")')
  child.kill('SIGTERM')
  await once(child, 'close')
  await page.waitForSelector('.live:has-text("server lost")')
  write([feeds('nobody', 'net')])
  await view(['out', '--port', new URL(url).port], cwd)
  await page.waitForSelector('.live:has-text("live")')
  expect(await shows(page, '.status .drawn:has-text("of 17 things")')).toBe(true)
  await page.close()
})
