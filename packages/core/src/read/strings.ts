import { Bytes, copyBytes, equalBytes } from './bytes.ts'
import { caselessHash } from './hash.ts'
import { highHash } from './text-hash.ts'
import { decodeWtf8, encodeWtf8 } from './wtf8.ts'

/** The index of a text in a table of strings. */
export type StringIndex = number

/** Stands where there is no text. */
export const UNSET = -1

export interface StringParts {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  readonly hashes: Int32Array
}

/**
 * Every text of a run, once, as bytes end to end: a million ids take their bytes and some 30 more each, and no JavaScript object.
 * `starts[i]` to `starts[i + 1]` are the bytes of text `i`. `slots` is an open hash table, two integers a slot: an index, -1 where it is
 * free, and the hash of its text, so that a text that is not there is mostly told without looking at another.
 */
export class Strings {
  readonly #text = new Bytes(1 << 12)
  #starts: Uint32Array = new Uint32Array(1 << 8)
  #hashes: Int32Array = new Int32Array(1 << 8)
  #slots = new Int32Array(1 << 10).fill(UNSET)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The index of `text`, which is taken in if it is new. */
  intern(text: string): StringIndex {
    const start = this.#starts[this.#size]!
    this.#text.reserve(start + text.length * 3)
    const end = encodeWtf8(text, this.#text.bytes, start)
    const hash = highHash(this.#text.words, start, end)
    const slot = this.#slotOf(this.#text.words, start, end, hash)
    const known = this.#slots[slot]!
    return known === UNSET ? this.#add(slot, end, hash) : known
  }

  /** The same of a text of which the bytes are given, well-formed WTF-8, and the high half of its hash. */
  internBytes({ words }: Bytes, start: number, end: number, hash: number): StringIndex {
    const slot = this.#slotOf(words, start, end, hash)
    const known = this.#slots[slot]!
    if (known !== UNSET) return known
    const from = this.#starts[this.#size]!
    this.#text.reserve(from + (end - start) + 4)
    copyBytes(words, start, this.#text.words, from, end - start)
    return this.#add(slot, from + (end - start), hash)
  }

  /**
   * Takes in all texts of another table.
   * @returns their indexes here, each one further on than its index there: the first, UNSET, is that of UNSET.
   */
  internAll(other: Strings): Int32Array {
    const { starts, hashes, words } = {
      starts: other.#starts,
      hashes: other.#hashes,
      words: other.#text.words,
    }
    const count = other.#size
    while ((this.#size + count) * 4 > this.#slots.length) this.#rehash()
    this.#text.reserve(this.#starts[this.#size]! + starts[count]! + 4)
    const indexes = new Int32Array(count + 1)
    indexes[0] = UNSET
    this.#touch(hashes, count, indexes)
    for (let i = 0; i < count; i++) {
      const start = starts[i]!
      const end = starts[i + 1]!
      const hash = hashes[i]!
      const slot = this.#slotOf(words, start, end, hash)
      const known = this.#slots[slot]!
      if (known !== UNSET) {
        indexes[i + 1] = known
        continue
      }
      const from = this.#starts[this.#size]!
      copyBytes(words, start, this.#text.words, from, end - start)
      indexes[i + 1] = this.#add(slot, from + (end - start), hash)
    }
    return indexes
  }

  #touch(hashes: Int32Array, count: number, into: Int32Array): void {
    const slots = this.#slots
    const mask = slots.length - 2
    for (let i = 0; i < count; i++) into[i + 1] = slots[(hashes[i]! << 1) & mask]!
    const starts = this.#starts
    for (let i = 1; i <= count; i++) if (into[i]! >= 0) into[i] = starts[into[i]!]!
    const { bytes } = this.#text
    for (let i = 1; i <= count; i++) if (into[i]! >= 0) into[i] = bytes[into[i]!]!
  }

  /** The texts and their hashes, as arrays that another thread can be given. */
  parts(): StringParts {
    const starts = this.#starts.slice(0, this.#size + 1)
    const hashes = this.#hashes.slice(0, this.#size)
    return { bytes: this.#text.copy(starts[this.#size]!), starts, hashes }
  }

  /** Takes such arrays for its own, in place of what it held. They can be read and taken over by `internAll` then, not looked for. */
  adopt({ bytes, starts, hashes }: StringParts): void {
    this.#text.adopt(bytes)
    this.#starts = starts
    this.#hashes = hashes
    this.#size = hashes.length
  }

  /** Lets go of all texts, not of the room for them. */
  clear(): void {
    this.#size = 0
    this.#slots.fill(UNSET)
  }

  /** The index of `text`, or UNSET where it was never taken in. */
  find(text: string): StringIndex {
    const { bytes, words } = new Bytes(text.length * 3)
    const end = encodeWtf8(text, bytes, 0)
    return this.#slots[this.#slotOf(words, 0, end, highHash(words, 0, end))]!
  }

  /** The text at `index`. Throws where there is none. */
  get(index: StringIndex): string {
    if (index < 0 || index >= this.#size) throw new RangeError(`no text has the index ${index}`)
    return decodeWtf8(this.#text.bytes.subarray(this.#starts[index], this.#starts[index + 1]))
  }

  /** The text at `index`, or undefined for UNSET. */
  at(index: StringIndex): string | undefined {
    return index === UNSET ? undefined : this.get(index)
  }

  /** Whether every byte of the text lies from `low` to `high`: below 0x80 a byte is a character. No string is made. */
  isWithin(index: StringIndex, low: number, high: number): boolean {
    const { bytes } = this.#text
    const end = this.#starts[index + 1]!
    for (let i = this.#starts[index]!; i < end; i++) if (bytes[i]! < low || bytes[i]! > high) return false
    return true
  }

  /** Whether the text is ASCII without capitals: equal to its folded form. No string is made. */
  isSmallAscii(index: StringIndex): boolean {
    const { bytes } = this.#text
    const end = this.#starts[index + 1]!
    for (let i = this.#starts[index]!; i < end; i++) {
      const byte = bytes[i]!
      if (byte > 0x7f || (byte >= 0x41 && byte <= 0x5a)) return false
    }
    return true
  }

  /** A hash in which the case of ASCII letters does not count; undefined for a text beyond ASCII. No string is made. */
  caselessHash(index: StringIndex): number | undefined {
    return caselessHash(this.#text.bytes, this.#starts[index]!, this.#starts[index + 1]!)
  }

  /** Takes in the bytes that have been written behind the last text, a new one, up to `end`. */
  #add(slot: number, end: number, hash: number): StringIndex {
    const index = this.#size++
    if (index + 2 > this.#starts.length - 1) {
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2))
      this.#hashes = grown(this.#hashes, new Int32Array(this.#hashes.length * 2))
    }
    this.#starts[index + 1] = end
    this.#hashes[index] = hash
    this.#slots[slot] = index
    this.#slots[slot + 1] = hash
    if (this.#size * 4 > this.#slots.length) this.#rehash()
    return index
  }

  /** Where in the slots a text is, or would be. */
  #slotOf(words: DataView, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    let slot = (hash << 1) & mask
    for (;;) {
      const index = slots[slot]!
      if (index === UNSET || (slots[slot + 1] === hash && this.#equals(index, words, start, end))) return slot
      slot = (slot + 2) & mask
    }
  }

  #equals(index: StringIndex, words: DataView, start: number, end: number): boolean {
    const from = this.#starts[index]!
    const length = end - start
    return (
      this.#starts[index + 1]! - from === length && equalBytes(words, start, this.#text.words, from, length)
    )
  }

  #rehash(): void {
    const old = this.#slots
    const slots = (this.#slots = new Int32Array(old.length * 2).fill(UNSET))
    const mask = slots.length - 2
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === UNSET) continue
      const hash = old[i + 1]!
      let slot = (hash << 1) & mask
      while (slots[slot] !== UNSET) slot = (slot + 2) & mask
      slots[slot] = old[i]!
      slots[slot + 1] = hash
    }
  }
}

function grown<T extends Uint32Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
