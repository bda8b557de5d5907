/** Whole lines of one source, as one piece of bytes. */
export interface Lines {
  readonly bytes: Uint8Array
  /** The byte of the source at which they begin. */
  readonly offset: number
}

const LF = 10

/**
 * Cuts a stream into pieces of about `size` bytes that end at a line's end, the last one at the stream's. A line that is
 * longer than that comes whole. Every byte is copied once at most, however long the line.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Lines> {
  let pending: Uint8Array[] = []
  let length = 0
  let offset = 0
  for await (const chunk of chunks) {
    const end = length + chunk.length < size ? 0 : chunk.lastIndexOf(LF) + 1
    if (end > 0) {
      pending.push(chunk.subarray(0, end))
      yield { bytes: joined(pending, length + end), offset }
      offset += length + end
      pending = []
      length = 0
    }
    if (end < chunk.length) {
      pending.push(chunk.subarray(end))
      length += chunk.length - end
    }
  }
  if (length > 0) yield { bytes: joined(pending, length), offset }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0]!
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
