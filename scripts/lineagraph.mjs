// `pnpm lineagraph …` runs the command from a checkout, and bundles it first when its sources changed.
import { spawnSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hashSources } from './hash-sources.mjs'

const cli = new URL('../packages/cli/', import.meta.url)
const dist = new URL('dist/', cli)
const command = new URL('bin/lineagraph.js', cli)

if (!isFresh()) bundle()
process.chdir(process.env.INIT_CWD ?? '.') // pnpm starts scripts in the checkout, but paths are meant from where the caller is
process.argv[1] = fileURLToPath(command)
await import(command)

function isFresh() {
  try {
    return readFileSync(new URL('built-from.txt', dist), 'utf8') === hashSources()
  } catch {
    return false
  }
}

/** Built aside and then moved into place: another command may be running from the old bundle, or making the new one. */
function bundle() {
  const aside = new URL(`node_modules/.dist-${process.pid}/`, cli)
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))
  // The command, and the threads beside it.
  for (const options of [['--emptyOutDir'], ['--config', 'vite.worker.config.ts']]) {
    const all = [vite, 'build', '--logLevel', 'warn', '--outDir', fileURLToPath(aside), ...options]
    const { status } = spawnSync(process.execPath, all, {
      cwd: cli,
      stdio: ['ignore', process.stderr, process.stderr], // stdin and stdout belong to the command
    })
    if (status !== 0) process.exit(70)
  }
  try {
    if (!isFresh()) {
      rmSync(dist, { recursive: true, force: true })
      renameSync(aside, dist)
    }
  } catch (error) {
    if (!isFresh()) throw error // else another one was quicker
  }
  rmSync(aside, { recursive: true, force: true })
}
