import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { HEADER_BYTES, looksLikeUpload } from '../read/looks-like-upload.ts'
import { isGzip } from '../read/peek.ts'
import { isRunFile, mayBeUpload } from '../read/run-file.ts'
import { pathError } from './path-error.ts'
import { statusOf } from './path-status.ts'
import { zlib } from './zlib.ts'

/**
 * The names of the files of a folder that belong to the run in it: declarations, and the CSV files that have the header of Secoda's
 * upload. Not those of folders in it. Throws PathError where the folder, or such a file, cannot be read.
 * @example
 * ```ts
 * for (const name of runFilesIn('out')) console.log(name)
 * ```
 */
export const runFilesIn = (folder: string): string[] =>
  namesIn(folder).filter(
    (name) =>
      (isRunFile(name) || mayBeUpload(name)) &&
      !statusOf(`${folder}/${name}`).isDirectory() &&
      (isRunFile(name) || isUploadFile(`${folder}/${name}`)),
  )

/** The names of all that is in a folder. Throws PathError where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw pathError(folder, error)
  }
}

/**
 * Whether the file at a path is Secoda's upload CSV, by its header. What is no regular file is not looked into: a pipe would wait, and
 * give its bytes only once. Throws PathError where the file cannot be read.
 * @example
 * ```ts
 * const isUpload = isUploadFile('out/tables.csv')
 * ```
 */
export function isUploadFile(path: string): boolean {
  if (!statusOf(path).isFile()) return false
  const head = headOf(path)
  return looksLikeUpload(isGzip(head) ? unpackedHead(head) : head)
}

function headOf(path: string): Uint8Array {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
    const head = new Uint8Array(HEADER_BYTES)
    return head.subarray(0, readSync(handle, head, 0, head.length, 0))
  } catch (error) {
    throw pathError(path, error)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** The beginning of what is compressed; nothing where that is damaged. */
function unpackedHead(head: Uint8Array): Uint8Array {
  const { constants, gunzipSync } = zlib()
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array(0)
  }
}
