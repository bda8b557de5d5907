import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

const root = fileURLToPath(new URL('..', import.meta.url))

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the page as it ships, built out of the sources as they are now. */
    readonly page: string
  }
}

/** Before the tests of a browser: builds the page for all of them. */
export default async function buildPage(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lineagraph-built-page-'))
  const configFile = join(root, 'vite.config.ts')
  const buildAnew = async (): Promise<void> =>
    void (await build({ root, configFile, logLevel: 'warn', build: { outDir: folder } }))
  await buildAnew()
  project.onTestsRerun(buildAnew)
  project.provide('page', folder)
  return () => rm(folder, { recursive: true, force: true })
}
