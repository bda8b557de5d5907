import { basename, dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { planCheck } from '@lineagraph/core/node'
import type { Plugin } from 'vite'
import { runHandler, type ViewedRun } from './run-handler.ts'
import { watchFiles } from './watch-files.ts'

const EXAMPLE = fileURLToPath(new URL('../../../fixtures/cluvio/run', import.meta.url))

/** Serves a run to the page while vite serves the page: the one at `LINEAGRAPH_RUN`, or else the worked example. */
export const serveRun = (): Plugin => ({
  name: 'lineagraph-serve-run',
  configureServer({ middlewares, httpServer }) {
    const given = resolve(process.env['INIT_CWD'] ?? '.', process.env['LINEAGRAPH_RUN'] || EXAMPLE)
    const path = relative('', given) || '.'
    const { handle, changed } = runHandler(runAt(path))
    const stops = followed(path).map((one) => watchFiles(one, changed))
    httpServer?.on('close', () => stops.forEach((stop) => stop()))
    middlewares.use((request, response, next) => {
      if (!handle(request, response)) next()
    })
  },
})

const runAt = (path: string): ViewedRun => ({
  name: `${basename(dirname(resolve(path)))}/${basename(resolve(path))}`,
  plan: () => planCheck([path], { config: true }),
})

/** The run, and what its findings depend on beside it, as far as that is there. */
function followed(path: string): readonly string[] {
  try {
    return planCheck([path], { config: true }).paths
  } catch {
    return [path] // which the page says
  }
}
