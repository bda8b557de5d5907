import { isGzip, peek } from '../read/peek.ts'
import type { Source, SourceFault } from '../read/source.ts'
import { recoded, utf16Of } from '../read/utf16.ts'
import { gunzip } from './gunzip.ts'
import type { Spool } from './spool.ts'
import { spooledSource } from './spooled-source.ts'

/**
 * A source as UTF-8 text, whether it is that already, or compressed by gzip, or in UTF-16: its first bytes tell, not its name. What is
 * not as it stands on disk is kept in a temporary file of the spool, so that its lines can be looked at again.
 */
export function unpackedSource(raw: Source, spool?: Spool): Source {
  const faults: SourceFault[] = []
  let spooled: Source | undefined
  const { name, printed = false } = raw
  return {
    name,
    printed,
    get size() {
      return spooled ? undefined : raw.size
    },
    open() {
      const file = raw.open?.()
      if (file === undefined) return undefined
      const head = new Uint8Array(Math.min(2, file.size))
      file.read(head, 0)
      if (!isGzip(head) && utf16Of(head) === undefined) return file
      file.close()
      return undefined
    },
    async *chunks() {
      let text = await peek(raw.chunks(), 2)
      const isPacked = isGzip(text.head)
      if (isPacked)
        text = await peek(
          gunzip(raw, text.whole, (fault) => faults.push(fault)),
          2,
        )
      const encoding = utf16Of(text.head)
      if (encoding) faults.push({ kind: 'recoded', encoding })
      const { whole } = text
      if (isPacked || encoding)
        spooled = spooledSource(name, () => (encoding ? recoded(whole, encoding) : whole), {
          printed,
          ...(spool && { spool }),
        })
      yield* spooled ? spooled.chunks() : whole
    },
    slice: (start, end) => (spooled ?? raw).slice(start, end),
    faults: () => faults,
  }
}
