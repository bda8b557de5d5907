import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'

/** The built package: what an author's program imports. */
export const BUILT = new URL('../dist/index.js', import.meta.url).href

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-sdk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Circumstances {
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
  /** Where the program has the SDK from. */
  readonly from?: string
  /** Looks after standard input and output instead. */
  readonly drive?: (child: ChildProcessWithoutNullStreams) => void
}

/** Runs an author's program, `shop.mjs`, in a folder of its own: `script` with everything of the SDK imported. */
export function runScript(
  script: string,
  { folder = temporaryFolder(), env = {}, flags = [], from = inject('sdk'), drive }: Circumstances = {},
): Promise<Outcome> {
  const file = join(folder, 'shop.mjs')
  writeFileSync(
    file,
    `import * as sdk from '${from}'; const { SecodaIntegration, internalResource, fromEnv } = sdk\n${script}`,
  )
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, file], { cwd: folder, env: { ...process.env, ...env } })
    let [stdout, stderr] = ['', '']
    if (drive) drive(child)
    else child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
