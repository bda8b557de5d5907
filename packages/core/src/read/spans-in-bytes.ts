import type { JsonPath, Span } from './scan-json.ts'

/** As deep as is looked: what declares something is not nested deeper. */
const DEEPEST = 32
const keyStarts = new Int32Array(DEEPEST + 1)
const keyEnds = new Int32Array(DEEPEST + 1)
const starts = new Int32Array(DEEPEST + 1)
const isObject = new Uint8Array(DEEPEST + 1)

/**
 * The same as `spansOf` on the bytes of a line, with nothing decoded: for lines of ASCII alone, in which a byte is a unit, and paths of
 * names alone. Undefined where a line is another one, or a name in it is escaped: then `spansOf` has to look.
 */
export function spansInBytes(
  bytes: Uint8Array,
  paths: readonly JsonPath[],
): (Span | undefined)[] | undefined {
  const spans: (Span | undefined)[] = paths.map(() => undefined)
  const length = bytes.length
  let depth = 0
  let isKeyNext = false
  const note = (start: number, end: number): void => {
    for (let i = 0; i < paths.length; i++)
      if (paths[i]!.length === depth && isAt(bytes, paths[i]!)) spans[i] = { start, end }
  }
  for (let at = 0; at < length;) {
    const byte = bytes[at]!
    if (byte === 0x22) {
      const end = endOfString(bytes, at + 1)
      if (end < 0) return undefined
      if (isKeyNext) {
        if (isEscaped(bytes, at, end)) return undefined
        keyStarts[depth] = at + 1
        keyEnds[depth] = end
        isKeyNext = false
      } else note(at, end + 1)
      at = end + 1
    } else if (byte === 0x7b || byte === 0x5b) {
      starts[depth] = at++
      if (++depth > DEEPEST) return undefined
      isObject[depth] = byte === 0x7b ? 1 : 0
      keyEnds[depth] = keyStarts[depth] = 0
      isKeyNext = byte === 0x7b
    } else if (byte === 0x7d || byte === 0x5d) {
      if (--depth < 0) return undefined
      isKeyNext = false
      note(starts[depth]!, ++at)
    } else if (byte === 0x2c) {
      isKeyNext = isObject[depth] === 1
      at++
    } else if (byte === 0x3a || byte <= 0x20) {
      at++
    } else {
      const start = at
      while (at < length && isInWord(bytes[at]!)) at++
      if (at === start) return undefined
      note(start, at)
    }
  }
  return depth === 0 ? spans : undefined
}

/** Where the quote is that closes a string; -1 where none is, and where a byte is no ASCII. */
function endOfString(bytes: Uint8Array, at: number): number {
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 0x22) return at
    if (byte > 0x7f) return -1
    if (byte === 0x5c) at++
  }
  return -1
}

function isEscaped(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === 0x5c) return true
  return false
}

/** Of a number, or of true, false and null. */
const isInWord = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x2d ||
  byte === 0x2b ||
  byte === 0x2e ||
  byte === 0x45

/** Whether the keys of all levels are those of a path. */
function isAt(bytes: Uint8Array, path: JsonPath): boolean {
  for (let level = path.length; level > 0; level--) {
    const key = path[level - 1]!
    const start = keyStarts[level]!
    if (typeof key !== 'string' || isObject[level] === 0 || keyEnds[level]! - start !== key.length)
      return false
    for (let i = 0; i < key.length; i++) if (bytes[start + i] !== key.charCodeAt(i)) return false
  }
  return true
}
