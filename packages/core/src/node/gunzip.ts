import type { Source, SourceFault } from '../read/source.ts'
import { zlib } from './zlib.ts'

/** Compressed bytes that are handed over at once. */
const PIECE = 1 << 14
/** What comes out at once, at most. */
const CHUNK = 1 << 18

/**
 * Decompresses a gzip file of one member or several. Of a file that is cut or damaged all comes that can be decompressed.
 * @param raw the file, which is looked at again where it is damaged.
 * @param chunks its bytes, from the first one on.
 * @param onFault called before the end, where something is wrong.
 */
export async function* gunzip(
  raw: Source,
  chunks: AsyncIterable<Uint8Array>,
  onFault: (fault: SourceFault) => void,
): AsyncGenerator<Uint8Array> {
  const engine = startEngine()
  let fed = 0
  let given = 0
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE)
      for (const out of await engine.feed(piece)) {
        given += out.length
        yield out
      }
      if (engine.isDone()) continue // zeros or a note behind the last member, which gzip passes over too
      if (engine.hasFailed()) {
        onFault({ kind: 'damaged' })
        yield* rest(raw, fed, piece, given)
        return
      }
      fed += piece.length
    }
  yield* await engine.end()
  if (engine.hasFailed()) onFault({ kind: 'cut' })
}

/**
 * What comes out of a damaged piece before the damage. zlib gives nothing of a piece in which it fails, so the file is decompressed once more
 * up to there, and then byte by byte.
 * @param fed compressed bytes before the piece. @param given decompressed bytes that came out already.
 */
async function* rest(raw: Source, fed: number, piece: Uint8Array, given: number): AsyncGenerator<Uint8Array> {
  const engine = startEngine()
  let out = 0
  for (let at = 0; at < fed; at += PIECE) {
    const again = raw.slice(at, Math.min(fed, at + PIECE))
    if (again === undefined) return
    for (const bytes of await engine.feed(again)) out += bytes.length
  }
  for (let at = 0; at < piece.length && !engine.hasFailed(); at++)
    for (const bytes of await engine.feed(piece.subarray(at, at + 1))) {
      yield bytes.subarray(Math.min(bytes.length, Math.max(0, given - out)))
      out += bytes.length
    }
}

/** zlib, one piece at a time: what is fed has come out, or has failed, when the promise is kept. */
function startEngine() {
  const engine = zlib().createGunzip({ chunkSize: CHUNK })
  let outputs: Uint8Array[] = []
  let state: 'open' | 'done' | 'failed' = 'open'
  let wake = (): void => {}
  const become = (next: typeof state): void => {
    state = next
    wake()
  }
  engine.on('data', (bytes: Uint8Array) => outputs.push(bytes))
  engine.on('end', () => become('done'))
  engine.on('error', () => become('failed'))
  const taken = (): Uint8Array[] => {
    const out = outputs
    outputs = []
    return out
  }
  const after = async (act: (done: () => void) => void): Promise<Uint8Array[]> => {
    if (state === 'open')
      await new Promise<void>((resolve) => {
        wake = resolve
        act(resolve)
      })
    return taken()
  }
  return {
    feed: (piece: Uint8Array) => after((done) => engine.write(piece, (error) => error ?? done())),
    end: () => after(() => engine.end()),
    isDone: () => state === 'done',
    hasFailed: () => state === 'failed',
  }
}
