import { isGzip, recoded, utf16Of, type SourceFault } from '@lineagraph/core'
import type { FoldedFile, RunInput } from './run-input.ts'

/** A file of a run as UTF-8 text, which is held or not, and what was wrong with it before. */
export interface UnpackedInput extends Omit<RunInput, 'blob'> {
  readonly text: Blob | Uint8Array
  readonly faults: readonly SourceFault[]
}

/** Unfolds files of a folded run: the run once, whichever of them is asked for. */
export type Unfold = (file: FoldedFile) => Promise<Blob | Uint8Array<ArrayBuffer>>

/**
 * Decompresses a file that is compressed by gzip, and recodes one that is in UTF-16: its first bytes tell, not its name.
 * @param unfolded gives a file of a folded run.
 */
export async function unpack({ blob: given, ...input }: RunInput, unfolded: Unfold): Promise<UnpackedInput> {
  const faults: SourceFault[] = []
  const content = given instanceof Blob ? given : await unfolded(given)
  if (content instanceof Uint8Array && !isGzip(content) && !utf16Of(content))
    return { ...input, text: content, faults }
  let blob = content instanceof Blob ? content : new Blob([content])
  if (isGzip(await headOf(blob))) {
    const { gunzip } = await import('./gunzip.ts') // most runs are not compressed
    const unpacked = await gunzip(blob)
    blob = unpacked.blob
    if (unpacked.state !== 'whole') faults.push({ kind: unpacked.state })
  }
  const encoding = utf16Of(await headOf(blob))
  if (encoding) {
    faults.push({ kind: 'recoded', encoding })
    const parts: BlobPart[] = []
    for await (const part of recoded(chunksOf(blob), encoding)) parts.push(new Blob([part as BlobPart]))
    blob = new Blob(parts)
  }
  return { ...input, text: blob, faults }
}

const headOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.slice(0, 2).arrayBuffer())

/** The bytes of a blob: not every browser can walk through a stream by itself. */
export async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}
