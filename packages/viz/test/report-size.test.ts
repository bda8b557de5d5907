import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeRun } from '../bench/write-run.mjs'
import { launchBrowser } from './browser.ts'
import { writeHardRun, type HardRun } from './hard-runs.ts'
import { folderOf, lineagraph, openReport } from './run-report.ts'
import { keepProgress, seenProgress } from './seen-progress.ts'
import { pictureOf } from './serve-page.ts'

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

const HARD: HardRun = { ids: 'words', description: 0, isWhole: true }

/** What the documents say of sizes is said after these, in megabytes. */
test.each<[string, number, (folder: string) => Promise<number>]>([
  [
    'names that come again and again',
    0.7,
    async (folder) => {
      const shape = { databases: 4, schemas: 10, tables: 100, columns: 25, edges: 8000 }
      return (await writeRun({ folder, ...shape })).resources
    },
  ],
  ['names that hardly come again', 1.6, (folder) => writeHardRun(folder, HARD)],
  ['ids that say nothing', 4.3, (folder) => writeHardRun(folder, { ...HARD, ids: 'random' })],
  ['a description each', 3.6, (folder) => writeHardRun(folder, { ...HARD, description: 8 })],
  ['a finding each', 1.9, (folder) => writeHardRun(folder, { ...HARD, isWhole: false })],
])(
  'the report of 100,000 columns with %s is smaller than %d MB, and shows its picture within 3 s',
  async (_, most, write) => {
    const cwd = folderOf({ 'out/lineage.jsonl': '' })
    expect(await write(join(cwd, 'out'))).toBeGreaterThan(100_000)
    lineagraph(['report', 'out', '-o', 'r.html'], cwd)
    expect(statSync(join(cwd, 'r.html')).size).toBeLessThan(most * 1e6)
    // Where others are at work on the machine a clock tells of them; what the page itself takes stays below all the same.
    const costs: number[] = []
    for (let i = 0; i < 3 && (i === 0 || Math.min(...costs) >= 3000); i++) {
      const [began, worked] = [performance.now(), await rendererTime()]
      const { page, complaints } = await openReport(browser, join(cwd, 'r.html'), { before: keepProgress })
      await pictureOf(page)
      costs.push(Math.min(performance.now() - began, (await rendererTime()) - worked))
      expect(complaints).toEqual([])
      expect((await seenProgress(page)).at(-1)).toMatchObject({ types: { columns: 100_000 } })
    }
    expect(Math.min(...costs)).toBeGreaterThan(0)
    expect(Math.min(...costs)).toBeLessThan(3000)
  },
  120_000,
)

/** How long processors have worked for the pages of the browser so far, on all threads together, in milliseconds. */
async function rendererTime(): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' ? 1000 * cpuTime : 0), 0)
}
