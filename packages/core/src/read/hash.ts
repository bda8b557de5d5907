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
export function hashText(text: string): readonly [high: number, low: number] {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  const mixedLow = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return [finish(mixedHigh), finish(mixedLow)]
}

/** The same 64 bits as sixteen hexadecimal digits. */
export function digestOf(text: string): string {
  const [high, low] = hashText(text)
  return hexOf(high) + hexOf(low)
}

/** 32 bits as eight hexadecimal digits. */
export const hexOf = (half: number): string => (half >>> 0).toString(16).padStart(8, '0')

/** Spreads every bit over all the others. */
export function finish(hash: number): number {
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
