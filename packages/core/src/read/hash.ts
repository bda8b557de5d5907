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
export function hashText(text: string): Halves {
  const high = mixedInto(HIGH, text, HIGH_FACTOR)
  const low = mixedInto(LOW, text, LOW_FACTOR)
  return [finishedHalf(high, low), finishedHalf(low, high)]
}

type Halves = readonly [high: number, low: number]

/** What each half begins with, and what it is multiplied by. */
const [HIGH, HIGH_FACTOR] = [0xdeadbeef | 0, 0x9e3779b1 | 0]
const [LOW, LOW_FACTOR] = [0x41c6ce57, 0x5f356495]

/** Mixes a text into what half of a hash has come to. */
function mixedInto(half: number, text: string, factor: number): number {
  for (let i = 0; i < text.length; i++) half = Math.imul(half ^ text.charCodeAt(i), factor)
  return half
}

const finishedHalf = (half: number, other: number): number =>
  finish(Math.imul(half ^ (half >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35))

/** The same 64 bits as sixteen hexadecimal digits. */
export const digestOf = (text: string): string => digestAfter('')(text)

/** What gives the digests of texts that all begin alike, by the rest of each. */
export function digestAfter(beginning: string): (rest: string) => string {
  const begunHigh = mixedInto(HIGH, beginning, HIGH_FACTOR)
  const begunLow = mixedInto(LOW, beginning, LOW_FACTOR)
  return (rest) => {
    const high = mixedInto(begunHigh, rest, HIGH_FACTOR)
    const low = mixedInto(begunLow, rest, LOW_FACTOR)
    return hexOf(finishedHalf(high, low), finishedHalf(low, high))
  }
}

/** 64 bits as sixteen hexadecimal digits, made at once: a text that is put together of others is taken apart again by who reads it. */
function hexOf(high: number, low: number): string {
  for (let i = 0; i < 8; i++) {
    digits[i] = HEX[(high >>> (28 - i * 4)) & 0xf]!
    digits[i + 8] = HEX[(low >>> (28 - i * 4)) & 0xf]!
  }
  return String.fromCharCode.apply(null, digits)
}

const HEX = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))
const digits = new Array<number>(16).fill(0)

/** Spreads every bit over all the others. */
export function finish(hash: number): number {
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
