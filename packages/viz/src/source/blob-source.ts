import type { Source } from '@lineagraph/core'
import { chunksOf, type UnpackedInput } from './unpack.ts'

/** Reads bytes at once, without waiting: in a worker, `FileReaderSync` does. Throws when the file is not there any more. */
export type ReadBytes = (blob: Blob) => ArrayBuffer

/** A file of the page as a source of the core: the bytes stay where the browser keeps them until somebody looks at them. */
export const blobSource = (
  { name, blob, printed = false, faults }: UnpackedInput,
  readBytes: ReadBytes,
): Source => ({
  name,
  printed,
  size: blob.size,
  chunks: () => chunksOf(blob),
  slice(start, end) {
    try {
      return new Uint8Array(readBytes(blob.slice(start, end)))
    } catch {
      return undefined // the file on the disk has changed since it was dropped
    }
  },
  faults: () => faults,
})
