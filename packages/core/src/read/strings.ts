import { caselessHash, hashBytes } from './hash.ts'
import { decodeWtf8, encodeWtf8 } from './wtf8.ts'

/** The index of a text in a table of strings. */
export type StringIndex = number

/** Stands where there is no text. */
export const UNSET = -1

/**
 * Every text of a run, once, as bytes end to end: a million ids take their bytes and 16 more each, and no JavaScript object.
 * `starts[i]` to `starts[i + 1]` are the bytes of text `i`; `slots` is an open hash table of indexes, -1 where free.
 */
export class Strings {
  #bytes = new Uint8Array(1 << 12)
  #starts = new Uint32Array(1 << 8)
  #hashes = new Int32Array(1 << 8)
  #slots = new Int32Array(1 << 9).fill(UNSET)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The index of `text`, which is taken in if it is new. */
  intern(text: string): StringIndex {
    const start = this.#starts[this.#size]!
    this.#reserveBytes(start + text.length * 3)
    const end = encodeWtf8(text, this.#bytes, start)
    return this.#internTail(start, end, hashBytes(this.#bytes, start, end))
  }

  /** Takes in text `index` of another table. */
  internFrom(other: Strings, index: StringIndex): StringIndex {
    const from = other.#starts[index]!
    const to = other.#starts[index + 1]!
    const start = this.#starts[this.#size]!
    this.#reserveBytes(start + (to - from))
    this.#bytes.set(other.#bytes.subarray(from, to), start)
    return this.#internTail(start, start + (to - from), other.#hashes[index]!)
  }

  /** The index of `text`, or UNSET where it was never taken in. */
  find(text: string): StringIndex {
    const bytes = new Uint8Array(text.length * 3)
    const end = encodeWtf8(text, bytes, 0)
    return this.#slots[this.#slotOf(bytes, 0, end, hashBytes(bytes, 0, end))]!
  }

  /** The text at `index`. Throws where there is none. */
  get(index: StringIndex): string {
    if (index < 0 || index >= this.#size) throw new RangeError(`no text has the index ${index}`)
    return decodeWtf8(this.#bytes.subarray(this.#starts[index], this.#starts[index + 1]))
  }

  /** The text at `index`, or undefined for UNSET. */
  at(index: StringIndex): string | undefined {
    return index === UNSET ? undefined : this.get(index)
  }

  /** Whether every byte of the text lies from `low` to `high`: below 0x80 a byte is a character. No string is made. */
  isWithin(index: StringIndex, low: number, high: number): boolean {
    for (let i = this.#starts[index]!; i < this.#starts[index + 1]!; i++)
      if (this.#bytes[i]! < low || this.#bytes[i]! > high) return false
    return true
  }

  /** Whether the text is ASCII without capitals: equal to its folded form. No string is made. */
  isSmallAscii(index: StringIndex): boolean {
    for (let i = this.#starts[index]!; i < this.#starts[index + 1]!; i++) {
      const byte = this.#bytes[i]!
      if (byte > 0x7f || (byte >= 0x41 && byte <= 0x5a)) return false
    }
    return true
  }

  /** A hash in which the case of ASCII letters does not count; undefined for a text beyond ASCII. No string is made. */
  caselessHash(index: StringIndex): number | undefined {
    return caselessHash(this.#bytes, this.#starts[index]!, this.#starts[index + 1]!)
  }

  /** Takes in the bytes that were written behind the last text, if they are a new one. */
  #internTail(start: number, end: number, hash: number): StringIndex {
    const slot = this.#slotOf(this.#bytes, start, end, hash)
    const known = this.#slots[slot]!
    if (known !== UNSET) return known
    const index = this.#size++
    if (this.#size + 1 >= this.#starts.length) {
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2))
      this.#hashes = grown(this.#hashes, new Int32Array(this.#hashes.length * 2))
    }
    this.#starts[index + 1] = end
    this.#hashes[index] = hash
    this.#slots[slot] = index
    if (this.#size * 2 > this.#slots.length) this.#rehash()
    return index
  }

  #slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (;;) {
      const index = this.#slots[slot]!
      if (index === UNSET || (this.#hashes[index] === hash && this.#equals(index, bytes, start, end)))
        return slot
      slot = (slot + 1) & mask
    }
  }

  #equals(index: StringIndex, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[index]!
    if (this.#starts[index + 1]! - from !== end - start) return false
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== this.#bytes[j]) return false
    return true
  }

  #reserveBytes(length: number): void {
    if (length <= this.#bytes.length) return
    this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(length, this.#bytes.length * 2)))
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(UNSET)
    const mask = this.#slots.length - 1
    for (let index = 0; index < this.#size; index++) {
      let slot = this.#hashes[index]! & mask
      while (this.#slots[slot] !== UNSET) slot = (slot + 1) & mask
      this.#slots[slot] = index
    }
  }
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
