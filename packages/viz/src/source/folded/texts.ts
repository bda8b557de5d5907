import { unzigzag } from './number-planes.ts'
import type { SectionReader } from './section.ts'

/** The texts of a section as they are spelled, end to end. A leaf lies inside the text that it is the end of. */
export class Texts {
  bytes = new Uint8Array(1 << 16)
  starts = new Int32Array(1 << 10)
  ends = new Int32Array(1 << 10)
  #length = 0
  #count = 1
  #lastHead = 0
  #jointAt = 0
  readonly #section: SectionReader
  readonly #words: Spellings
  readonly #gaps: Spellings

  constructor(section: SectionReader) {
    this.#section = section
    const { numbers, bytes } = section
    this.#words = new Spellings(bytes.letters, numbers.wordLengths)
    this.#gaps = new Spellings(bytes.gapLetters, numbers.gapLengths)
    this.#gaps.add(0)
  }

  /** Spells the next new text. @returns its number. */
  spellNext(): number {
    const { numbers, bytes } = this.#section
    const head = numbers.heads.next()
    const start = this.#length
    if (head > 0) {
      this.#lastHead += unzigzag(head - 1)
      this.#put(this.bytes, this.starts[this.#lastHead]!, this.ends[this.#lastHead]!)
      this.#put(bytes.joints, this.#jointAt, ++this.#jointAt)
      const leaf = numbers.leaves.next()
      if (leaf > 0) this.#put(this.bytes, this.starts[leaf]!, this.ends[leaf]!)
      else {
        const leafStart = this.#length
        this.#spellWords()
        this.#add(leafStart)
      }
    } else this.#spellWords()
    return this.#add(start)
  }

  #spellWords(): void {
    const { numbers } = this.#section
    for (let gap = 0; gap % 2 === 0;) {
      const word = numbers.words.next()
      this.#putSpelling(this.#words, word === 0 ? this.#words.addNext() : word - 1)
      gap = numbers.gaps.next()
      this.#putSpelling(this.#gaps, gap < 2 ? this.#gaps.addNext() : (gap >> 1) - 1)
    }
  }

  #putSpelling({ letters, starts }: Spellings, number: number): void {
    this.#put(letters, starts[number]!, starts[number + 1]!)
  }

  #put(from: Uint8Array, start: number, end: number): void {
    const length = end - start
    if (this.#length + length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length + length, 2 * this.bytes.length))
      larger.set(this.bytes)
      if (from === this.bytes) from = larger
      this.bytes = larger
    }
    const { bytes } = this
    let at = this.#length
    for (let i = start; i < end; i++) bytes[at++] = from[i]!
    this.#length = at
  }

  /** Takes what has been put from a place on for a text. @returns its number. */
  #add(start: number): number {
    if (this.#count === this.starts.length) {
      this.starts = twice(this.starts)
      this.ends = twice(this.ends)
    }
    this.starts[this.#count] = start
    this.ends[this.#count] = this.#length
    return this.#count++
  }
}

/** Words, or gaps, as they become known. */
class Spellings {
  readonly letters: Uint8Array
  readonly #lengths: { next(): number }
  /** The last one is where the next begins. */
  starts = new Int32Array(1 << 10)
  #count = 0

  constructor(letters: Uint8Array, lengths: { next(): number }) {
    this.letters = letters
    this.#lengths = lengths
  }

  /** @returns its number. */
  addNext(): number {
    return this.add(this.#lengths.next())
  }

  add(length: number): number {
    if (this.#count + 1 === this.starts.length) this.starts = twice(this.starts)
    this.starts[this.#count + 1] = this.starts[this.#count]! + length
    return this.#count++
  }
}

function twice(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}
