import { closeSync, createReadStream, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs'
import type { RecentBlocks } from '../read/recent-blocks.ts'
import { BLOCK, sliceOfBlocks } from '../read/slice-of-blocks.ts'
import type { OpenFile, Source } from '../read/source.ts'
import { PathError, pathError } from './path-error.ts'
import { statusOf } from './path-status.ts'

/** Bytes that are read at once, from the start on. */
const CHUNK = 1 << 20

/**
 * A regular file on disk. Throws PathError where it is not there.
 * @param name how findings call it.
 * @param blocks holds what is read again; the files of a run share it. A file is open only while a block is loaded: no handle is left to
 * be closed, and 60,000 conflicts half a file of 38 MB apart take as long (3.6 s) as with a handle that stays open; one block took 7 s.
 */
export function fileSource(path: string, name: string, blocks: RecentBlocks): Source {
  const known = statusOf(path)
  const size = Number(known.size)
  const key = `:${known.mtimeNs}:${path}`
  /** By block. */
  const keys: string[] = []
  const blockAt = (index: number): Uint8Array | undefined =>
    blocks.get((keys[index] ??= index + key), () => readAgain(path, known, index * BLOCK, size))
  return {
    name,
    size,
    open: () => (size > 0 ? openFile(path, size) : undefined), // a file of /proc says 0, whatever is in it
    async *chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>
      } catch (error) {
        throw pathError(path, error)
      }
    },
    slice: (start, end) => sliceOfBlocks(blockAt, size, start, end),
  }
}

/** @param size of the file when it was found; what is written behind it since is not read. */
function openFile(path: string, size: number): OpenFile {
  try {
    return openedFile(path, openSync(path, 'r'), size)
  } catch (error) {
    throw pathError(path, error)
  }
}

/** A file that is open, in this thread or another. Reading throws PathError. */
export const openedFile = (path: string, handle: number, size: number): OpenFile => ({
  path,
  handle,
  size,
  read(target, start) {
    for (let at = 0; at < target.length;) {
      const count = readBytes(path, handle, target, at, start + at)
      if (count === 0)
        throw new PathError(
          path,
          `the file '${path}' has become shorter while it was read`,
          'check it again when nothing writes to it',
        )
      at += count
    }
  },
  close: () => closeSync(handle),
})

function readBytes(path: string, handle: number, target: Uint8Array, at: number, position: number): number {
  try {
    return readSync(handle, target, at, target.length - at, position)
  } catch (error) {
    throw pathError(path, error)
  }
}

/** A block of a file that is still the one that was read; undefined where it has changed or gone. */
function readAgain(path: string, known: BigIntStats, start: number, size: number): Uint8Array | undefined {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const now = fstatSync(handle, { bigint: true })
    if (now.size !== known.size || now.mtimeNs !== known.mtimeNs || now.ino !== known.ino) return undefined
    const bytes = new Uint8Array(Math.max(0, Math.min(BLOCK, size - start)))
    return readSync(handle, bytes, 0, bytes.length, start) === bytes.length ? bytes : undefined
  } catch {
    return undefined
  } finally {
    closeSync(handle)
  }
}
