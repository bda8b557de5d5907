import { isRunFile, mayBeUpload } from '@lineagraph/core'
import { isUploadFile } from '@lineagraph/core/node'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface RunFileOnDisk {
  readonly name: string
  readonly path: string
  readonly size: number
}

/**
 * The files of the run at a path, by name: those of a folder that belong to a run, or the one file that it is. Nothing where the path is
 * not there yet: an integration may be about to write it.
 */
export async function runFiles(path: string): Promise<RunFileOnDisk[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return []
  const names = found.isDirectory()
    ? (await readdir(path)).filter((name) => belongs(path, name)).sort()
    : [basename(path)]
  const folder = found.isDirectory() ? path : dirname(path)
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      const { size, isFile } = await stat(file).then(
        (stats) => ({ size: stats.size, isFile: stats.isFile() }),
        () => ({ size: 0, isFile: false }),
      )
      return isFile ? [{ name, path: file, size }] : []
    }),
  )
  return files.flat()
}

/** Whether a file of a folder belongs to the run in it. One that is gone again, or cannot be read, does not. */
function belongs(folder: string, name: string): boolean {
  if (isRunFile(name)) return true
  try {
    return mayBeUpload(name) && isUploadFile(join(folder, name))
  } catch {
    return false
  }
}
