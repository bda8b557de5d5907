import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import type { Source } from '../read/source.ts'
import { pathError } from './path-error.ts'

/** Bytes that are read at once: from the start on, and when a line is looked at again. */
const CHUNK = 1 << 20
const BLOCK = 1 << 16

/**
 * A file on disk. Throws PathError where it is not there.
 * @param name how findings call it.
 */
export function fileSource(path: string, name: string): Source {
  const known = statOf(path)
  let block = { start: 0, bytes: new Uint8Array(0) }
  return {
    name,
    size: known.size,
    async *chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>
      } catch (error) {
        throw pathError(path, error)
      }
    },
    slice(start, end) {
      const isHeld = start >= block.start && Math.min(end, known.size) <= block.start + block.bytes.length
      if (!isHeld) {
        const bytes = readAgain(path, known, start, Math.max(end - start, BLOCK))
        if (bytes === undefined) return undefined
        block = { start, bytes }
      }
      return block.bytes.subarray(start - block.start, end - block.start)
    },
  }
}

function statOf(path: string): Stats {
  try {
    return statSync(path)
  } catch (error) {
    throw pathError(path, error)
  }
}

/** Bytes of a file that is still the one that was read; undefined where it has changed or gone. */
function readAgain(
  path: string,
  known: Stats,
  start: number,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const now = fstatSync(handle)
    if (now.size !== known.size || now.mtimeMs !== known.mtimeMs || now.ino !== known.ino) return undefined
    const bytes = new Uint8Array(Math.max(0, Math.min(length, known.size - start)))
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, start))
  } finally {
    closeSync(handle)
  }
}
