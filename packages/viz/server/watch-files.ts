import { existsSync, statSync, watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'
import { isRunFile, mayBeUpload } from '@lineagraph/core'

/** A run is written in many steps: what comes within this is one change. Milliseconds. */
const QUIET = 120

/**
 * Calls `onChange` when a file of the run at a path changes, comes or goes. A path that is not there yet is waited for, and a folder that
 * is made anew is followed again.
 * @returns how to stop.
 */
export function watchFiles(path: string, onChange: () => void): () => void {
  let watcher: FSWatcher | undefined
  let waiting: NodeJS.Timeout | undefined
  const later = (act: () => void): void => {
    clearTimeout(waiting)
    waiting = setTimeout(act, QUIET)
  }
  const follow = (): void => {
    watcher?.close()
    const folder = folderToWatch(path)
    const isHere = folder === path || folder === dirname(path)
    try {
      watcher = watch(folder, { persistent: false }, (_, name) => {
        const concerns =
          name === null ||
          isRunFile(name) ||
          mayBeUpload(name) ||
          [path, folder].some((one) => basename(one) === name)
        if (!isHere || concerns) later(changed)
      })
      watcher.on('error', () => later(follow))
    } catch {
      later(follow) // the folder went in this moment
    }
  }
  // The folder may be another one by now, of the same name or nearer to the path.
  const changed = (): void => {
    follow()
    onChange()
  }
  follow()
  return () => {
    clearTimeout(waiting)
    watcher?.close()
  }
}

/** The folder of the run; of a file the folder that it is in; the nearest one that exists where these do not. */
function folderToWatch(path: string): string {
  let folder = existsSync(path) && statSync(path).isDirectory() ? path : dirname(path)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
