import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { hearComplaints } from './serve-page.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const COMMAND = join(ROOT, 'packages/cli/bin/lineagraph.js')

/** Runs the built command as its users do. */
export function lineagraph(args: readonly string[], cwd: string): { code: number | null; stdout: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    maxBuffer: 1 << 28,
  })
  if (status === null || status > 1) throw new Error(`lineagraph ${args.join(' ')}: ${String(stderr)}`)
  return { code: status, stdout: String(stdout) }
}

/** A folder with files in it, which goes with the test. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Opens a report from disk, and keeps what it complains about; to ask for anything but itself is such a complaint. */
export async function openReport(
  browser: Browser,
  file: string,
  options: Parameters<Browser['newPage']>[0] & { readonly hash?: string; readonly before?: () => void } = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const { hash = '', before, ...given } = options
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...given })
  onTestFinished(() => page.close())
  const complaints: string[] = []
  const url = pathToFileURL(file).href
  hearComplaints(page, url, complaints)
  if (before) await page.addInitScript(before)
  await page.goto(url + hash)
  return { page, complaints }
}
