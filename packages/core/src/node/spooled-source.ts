import { readSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Source } from '../read/source.ts'
import { Spool, type Stretch } from './spool.ts'
import { PathError, pathError, systemCode } from './path-error.ts'

/** Bytes that are read again at once. */
const CHUNK = 1 << 20

/**
 * What comes only once, such as standard input or a pipe, or in another form than it is read in. It is kept in a temporary file, so that
 * its lines can be looked at again; the file goes with the process. A second reading, when the first has come to its end, gives what was
 * kept. Reading rejects with PathError where the stream breaks or the temporary file cannot be written.
 * @param name how findings call it.
 * @param open gives the stream; called when it is read. Opening a pipe waits for its writer.
 * @param spool where it is kept; a file of its own where none is given.
 */
export function spooledSource(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  { printed, spool = new Spool() }: { readonly printed: boolean; readonly spool?: Spool },
): Source {
  let stretch: Stretch | undefined
  let size = 0
  let isWhole = false
  const slice = (start: number, end: number): Uint8Array | undefined => {
    if (stretch === undefined) return undefined
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
    return bytes.subarray(0, readSync(stretch.handle, bytes, 0, bytes.length, stretch.start + start))
  }
  return {
    name,
    printed,
    async *chunks() {
      if (isWhole) {
        for (let at = 0; at < size; at += CHUNK) yield slice(at, at + CHUNK) ?? new Uint8Array(0)
        return
      }
      const { handle, start } = (stretch = kept(() => spool.open()))
      try {
        for await (const chunk of open()) {
          kept(() => writeWhole(handle, chunk, start + size))
          size += chunk.length
          yield chunk
        }
        isWhole = true
      } catch (error) {
        throw error instanceof PathError ? error : pathError(name, error)
      } finally {
        spool.end(stretch, size)
      }
    },
    slice,
  }
}

/** Does something with the temporary file: where that fails, its folder is what the user can mend. */
function kept<Result>(step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    throw new PathError(
      tmpdir(),
      `what comes through a pipe, or compressed, cannot be kept in the folder for temporary files, '${tmpdir()}' (${systemCode(error)})`,
      `set ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'} to a folder that has room and may be written, or give files that are not compressed`,
    )
  }
}

function writeWhole(handle: number, bytes: Uint8Array, at: number): void {
  for (let written = 0; written < bytes.length;)
    written += writeSync(handle, bytes, written, bytes.length - written, at + written)
}
