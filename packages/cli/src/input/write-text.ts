import { writeSync } from 'node:fs'

/** As many bytes as are handed on at once, and room for that. */
const PIECE = 1 << 16
const ROOM = PIECE * 2
/** The most bytes that a code unit takes. */
const UNIT = 3

/** A text piece by piece, or as UTF-8 in pieces that are large already. */
export type Pieces = Iterable<string | Uint8Array>

/**
 * The same text as bytes, in larger pieces: a write for each finding would be a system call for each. The bytes hold until the next are
 * asked for.
 */
export function* gathered(pieces: Pieces): Generator<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(ROOM)
  let filled = 0
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (filled > 0) yield bytes.subarray(0, filled)
      filled = 0
      yield piece
      continue
    }
    const most = piece.length * UNIT
    if (filled >= PIECE || (filled > 0 && filled + most > ROOM)) {
      yield bytes.subarray(0, filled)
      filled = 0
    }
    if (most > ROOM) yield Buffer.from(piece)
    else filled += bytes.write(piece, filled)
  }
  if (filled > 0) yield bytes.subarray(0, filled)
}

/** Writes all of a text, or of bytes. A disk that fills up takes a part first and refuses only then, so the count that was written matters. */
export function writeText(handle: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}
