import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url))
const bundles = new URL('../../node_modules/.cache/workers/', import.meta.url)

/** Before the tests, once for all projects: bundles the threads out of their sources, since Node cannot load these. */
export default async function bundleWorkers(project) {
  if (!project.isRootProject()) return
  const outDir = fileURLToPath(bundles)
  await build({ configFile: `${cli}/vite.worker.config.ts`, root: cli, logLevel: 'warn', build: { outDir } })
}

/** Who starts which thread. */
const STARTED = { 'read-crew.ts': 'read-worker.js', 'nearest-elsewhere.ts': 'nearest-worker.js' }

/** For vite: what starts a thread finds its bundle. */
export const workers = {
  name: 'workers',
  transform(code, id) {
    const [, starter] = id.match(/\/core\/src\/node\/([^/]+)$/) ?? []
    const file = STARTED[starter]
    if (file === undefined) return undefined
    if (!code.includes(`./${file}`)) this.error(`${starter} no longer starts ${file}`)
    return code.replace(`./${file}`, new URL(file, bundles).href)
  },
}
