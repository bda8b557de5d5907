import { isRunFile } from '@lineagraph/core'
import { watch } from 'chokidar'
import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** How often the paths themselves are looked at: whether they came, went, or are others of the same name. Milliseconds. */
const LOOK = 300

/** Tells of changes until it is closed. */
export interface Follower {
  /** From then on nothing is missed. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/**
 * Calls `onChange` when a file of a run changes, comes or goes. It may do so once too often, never once too few.
 * @param paths folders, of which the files that belong to a run count, and files. They may come later, or go and come again.
 * @param except files that are passed over, wherever they are: those that the command itself writes.
 */
export function followPaths(
  paths: readonly string[],
  onChange: () => void,
  except: readonly string[] = [],
  openWatcher: typeof watch = watch,
): Follower {
  const roots = new Map(paths.map((path) => [resolve(path), identityOf(path)]))
  const own = new Set(except.map((path) => resolve(path)))
  const ignored = (path: string): boolean =>
    own.has(path) || !(roots.has(path) || (roots.has(dirname(path)) && isRunFile(basename(path))))
  let usePolling = false

  const open = () => {
    const there = [...roots].flatMap(([root, identity]) => (identity === undefined ? [] : [root]))
    const watcher = openWatcher(there, { ignored, usePolling, depth: 0, ignoreInitial: true })
    watcher.on('all', onChange)
    watcher.on('error', () => {
      if (usePolling) return onChange() // what is wrong with the files is for the check to say
      usePolling = true // the system has no more watchers to give
      reopen()
    })
    const ready = new Promise<void>((resolve) => {
      if (there.length === 0) resolve()
      else watcher.once('ready', () => resolve())
    })
    return { watcher, ready }
  }
  let opened = open()
  const reopen = (): void => {
    void opened.watcher.close()
    opened = open()
    void opened.ready.then(onChange)
  }

  // The system tells of what is in a folder, not of another folder in its place: `rm -r out`, and then all that an integration writes.
  const look = (): void => {
    const others = [...roots].filter(([root, identity]) => identityOf(root) !== identity)
    for (const [root] of others) roots.set(root, identityOf(root))
    if (others.length > 0) reopen()
  }
  const looking = setInterval(look, LOOK)
  return {
    ready: opened.ready,
    close: () => {
      clearInterval(looking)
      return opened.watcher.close()
    },
  }
}

/** Equal for a path as long as it leads to one folder, or to some file; undefined where it leads to nothing. */
function identityOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true })
    return found.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeNs}` : 'file'
  } catch {
    return undefined
  }
}
