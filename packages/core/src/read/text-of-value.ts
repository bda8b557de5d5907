const [LF, QUOTE, BACKSLASH] = [0x0a, 0x22, 0x5c]
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d]

/** How much is read at once when a value is looked at again: most are shorter. */
const PEEK = 1 << 12

/**
 * The bytes of the JSON object that begins at `offset`, read again, or of the rest of the line where none begins there; undefined where the
 * file has changed since.
 * @param slice gives bytes of the file.
 */
export function bytesOfValue(
  slice: (start: number, end: number) => Uint8Array | undefined,
  offset: number,
): Uint8Array | undefined {
  for (let length = PEEK; ; length *= 8) {
    const bytes = slice(offset, offset + length)
    if (bytes === undefined) return undefined
    const end = bytes[0] === OPEN_OBJECT ? endOfObject(bytes) : bytes.indexOf(LF)
    if (end >= 0) return bytes.subarray(0, end)
    if (bytes.length < length) return bytes
  }
}

/** Behind the brace that closes the object which begins the bytes; -1 where it is not among them. */
function endOfObject(bytes: Uint8Array): number {
  let depth = 0
  let inString = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (inString) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === OPEN_OBJECT) depth++
    else if (byte === CLOSE_OBJECT && --depth === 0) return i + 1
  }
  return -1
}
