import type { JsonPath, Span } from './scan-json.ts'

/** As deep as is looked: what declares something is not nested deeper. */
const DEEPEST = 32
const keyStarts = new Int32Array(DEEPEST + 1)
const keyEnds = new Int32Array(DEEPEST + 1)
const starts = new Int32Array(DEEPEST + 1)
const isObject = new Uint8Array(DEEPEST + 1)

/** By path, where the value is that was found last; -1 for none. */
let [found, foundEnds] = [new Int32Array(8), new Int32Array(8)]

/**
 * The first of some values that a line has, as `spansOf` finds it, with nothing decoded: in lines of ASCII alone, in which a byte is a
 * unit, and by paths of names alone. Undefined where the line has none of them, is another one, or has a name in it that is escaped: then
 * `spansOf` has to look.
 * @param bytes from the beginning of the line on; what is behind a line feed is not looked at.
 */
export function spanInBytes(bytes: Uint8Array, paths: readonly JsonPath[]): Span | undefined {
  if (paths.length > found.length)
    [found, foundEnds] = [new Int32Array(paths.length), new Int32Array(paths.length)]
  for (let i = 0; i < paths.length; i++) found[i] = -1
  const length = bytes.length
  let depth = 0
  let isKeyNext = false
  for (let at = 0; at < length;) {
    const byte = bytes[at]!
    if (byte === 0x22) {
      let end = at + 1
      while (end < length && IS_PLAIN[bytes[end]!] === 1) end++
      if (end === length) return undefined
      if (bytes[end] !== 0x22) {
        end = isKeyNext ? -1 : endOfString(bytes, end)
        if (end < 0) return undefined
      }
      if (isKeyNext) {
        keyStarts[depth] = at + 1
        keyEnds[depth] = end
        isKeyNext = false
      } else note(bytes, paths, depth, at, end + 1)
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
      note(bytes, paths, depth, starts[depth]!, ++at)
    } else if (byte === 0x2c) {
      isKeyNext = isObject[depth] === 1
      at++
    } else if (byte === 0x0a) {
      break
    } else if (byte === 0x3a || byte <= 0x20) {
      at++
    } else {
      const start = at
      while (at < length && isInWord(bytes[at]!)) at++
      if (at === start) return undefined
      note(bytes, paths, depth, start, at)
    }
  }
  if (depth !== 0) return undefined
  for (let i = 0; i < paths.length; i++) if (found[i]! >= 0) return { start: found[i]!, end: foundEnds[i]! }
  return undefined
}

/** Notes a value by the paths that lead to it. */
function note(
  bytes: Uint8Array,
  paths: readonly JsonPath[],
  depth: number,
  start: number,
  end: number,
): void {
  for (let i = 0; i < paths.length; i++)
    if (paths[i]!.length === depth && isAt(bytes, paths[i]!)) {
      found[i] = start
      foundEnds[i] = end
    }
}

/** Where the quote is that closes a string; -1 where none is, and where a byte is no ASCII. */
function endOfString(bytes: Uint8Array, at: number): number {
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 0x22) return at
    if (byte > 0x7f || byte === 0x0a) return -1
    if (byte === 0x5c) at++
  }
  return -1
}

/** By byte, 1 where it is ASCII and neither ends a string or a line nor escapes what follows. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > 0x7f || byte === 0x22 || byte === 0x5c || byte === 0x0a ? 0 : 1,
)

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
