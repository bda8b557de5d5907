import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url))
const outDir = fileURLToPath(new URL('../../node_modules/.cache/read-worker/', import.meta.url))

/** Before the tests: bundles the thread that reads out of its sources, since Node cannot load these. */
export default async function bundleReadWorker() {
  await build({ configFile: `${cli}/vite.worker.config.ts`, root: cli, logLevel: 'warn', build: { outDir } })
}

/** For vite: what starts the thread finds that bundle. */
export const readWorker = {
  name: 'read-worker',
  transform(code, id) {
    if (!id.endsWith('/core/src/node/read-crew.ts')) return undefined
    const file = './read-worker.js'
    if (!code.includes(file)) this.error(`read-crew.ts no longer starts ${file}`)
    return code.replace(
      file,
      new URL('../../node_modules/.cache/read-worker/read-worker.js', import.meta.url).href,
    )
  },
}
