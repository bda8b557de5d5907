import { Readable } from 'node:stream'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { isGzip, peek, utf16Of, type Source } from '@lineagraph/core'
import { PathError } from '@lineagraph/core/node'
import { fold, type Unfolded } from './fold.ts'

/**
 * The files of a run, folded and compressed: sections that can be unpacked by themselves. What is compressed by gzip is kept as its text, and
 * as it is where that is damaged, so that the page finds the same. Rejects with PathError where a file is another one than was checked.
 */
export async function packRun(sources: readonly Source[]): Promise<Buffer[]> {
  const packed: Buffer[] = []
  for await (const section of fold(unfolded(sources))) packed.push(await gzipped(section))
  for (const source of sources)
    if (source.slice(0, 1) === undefined)
      throw new PathError(
        source.name,
        `the file '${source.name}' has changed while its report was made`,
        'make the report again when nothing writes to it',
      )
  return packed
}

/** By gzip, as small as it gets. */
export const gzipped = (bytes: Uint8Array): Promise<Buffer> =>
  allOf(Readable.from([bytes]).pipe(createGzip({ level: constants.Z_BEST_COMPRESSION, memLevel: 9 })))

/** The files one by one: each is opened when the one before has been read. */
async function* unfolded(sources: readonly Source[]): AsyncGenerator<Unfolded> {
  for (const source of sources) {
    const { head, whole } = await peek(source.chunks(), 2)
    if (!isGzip(head)) {
      yield { chunks: whole, isText: utf16Of(head) === undefined }
      continue
    }
    const packed = await allOf(whole)
    const isWhole = await endsWell(gunzipped(packed))
    yield { chunks: isWhole ? gunzipped(packed) : Readable.from([packed]), isText: isWhole }
  }
}

const gunzipped = (packed: Buffer): AsyncIterable<Uint8Array> => {
  const gunzip = createGunzip()
  gunzip.end(packed)
  return gunzip
}

async function endsWell(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    for await (const _ of chunks) continue
    return true
  } catch {
    return false
  }
}

async function allOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all)
}
