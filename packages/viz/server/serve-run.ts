import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type * as RunAt from './run-at.ts'

const pathTo = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/**
 * Serves a run to the page while vite serves the page: the one at `LINEAGRAPH_RUN`, or else the worked example. Vite itself loads what
 * does it, from the sources: to build the page, nothing of core needs to be built.
 */
export const serveRun = (): Plugin => ({
  name: 'lineagraph-serve-run',
  apply: 'serve',
  async configureServer({ middlewares, httpServer, ssrLoadModule }) {
    const { serveRunAt } = (await ssrLoadModule(pathTo('./run-at.ts'))) as typeof RunAt
    const given = process.env['LINEAGRAPH_RUN'] || pathTo('../../../fixtures/cluvio/run')
    const { handle, close } = serveRunAt(resolve(process.env['INIT_CWD'] ?? '.', given))
    httpServer?.once('close', close)
    middlewares.use((request, response, next) => {
      if (!handle(request, response)) next()
    })
  },
})
