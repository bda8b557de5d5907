import { mkdirSync, rmdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../input/usage-error.ts'

/**
 * Makes a folder, and those that it lies in, where they are not there. Throws UsageError where that cannot be.
 * @param option by which it was given.
 * @returns what takes away those that were made, as long as nothing is in them.
 */
export function makeFolder(path: string, option = '--out'): () => void {
  const first = make(path, option)
  return () => {
    if (first === undefined) return
    for (let folder = resolve(path); ; folder = dirname(folder)) {
      try {
        rmdirSync(folder)
      } catch {
        return
      }
      if (folder === resolve(first)) return
    }
  }
}

/** The outermost folder that was made; undefined where all were there. */
function make(path: string, option: string): string | undefined {
  try {
    return mkdirSync(path, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'EEXIST' || code === 'ENOTDIR'
      ? new UsageError(`'${path}' is a file, or lies in one`, `give ${option} a folder, there or not`)
      : new UsageError(
          `the folder '${path}' cannot be made (${code})`,
          `give ${option} a folder that may be written`,
        )
  }
}
