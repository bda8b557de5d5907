import { basename, dirname, relative, resolve } from 'node:path'
import { planCheck } from '@lineagraph/core/node'
import { runHandler, type RunHandler, type ViewedRun } from './run-handler.ts'
import { watchFiles } from './watch-files.ts'

/** Serves the run at a path as `lineagraph view` does, and follows it. */
export function serveRunAt(path: string): Pick<RunHandler, 'handle' | 'close'> {
  const given = relative('', path) || '.'
  const { handle, changed, close } = runHandler(runAt(given))
  const stops = followed(given).map((one) => watchFiles(one, changed))
  return {
    handle,
    close() {
      for (const stop of stops) stop()
      close()
    },
  }
}

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
