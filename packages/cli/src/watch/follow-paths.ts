import { watch } from 'chokidar'
import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** How often the paths themselves are looked at: whether they came, went, or are others of the same name. Milliseconds. */
const LOOK = 300
/** To look must not keep the machine busy, however many folders a pattern goes through: so much longer than a look is what lies between. */
const REST = 20

/** Of the files in a folder those that may belong to a run or be a catalog, by their names. */
const MAY_BELONG = /^[^.].*\.(jsonl|csv|json)(\.gz)?$/i

/** Tells of changes until it is closed. */
export interface Follower {
  /** From then on nothing is missed. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/**
 * Calls `onChange` when a file of a run changes, comes or goes. It may do so once too often, never once too few.
 * @param paths gives folders and files, which may be others later; they may come later, or go and come again.
 * @param except files that are passed over, wherever they are: those that the command itself writes.
 */
export function followPaths(
  paths: () => readonly string[],
  onChange: () => void,
  except: readonly string[] = [],
  openWatcher: typeof watch = watch,
): Follower {
  const own = new Set(except.map((path) => resolve(path)))
  let roots = rootsOf(paths())
  let usePolling = false

  const ignored = (path: string): boolean =>
    own.has(path) || !(roots.has(path) || (roots.has(dirname(path)) && MAY_BELONG.test(basename(path))))
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
    const began = performance.now()
    const now = rootsOf(paths())
    const isSame =
      now.size === roots.size &&
      [...now].every(([root, identity]) => roots.get(root) === identity && roots.has(root))
    roots = now
    if (!isSame) reopen()
    looking = setTimeout(look, Math.max(LOOK, REST * (performance.now() - began)))
  }
  let looking = setTimeout(look, LOOK)
  return {
    ready: opened.ready,
    close: () => {
      clearTimeout(looking)
      return opened.watcher.close()
    },
  }
}

/** The paths, and what they lead to. */
const rootsOf = (paths: readonly string[]): Map<string, string | undefined> =>
  new Map(paths.map((path) => [resolve(path), identityOf(path)]))

/** Equal for a path as long as it leads to one folder, or to some file; undefined where it leads to nothing. */
function identityOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true })
    return found.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeNs}` : 'file'
  } catch {
    return undefined
  }
}
