import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../read/source.ts'

/**
 * What comes only once, such as standard input. It is kept in a temporary file, so that its lines can be looked at again; the file
 * goes with the process.
 * @param name how findings call it.
 */
export function spooledSource(name: string, stream: AsyncIterable<Uint8Array>): Source {
  let handle: number | undefined
  let size = 0
  return {
    name,
    printed: true,
    async *chunks() {
      handle = openTemporary()
      for await (const chunk of stream) {
        for (let written = 0; written < chunk.length;)
          written += writeSync(handle, chunk, written, chunk.length - written, size + written)
        size += chunk.length
        yield chunk
      }
    },
    slice(start, end) {
      if (handle === undefined) return undefined
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, start))
    },
  }
}

/** A temporary file that only this process can read. Its name goes at once where the system allows it, else at the end. */
function openTemporary(): number {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-'))
  const handle = openSync(join(folder, 'input'), 'wx+', 0o600)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    remove()
  } catch {
    process.once('exit', remove) // Windows does not remove a file that is open
  }
  return handle
}
