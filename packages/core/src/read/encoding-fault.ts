import type { EncodingFault } from './input-problem.ts'
import { utf8Length } from './utf8-length.ts'

const REPLACEMENT = '\ufffd'

/**
 * What in a line is not UTF-8; undefined where all is. A U+FFFD that somebody wrote is a character like any other.
 * @param text of these bytes.
 * @param offset of the line in its file.
 */
export function encodingFaultOf(bytes: Uint8Array, text: string, offset: number): EncodingFault | undefined {
  if (!text.includes(REPLACEMENT)) return undefined
  let first = -1
  let count = 0
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    if (count++ === 0) first = at
    // One place is all that stands together: a whole word in another encoding.
    while (at < bytes.length && utf8Length(bytes, at) === 0) at++
  }
  if (count === 0) return undefined
  // A byte-order mark is left out at the head of the file only, as in the text.
  const before = new TextDecoder('utf-8', { ignoreBOM: offset > 0 }).decode(bytes.subarray(0, first))
  return { at: before.length, byte: offset + first, value: bytes[first]!, count }
}
