import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planCheck } from '@lineagraph/core/node'
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { viewHandler } from '../server/index.ts'
import { launchBrowser } from './browser.ts'

/** A run as it is written to files: lines of JSON, or text that is to stand there as it is. */
export interface RunLines {
  readonly resources: readonly (object | string)[]
  readonly lineage: readonly (object | string)[]
}

export interface ServedPage {
  /** Opens the page, with a hash if one is given, and fails when it complains or asks anybody but its own server. `before` runs in it before anything else. */
  open(hash?: string, options?: Parameters<Browser['newPage']>[0], before?: () => void): Promise<Page>
  /** Writes the run anew, and tells the page. */
  write(run: RunLines): Promise<void>
  readonly folder: string
  readonly url: string
  /** What pages have complained about so far: errors, warnings, dialogs, requests to others. */
  readonly complaints: string[]
  close(): Promise<void>
}

/**
 * The page as it ships, on a run of its own, in a browser; served as `lineagraph view` does.
 * @param base what the run is compared with. @param pageFolder where the page is built; tests have it built for all of them.
 */
export async function servePage(
  run: RunLines | null,
  base?: RunLines,
  pageFolder = inject('page'),
): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'lineagraph-page-'))
  const runFolder = join(folder, 'run')
  await mkdir(runFolder)
  const write = async ({ resources, lineage }: RunLines, into = runFolder): Promise<void> => {
    await writeFile(join(into, 'resources.jsonl'), linesOf(resources))
    await writeFile(join(into, 'lineage.jsonl'), linesOf(lineage))
  }
  if (run) await write(run)
  const baseFolder = join(folder, 'base')
  await mkdir(baseFolder)
  if (base) await write(base, baseFolder)
  const view = viewHandler(pageFolder, {
    name: 'some/run',
    plan: () => planCheck([runFolder]),
    ...(base && { base: { name: 'main:out', plan: () => planCheck([baseFolder]) } }),
  })
  const server = createServer(view.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    url,
    folder: runFolder,
    complaints,
    async write(lines) {
      await write(lines)
      view.changed()
    },
    async open(hash = '', options = {}, before) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options })
      hearComplaints(page, url, complaints)
      if (before) await page.addInitScript(before)
      await page.goto(url + hash)
      return page
    },
    async close() {
      await browser.close()
      view.close()
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Keeps what a page complains about: errors, warnings, dialogs, requests to others than its own server. */
export function hearComplaints(page: Page, url: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) complaints.push(request.url())
  })
}

export const linesOf = (lines: readonly (object | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')

/**
 * Waits until the picture stands; fails with what the page says where there will be none. It is asked at each frame:
 * a wait for a selector asks, after its first 300 ms, only twice a second.
 */
export async function pictureOf(page: Page): Promise<void> {
  const found = await page.waitForFunction(() => {
    const element = document.querySelector('.picture:not([aria-busy=true]) canvas[data-cards], .broken')
    return element && { isBroken: element.classList.contains('broken'), text: element.textContent }
  })
  const { isBroken, text } = (await found.jsonValue())!
  if (isBroken) throw new Error(`the page shows no picture: ${text}`)
}

/** The point of the window where a point of the picture is drawn, under a camera that a hash has set. */
export async function pointAt(
  page: Page,
  camera: { x: number; y: number; k: number },
  [x, y]: readonly [number, number],
): Promise<[number, number]> {
  const box = (await page.locator('.picture').boundingBox())!
  return [
    box.x + box.width / 2 + (x - camera.x) * camera.k,
    box.y + box.height / 2 + (y - camera.y) * camera.k,
  ]
}

/** Waits for something to be seen. False, in place of an error, would say less: it rejects when it never comes. */
export const shows = (page: Page, selector: string): Promise<boolean> =>
  page.waitForSelector(selector).then(() => true)

/** How many colours a canvas of the picture holds: none or one is a blank one. */
export const coloursOn = (page: Page, which: 'rest' | 'lit'): Promise<number> =>
  page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.picture canvas.${name}`)!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return new Set(new Uint32Array(data.buffer)).size
  }, which)
