const LF = 10
const encoder = new TextEncoder()

/** A place inside a value that may stand on several lines. */
export interface PlaceInValue {
  /** How many lines further down than the value begins. */
  readonly lines: number
  /** The byte of the value at which that line begins, 0 on the first. */
  readonly lineByte: number
  /** UTF-16 units behind that. */
  readonly at: number
  /** The byte of the value. */
  readonly byte: number
}

/**
 * Where in a value of a document a character stands.
 * @param bytes of the text.
 * @param at UTF-16 units from the beginning of the value.
 */
export function placeInValue(text: string, bytes: Uint8Array, at: number): PlaceInValue {
  const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  let lines = 0
  let lineByte = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < lineStart; next = text.indexOf('\n', next + 1)) {
    lines++
    lineByte = bytes.indexOf(LF, lineByte) + 1
  }
  const byte = lineByte + encoder.encode(text.slice(lineStart, at)).length
  return { lines, lineByte, at: at - lineStart, byte }
}
