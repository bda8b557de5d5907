import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../read/source.ts'
import { PathError, pathError, systemCode } from './path-error.ts'

/**
 * What comes only once, such as standard input or a pipe. It is kept in a temporary file, so that its lines can be looked at again; the
 * file goes with the process. Reading rejects with PathError where the stream breaks or the temporary file cannot be written.
 * @param name how findings call it.
 * @param open gives the stream; called when it is read. Opening a pipe waits for its writer.
 */
export function spooledSource(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  { printed }: { readonly printed: boolean },
): Source {
  let handle: number | undefined
  let size = 0
  return {
    name,
    printed,
    async *chunks() {
      const file = kept(openTemporary)
      handle = file
      try {
        for await (const chunk of open()) {
          kept(() => writeWhole(file, chunk, size))
          size += chunk.length
          yield chunk
        }
      } catch (error) {
        throw error instanceof PathError ? error : pathError(name, error)
      }
    },
    slice(start, end) {
      if (handle === undefined) return undefined
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, start))
    },
  }
}

/** Does something with the temporary file: where that fails, its folder is what the user can mend. */
function kept<Result>(step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    throw new PathError(
      tmpdir(),
      `what comes through a pipe cannot be kept in the folder for temporary files, '${tmpdir()}' (${systemCode(error)})`,
      `set ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'} to a folder that has room and may be written, or give files`,
    )
  }
}

function writeWhole(handle: number, bytes: Uint8Array, at: number): void {
  for (let written = 0; written < bytes.length;)
    written += writeSync(handle, bytes, written, bytes.length - written, at + written)
}

/** A temporary file that only this process can read. Its name goes at once where the system allows it, else at the end. */
function openTemporary(): number {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  let handle: number
  try {
    handle = openSync(join(folder, 'input'), 'wx+', 0o600)
  } catch (error) {
    remove()
    throw error
  }
  try {
    remove()
  } catch {
    process.once('exit', () => {
      closeSync(handle) // Windows does not remove a file that is open
      remove()
    })
  }
  return handle
}
