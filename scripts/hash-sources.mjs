import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const folders = [
  'packages/core/src',
  'packages/sdk/src',
  'packages/cli/src',
  'packages/viz/src',
  'packages/viz/server',
]
const others = [
  'packages/core/package.json',
  'packages/sdk/package.json',
  'packages/cli/package.json',
  'packages/viz/package.json',
  'packages/cli/vite.config.ts',
  'packages/cli/vite.worker.config.ts',
  'packages/viz/vite.config.ts',
  'packages/viz/vite.report.config.ts',
  'packages/viz/index.html',
  'pnpm-lock.yaml',
]

/** `lineagraph new` writes them, whatever they are; nothing else in its folders has a dot. */
const isOfTemplate = (path) => /\/template\/(.*\/)?[^/]*\.[^/]*$/.test(path)

/**
 * One word for all that goes into the command's bundle. Of content, not of times: a copy or a checkout makes every
 * file new at once, and two commands started side by side would both build. About 10 ms.
 */
export function hashSources() {
  const sources = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => (/\.(tsx?|css|py)$/.test(path) && !path.endsWith('.test.ts')) || isOfTemplate(path))
      .sort(),
  )
  const hash = createHash('sha256')
  for (const path of [...sources, ...others])
    hash.update(`${path}\0`).update(readFileSync(new URL(path, root)))
  return hash.digest('hex')
}
