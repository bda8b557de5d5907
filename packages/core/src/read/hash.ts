/** FNV-1a over bytes with murmur's finish: 32 bits, well mixed in the low ones, which pick the slot of a table. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return finish(hash)
}

/** The hash of the bytes with every capital of ASCII as its small letter; undefined where one is beyond ASCII. */
export function caselessHash(bytes: Uint8Array, start: number, end: number): number | undefined {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte > 0x7f) return undefined
    const isCapital = byte >= 0x41 && byte <= 0x5a
    hash = Math.imul(hash ^ (isCapital ? byte | 0x20 : byte), 0x01000193)
  }
  return finish(hash)
}

/** Mixes a list of integers, or those from `start` to `end` in it, into 32 bits. */
export function hashInts(values: Int32Array, start = 0, end = values.length): number {
  let hash = 0x9e3779b9
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ values[i]!, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return finish(hash)
}

/** 64 bits of a text, as two halves: enough to tell apart what one run holds. Not for secrets. */
export const hashText = (text: string): Halves => finished(...mixed(START, text))

type Halves = readonly [high: number, low: number]

const START: Halves = [0xdeadbeef, 0x41c6ce57]

/** Mixes a text into what a hash has come to. */
function mixed([high, low]: Halves, text: string): Halves {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  return [high, low]
}

function finished(high: number, low: number): Halves {
  const mixedHigh = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  const mixedLow = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return [finish(mixedHigh), finish(mixedLow)]
}

/** The same 64 bits as sixteen hexadecimal digits. */
export const digestOf = (text: string): string => digestAfter('')(text)

/** What gives the digests of texts that all begin alike, by the rest of each. */
export function digestAfter(beginning: string): (rest: string) => string {
  const begun = mixed(START, beginning)
  return (rest) => {
    const [high, low] = finished(...mixed(begun, rest))
    return hexOf(high) + hexOf(low)
  }
}

/** 32 bits as eight hexadecimal digits. */
export const hexOf = (half: number): string =>
  HEX[half >>> 24]! + HEX[(half >>> 16) & 0xff]! + HEX[(half >>> 8) & 0xff]! + HEX[half & 0xff]!

/** By byte, its two digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Spreads every bit over all the others. */
export function finish(hash: number): number {
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
