import { createGzip, constants } from 'node:zlib'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isGzip, peek, type Source } from '@lineagraph/core'
import { PathError } from '@lineagraph/core/node'

/** The bytes of a file, compressed: by gzip, unless it is that already. Rejects with PathError where it is another one than was checked. */
export async function packFile(source: Source): Promise<Buffer[]> {
  const { head, whole } = await peek(source.chunks(), 2)
  const packed = isGzip(head) ? await allOf(whole) : await gzipped(whole)
  if (source.slice(0, 1) === undefined)
    throw new PathError(
      source.name,
      `the file '${source.name}' has changed while its report was made`,
      'make the report again when nothing writes to it',
    )
  return packed
}

/** By gzip, as small as it gets. */
export async function gzipped(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer[]> {
  const packed: Buffer[] = []
  await pipeline(
    Readable.from(bytes),
    createGzip({ level: constants.Z_BEST_COMPRESSION, memLevel: 9 }),
    async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) packed.push(piece)
    },
  )
  return packed
}

async function allOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer[]> {
  const all: Buffer[] = []
  for await (const piece of bytes) all.push(Buffer.from(piece))
  return all
}
