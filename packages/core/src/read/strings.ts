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
 * `starts[i]` to `starts[i + 1]` are the bytes of text `i`. `slots` is an open hash table, at most half full: the low bits of a hash say
 * where its text is looked for first, and a slot holds the other bits of it above an index, so that a text that is not there is mostly
 * told without looking at another. A free slot is -1, which is no index: that many texts do not fit.
 */
export class Strings {
  readonly #text = new Bytes(1 << 12)
  #starts: Uint32Array = new Uint32Array(1 << 8)
  #hashes: Int32Array = new Int32Array(1 << 8)
  #slots = new Int32Array(1 << 9).fill(UNSET)
  #size = 0
  /** The text that is looked for. */
  readonly #sought = new Bytes(1 << 8)

  get size(): number {
    return this.#size
  }

  /** The index of `text`, which is taken in if it is new. */
  intern(text: string): StringIndex {
    const start = this.#starts[this.#size]!
    this.#text.reserve(start + text.length * 3)
    const end = encodeWtf8(text, this.#text.bytes, start)
    const hash = highHash(this.#text.words, start, end)
    const known = this.#look(this.#text.words, start, end, hash)
    return known >= 0 ? known : this.#add(~known, end, hash)
  }

  /** The same of a text of which the bytes are given, well-formed WTF-8, and the high half of its hash. */
  internBytes({ words }: Bytes, start: number, end: number, hash: number): StringIndex {
    const known = this.#look(words, start, end, hash)
    return known >= 0 ? known : this.#copy(~known, words, start, end, hash)
  }

  /**
   * Takes in all texts of another table.
   * @returns their indexes here, each one further on than its index there: the first, UNSET, is that of UNSET.
   */
  internAll(other: Strings): Int32Array {
    const starts = other.#starts
    const hashes = other.#hashes
    const count = other.#size
    this.#makeRoom(this.#size + count)
    this.#text.reserve(this.#starts[this.#size]! + starts[count]! + 4)
    const indexes = new Int32Array(count + 1)
    indexes[0] = UNSET
    this.#guess(hashes, count, indexes)
    this.#verify(other, indexes)
    for (let i = 0; i < count; i++) {
      if (indexes[i + 1] !== UNSET) continue
      indexes[i + 1] = this.internBytes(other.#text, starts[i]!, starts[i + 1]!, hashes[i]!)
    }
    return indexes
  }

  /**
   * Looks for all texts of another table.
   * @returns their indexes here, UNSET for those that were never taken in, each one further on than its index there: see `internAll`.
   */
  findAll(other: Strings): Int32Array {
    const starts = other.#starts
    const hashes = other.#hashes
    const count = other.#size
    const indexes = new Int32Array(count + 1)
    indexes[0] = UNSET
    this.#guess(hashes, count, indexes)
    this.#verify(other, indexes)
    const { words } = other.#text
    for (let i = 0; i < count; i++)
      if (indexes[i + 1] === UNSET)
        indexes[i + 1] = Math.max(UNSET, this.#look(words, starts[i]!, starts[i + 1]!, hashes[i]!))
    return indexes
  }

  // One step for all texts after the other, not all steps for one: what a processor waits for, it asks for many at a time then.

  /** Writes the index of a text behind each hash where a text that may have it is in its first slot, else UNSET. */
  #guess(hashes: Int32Array, count: number, indexes: Int32Array): void {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!
      const slot = slots[hash & mask]!
      indexes[i + 1] = slot !== UNSET && ((slot ^ hash) & ~mask) === 0 ? slot & mask : UNSET
    }
  }

  /** Sets to UNSET what is another text than that of the other table. */
  #verify(other: Strings, indexes: Int32Array): void {
    const { words } = other.#text
    for (let i = 0; i < indexes.length - 1; i++) {
      const index = indexes[i + 1]!
      if (index !== UNSET && !this.#equals(index, words, other.#starts[i]!, other.#starts[i + 1]!))
        indexes[i + 1] = UNSET
    }
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
    this.#sought.reserve(text.length * 3)
    const { bytes, words } = this.#sought
    const end = encodeWtf8(text, bytes, 0)
    return Math.max(UNSET, this.#look(words, 0, end, highHash(words, 0, end)))
  }

  /** The text at `index`. Throws where there is none. */
  get(index: StringIndex): string {
    if (index < 0 || index >= this.#size) throw new RangeError(`no text has the index ${index}`)
    return decodeWtf8(this.#text.bytes, this.#starts[index]!, this.#starts[index + 1]!)
  }

  /** The text at `index`, or undefined for UNSET. */
  at(index: StringIndex): string | undefined {
    return index === UNSET ? undefined : this.get(index)
  }

  /** How many bytes the text takes: as many as it has characters where all of them are ASCII. */
  lengthOf(index: StringIndex): number {
    return this.#starts[index + 1]! - this.#starts[index]!
  }

  /** A byte of the text; -1 behind its end. */
  byteAt(index: StringIndex, at: number): number {
    const place = this.#starts[index]! + at
    return place < this.#starts[index + 1]! ? this.#text.bytes[place]! : -1
  }

  /** How many bytes two texts begin with alike, of `known` of which that is known: `most` at most, which one of them has. */
  sharedBy(one: StringIndex, other: StringIndex, known: number, most: number): number {
    const { bytes } = this.#text
    const oneStart = this.#starts[one]!
    const otherStart = this.#starts[other]!
    const end = Math.min(most, this.#starts[other + 1]! - otherStart)
    let at = known
    while (at < end && bytes[oneStart + at] === bytes[otherStart + at]) at++
    return at
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
    this.#slots[slot] = (hash & ~(this.#slots.length - 1)) | index
    this.#makeRoom(this.#size)
    return index
  }

  /** Takes in bytes that are elsewhere. */
  #copy(slot: number, words: DataView, start: number, end: number, hash: number): StringIndex {
    const from = this.#starts[this.#size]!
    this.#text.reserve(from + (end - start) + 4)
    copyBytes(words, start, this.#text.words, from, end - start)
    return this.#add(slot, from + (end - start), hash)
  }

  /** The index of a text, or, where it was never taken in, the complement of the slot that it would have. */
  #look(words: DataView, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = slots[at]!
      if (slot === UNSET) return ~at
      if (((slot ^ hash) & ~mask) === 0 && this.#equals(slot & mask, words, start, end)) return slot & mask
    }
  }

  #equals(index: StringIndex, words: DataView, start: number, end: number): boolean {
    const from = this.#starts[index]!
    const length = end - start
    return (
      this.#starts[index + 1]! - from === length && equalBytes(words, start, this.#text.words, from, length)
    )
  }

  /** Makes the slots so many that `size` texts take half of them at most. */
  #makeRoom(size: number): void {
    let length = this.#slots.length
    if (size * 2 <= length) return
    while (size * 2 > length) length *= 2
    const slots = (this.#slots = new Int32Array(length).fill(UNSET))
    const mask = length - 1
    for (let index = 0; index < this.#size; index++) {
      const hash = this.#hashes[index]!
      let at = hash & mask
      while (slots[at] !== UNSET) at = (at + 1) & mask
      slots[at] = (hash & ~mask) | index
    }
  }
}

function grown<T extends Uint32Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
