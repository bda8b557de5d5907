/** Compressed bytes that are handed over at once. */
const PIECE = 1 << 14
/** Decompressed bytes that are held before the browser keeps them. */
const HELD = 1 << 24

/** What came out of a compressed file: all of it, or what could be had. */
export interface Unpacked {
  readonly blob: Blob
  readonly state: 'whole' | 'cut' | 'damaged'
}

/**
 * Decompresses a gzip file of one member or several. A browser decompresses one, and fails behind it: where it fails, the places at which
 * another member may begin are tried. Of a file that is cut or damaged all comes that can be decompressed.
 */
export async function gunzip(packed: Blob): Promise<Unpacked> {
  const members: Blob[] = []
  let starts: number[] | undefined
  let begin = 0
  for (;;) {
    const rest = await inflate(packed.slice(begin))
    if (rest.state !== 'damaged') return { ...rest, blob: new Blob([...members, rest.blob]) }
    starts ??= await memberStarts(packed)
    const member = await firstWhole(
      packed,
      begin,
      starts.filter((start) => start > begin),
    )
    if (member === undefined) {
      const last = await inflate(packed.slice(begin), rest.fed)
      return { state: last.state, blob: new Blob([...members, last.blob]) }
    }
    members.push(member.blob)
    begin = member.end
  }
}

async function firstWhole(
  packed: Blob,
  begin: number,
  ends: readonly number[],
): Promise<{ readonly blob: Blob; readonly end: number } | undefined> {
  for (const end of ends) {
    const { blob, state } = await inflate(packed.slice(begin, end))
    if (state === 'whole') return { blob, end }
    if (state === 'damaged') return undefined // before this end, so before any later one
  }
  return undefined
}

/** Where the bytes stand with which a member begins, in a file that is looked through once. */
async function memberStarts(packed: Blob): Promise<number[]> {
  const starts: number[] = []
  let [before, last, at] = [-1, -1, 0]
  const reader = packed.stream().getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read())
    for (const byte of read.value) {
      if (before === 0x1f && last === 0x8b && byte === 8) starts.push(at - 2)
      ;[before, last] = [last, byte]
      at++
    }
  return starts
}

/**
 * Decompresses one member.
 * @param fineFrom from where on it is fed byte by byte: a browser gives nothing of a piece in which it fails.
 * @returns with how much of it was fed before it failed.
 */
async function inflate(packed: Blob, fineFrom = Infinity): Promise<Unpacked & { readonly fed: number }> {
  const { writable, readable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  writer.closed.catch(() => {}) // `write` says the same
  const reading = readAll(readable)
  const ended = async (state: Unpacked['state'], fed: number) => ({ blob: await reading, state, fed })
  for (let at = 0; at < packed.size; at += PIECE) {
    const piece = new Uint8Array(await packed.slice(at, at + PIECE).arrayBuffer())
    const step = at < fineFrom ? PIECE : 1
    for (let inside = 0; inside < piece.length; inside += step)
      try {
        await writer.write(piece.subarray(inside, inside + step))
      } catch (error) {
        return ended(step === 1 && isBehindTheEnd(error) ? 'whole' : 'damaged', at)
      }
  }
  try {
    await writer.close()
    return await ended('whole', packed.size)
  } catch (error) {
    const state = isDamage(error) ? 'damaged' : 'cut'
    return await ended(state, Math.max(0, packed.size - PIECE))
  }
}

/** That what came out is not what was compressed may be said at the end only. */
const isDamage = (error: unknown): boolean => /incorrect|invalid|check/i.test(String(error))

/** A note or zeros behind the last member are no damage. Browsers say so in words only. */
const isBehindTheEnd = (error: unknown): boolean =>
  /junk|extra|trailing|after the end|past the end/i.test(String(error))

/** All that a stream gives before it ends or fails. */
async function readAll(readable: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const kept: Blob[] = []
  let parts: Uint8Array<ArrayBuffer>[] = []
  let held = 0
  const reader = readable.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parts.push(read.value)
      held += read.value.length
      if (held < HELD) continue
      kept.push(new Blob(parts))
      parts = []
      held = 0
    }
  } catch {
    // what came before stands
  }
  return new Blob([...kept, ...parts])
}
