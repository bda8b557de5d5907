import type { Source } from '../read/source.ts'
import { Spool } from './spool.ts'
import { spooledSource } from './spooled-source.ts'
import { unpackedSource } from './unpacked-source.ts'

/**
 * What comes as a stream, compressed or not, as a file of a run. It is kept in a temporary file that goes with the process, so that its
 * lines can be looked at again.
 * @param name how findings call it, and by which it is known for lineage or CSV.
 * @param open gives the stream, from its beginning; called when it is read.
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 * const source = streamSource('old/resources.jsonl', () => createReadStream('/mnt/old/resources.jsonl'))
 * const report = await checkRun([source])
 * ```
 */
export function streamSource(name: string, open: () => AsyncIterable<Uint8Array>): Source {
  const spool = new Spool()
  return unpackedSource(spooledSource(name, open, { printed: false, spool }), spool)
}
