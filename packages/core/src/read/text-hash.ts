import { firstBytes } from './bytes.ts'
import { finish } from './hash.ts'

/**
 * 64 bits of a text, as two halves, four bytes of its WTF-8 at a time; the high half alone picks the slot of a table. A reader that looks
 * at the bytes anyway hashes them as it goes: `scrambled` for each word, `mixHigh` and `mixLow` over them, `finish` with the length.
 * The mixing is that of MurmurHash3, which is in the public domain.
 */
export const SEED_HIGH = 0x3c6ef372
export const SEED_LOW = 0x1f83d9ab

export function scrambled(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51)
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
}

export function mixHigh(high: number, word: number): number {
  const mixed = high ^ word
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

export function mixLow(low: number, word: number): number {
  const mixed = (low + word) | 0
  return Math.imul((mixed << 11) | (mixed >>> 21), 0x9e3779b1)
}

/** The high half for the bytes from `start` to `end`. */
export function highHash(words: DataView, start: number, end: number): number {
  let high = SEED_HIGH
  let at = start
  for (; at + 4 <= end; at += 4) high = mixHigh(high, scrambled(words.getInt32(at, true)))
  if (at < end) high = mixHigh(high, scrambled(firstBytes(words.getInt32(at, true), end - at)))
  return finish(high ^ (end - start))
}

/** The low half. */
export function lowHash(words: DataView, start: number, end: number): number {
  let low = SEED_LOW
  let at = start
  for (; at + 4 <= end; at += 4) low = mixLow(low, scrambled(words.getInt32(at, true)))
  if (at < end) low = mixLow(low, scrambled(firstBytes(words.getInt32(at, true), end - at)))
  return finish(low ^ (end - start))
}
