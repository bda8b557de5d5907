/**
 * WTF-8: UTF-8 that also carries a surrogate without its other half. JSON allows such a text (`"\ud800"`), and an id is
 * compared as it is, so two of them must not both become U+FFFD. Source: https://simonsapin.github.io/wtf-8/
 */

const SURROGATE_LEAD = 0xed
/** As many bytes of ASCII are put together one by one: most ids are shorter, and a decoder takes longer to begin. */
const SHORT = 256
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Writes `text` from `at` on and gives the end. `target` must have room for three bytes a code unit. */
export function encodeWtf8(text: string, target: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i)
    if (point < 0x80) {
      target[at++] = point
      continue
    }
    if (point >= 0xd800 && point < 0xdc00 && i + 1 < text.length) {
      const low = text.charCodeAt(i + 1)
      if (low >= 0xdc00 && low < 0xe000) {
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00)
        i++
      }
    }
    at = writePoint(target, at, point)
  }
  return at
}

/** Writes a code point, which may be half of a surrogate pair, and gives the end. */
export function writePoint(bytes: Uint8Array, to: number, point: number): number {
  if (point < 0x80) {
    bytes[to++] = point
    return to
  }
  if (point < 0x800) {
    bytes[to++] = 0xc0 | (point >> 6)
  } else {
    if (point < 0x10000) {
      bytes[to++] = 0xe0 | (point >> 12)
    } else {
      bytes[to++] = 0xf0 | (point >> 18)
      bytes[to++] = 0x80 | ((point >> 12) & 0x3f)
    }
    bytes[to++] = 0x80 | ((point >> 6) & 0x3f)
  }
  bytes[to++] = 0x80 | (point & 0x3f)
  return to
}

/** The text of well-formed WTF-8 that stands in `bytes` from `start` to `end`. */
export function decodeWtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= SHORT) {
    const units = new Array<number>(end - start)
    let at = start
    for (; at < end && bytes[at]! < 0x80; at++) units[at - start] = bytes[at]!
    if (at === end) return String.fromCharCode.apply(null, units)
  }
  const text = bytes.subarray(start, end)
  return hasLoneSurrogate(text) ? decodeWithSurrogates(text) : decoder.decode(text)
}

function hasLoneSurrogate(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === SURROGATE_LEAD && bytes[i + 1]! >= 0xa0) return true
  return false
}

function decodeWithSurrogates(bytes: Uint8Array): string {
  const parts: string[] = []
  let done = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== SURROGATE_LEAD || bytes[i + 1]! < 0xa0) continue
    parts.push(decoder.decode(bytes.subarray(done, i)))
    parts.push(String.fromCharCode(0xd000 | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f)))
    i += 2
    done = i + 1
  }
  parts.push(decoder.decode(bytes.subarray(done)))
  return parts.join('')
}
