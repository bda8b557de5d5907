import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A stretch of a temporary file: the bytes of one source. */
export interface Stretch {
  readonly handle: number
  readonly start: number
}

/**
 * Temporary files for what comes only once, or in another form than it is read in. What is written one after the other shares a file, so
 * that a folder of thousands of compressed files needs one handle; what is written at the same time does not.
 */
export class Spool {
  /** Files that nothing is written to now, with their ends. */
  readonly #idle: Stretch[] = []

  /** A stretch without an end, until it is given back. Throws what the file system says. */
  open(): Stretch {
    return this.#idle.pop() ?? { handle: openTemporary(), start: 0 }
  }

  /** Ends a stretch. It can be read as before. */
  end({ handle, start }: Stretch, size: number): void {
    this.#idle.push({ handle, start: start + size })
  }
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
