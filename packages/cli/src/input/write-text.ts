import { writeSync } from 'node:fs'

/** As much text as is handed on at once. */
const PIECE = 1 << 16

/** The same text in larger pieces: a write for each finding would be a system call for each. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** Writes all of a text, or of bytes. A disk that fills up takes a part first and refuses only then, so the count that was written matters. */
export function writeText(handle: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}
