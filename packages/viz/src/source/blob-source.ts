import { BLOCK, bytesSource, sliceOfBlocks, type RecentBlocks, type Source } from '@lineagraph/core'
import { chunksOf, type UnpackedInput } from './unpack.ts'

/** Reads bytes at once, without waiting: in a worker, `FileReaderSync` does. Throws when the file is not there any more. */
export type ReadBytes = (blob: Blob) => ArrayBuffer

/**
 * A file of the page as a source of the core: the bytes stay where the browser keeps them until somebody looks at them.
 * @param blocks holds what is read again: a browser takes as long for a line as for a block. The files of a run share it.
 * @param key of this file among them.
 */
export function blobSource(
  { name, text: blob, printed = false, faults }: UnpackedInput & { readonly text: Blob },
  readBytes: ReadBytes,
  blocks: RecentBlocks,
  key: number,
): Source {
  const load = (index: number): Uint8Array | undefined => {
    try {
      return new Uint8Array(readBytes(blob.slice(index * BLOCK, (index + 1) * BLOCK)))
    } catch {
      return undefined // the file on the disk has changed since it was dropped
    }
  }
  const blockAt = (index: number): Uint8Array | undefined => blocks.get(`${key}:${index}`, () => load(index))
  return {
    name,
    printed,
    size: blob.size,
    chunks: () => chunksOf(blob),
    slice: (start, end) => sliceOfBlocks(blockAt, blob.size, start, end),
    faults: () => faults,
  }
}

/** The same where all bytes of it are held: they are already, or nothing can be read at once. */
export async function heldSource({ name, text, printed = false, faults }: UnpackedInput): Promise<Source> {
  const bytes = text instanceof Blob ? new Uint8Array(await text.arrayBuffer()) : text
  return { ...bytesSource(name, bytes), printed, faults: () => faults }
}
