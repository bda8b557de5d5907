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

/** Builds the page into a folder. */
export const buildInto = async (folder: string): Promise<void> =>
  void (await build({
    ...{ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' },
    build: { outDir: folder },
  }))

/** Before the tests of a browser: builds the page, once for both projects that have such. */
export default async function buildPage({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (vitest.getProvidedContext().page) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'lineagraph-built-page-'))
  await buildInto(folder)
  vitest.onTestsRerun(() => buildInto(folder))
  vitest.provide('page', folder)
  return () => rm(folder, { recursive: true, force: true })
}
