import { existsSync, statSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { isRunFile } from '@lineagraph/core'

/** A run is written in many steps: what comes within this is one change. */
const QUIET = 120

/**
 * Calls `onChange` when a file of the run at a path changes, comes or goes. A path that is not there yet is waited for.
 * @returns how to stop.
 */
export function watchFiles(path: string, onChange: () => void): () => void {
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const folder = nearestFolder(isFolder ? path : dirname(path))
  let waiting: NodeJS.Timeout | undefined
  const watcher = watch(folder, { persistent: false }, (_, name) => {
    if (name !== null && !isRunFile(name) && name !== basename(path)) return
    clearTimeout(waiting)
    waiting = setTimeout(onChange, QUIET)
  })
  watcher.on('error', () => watcher.close())
  return () => {
    clearTimeout(waiting)
    watcher.close()
  }
}

function nearestFolder(path: string): string {
  let folder = path
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
