import type { EncodingFault } from './input-problem.ts'

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
    const length = sequenceAt(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    if (count++ === 0) first = at
    // One place is all that stands together: a whole word in another encoding.
    while (at < bytes.length && sequenceAt(bytes, at) === 0) at++
  }
  if (count === 0) return undefined
  // A byte-order mark is left out at the head of the file only, as in the text.
  const before = new TextDecoder('utf-8', { ignoreBOM: offset > 0 }).decode(bytes.subarray(0, first))
  return { at: before.length, byte: offset + first, value: bytes[first]!, count }
}

/** The length of the character that begins at `at`, or 0 where none does. Source: Unicode 15, table 3-7. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  const second = bytes[at + 1] ?? 0
  if (second < least || second > most) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
