/** Whole lines of one source, as one piece of bytes. */
export interface Lines {
  readonly bytes: Uint8Array
  /** The byte of the source at which they begin. */
  readonly offset: number
  /** Set for a single line that is too long to be held: its length in bytes, its end not counted. `bytes` is empty then. */
  readonly skipped?: number
}

const LF = 10

/** The longest line that is read, in bytes. A longer one is passed over without being held. */
export const LONGEST_LINE = 64 << 20

/**
 * Cuts a stream into pieces of about `size` bytes that end at a line's end, the last one at the stream's. A line that is
 * longer than that comes whole, and one that is longer than `longest` does not come at all, but for its length. Every byte is copied
 * once at most, however long the line.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
  longest = LONGEST_LINE,
): AsyncGenerator<Lines> {
  let pending: Uint8Array[] = []
  let length = 0
  /** Of what is pending, the part behind the last line end. */
  let open = 0
  let offset = 0
  /** The length so far of the line that is being passed over. */
  let skipped: number | undefined
  /** As much of a chunk as is looked at in one go: of the lines in it, only the one that began before it can be too long. */
  const most = Math.min(1 << 20, longest)

  const take = (bytes: Uint8Array): void => {
    if (bytes.length > 0) pending.push(bytes)
    length += bytes.length
  }
  function* give(count: number): Generator<Lines> {
    if (count === 0) return
    const whole = joined(pending, length)
    yield { bytes: whole.subarray(0, count), offset }
    offset += count
    pending = count < length ? [whole.subarray(count)] : []
    length -= count
  }

  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += most) {
      let step = chunk.subarray(at, at + most)
      if (skipped === undefined && open + step.length > longest) {
        const firstEnd = step.indexOf(LF)
        if (open + (firstEnd < 0 ? step.length : firstEnd) > longest) {
          yield* give(length - open)
          skipped = length
          pending = []
          length = open = 0
        }
      }
      if (skipped !== undefined) {
        const end = step.indexOf(LF)
        skipped += end < 0 ? step.length : end
        if (end < 0) continue
        yield { bytes: NO_BYTES, offset, skipped }
        offset += skipped + 1
        skipped = undefined
        step = step.subarray(end + 1)
      }
      const lines = step.lastIndexOf(LF) + 1
      open = lines > 0 ? step.length - lines : open + step.length
      if (lines > 0 && length + step.length >= size) {
        take(step.subarray(0, lines))
        yield* give(length)
        take(step.subarray(lines))
      } else {
        take(step)
      }
    }
  if (skipped !== undefined) yield { bytes: NO_BYTES, offset, skipped }
  else yield* give(length)
}

export const NO_BYTES = new Uint8Array(0)

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
