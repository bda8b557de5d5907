import { Bytes, copyBytes, equalAscii } from '../bytes.ts'
import type { Cursor } from './cursor.ts'
import type { PlainLine } from './plain-line.ts'

/** How many phrases are known behind each value, and how long one is at most. */
const MOST = 4
const LONGEST = 512

/** What a phrase has said, as numbers side by side: bits of `PlainLine.fields` and `ends`, and what its flags add to the content's hash. */
const FIELDS = 0
const ENDS = 1
const HIGH = 2
const LOW = 3
/** The slot of the value behind it, how many bytes it has, and how many are compared: the first of the value may tell what it is. */
const NEXT = 4
const LENGTH = 5
const COMPARED = 6
/** Whether a number is behind it. */
const IS_NUMBER = 7
const WIDTH = 8

const QUOTE = 0x22
const MINUS = 0x2d
const OPEN_BRACKET = 0x5b

/**
 * What stands between the values of a line, such as `, "definition": null, "owners": null, "type": `. Whatever prints a run prints the
 * same few over and over: each is spelled once, and then known by its bytes, together with what it says.
 */
export class Phrases {
  readonly #text: Bytes
  readonly #said: Int32Array
  /** By slot: the phrase that was read last, and the one that is forgotten next. */
  readonly #last: Int32Array
  readonly #oldest: Int32Array

  /** @param slots how many values there are that a phrase may stand behind. */
  constructor(slots: number) {
    this.#text = new Bytes(slots * MOST * LONGEST)
    this.#said = new Int32Array(slots * MOST * WIDTH)
    this.#last = Int32Array.from({ length: slots }, (_, slot) => slot * MOST)
    this.#oldest = this.#last.slice()
  }

  /**
   * Reads a known phrase into a line.
   * @param slot of the value before it.
   * @returns the slot of the value behind it; -1 where none that is known stands there, or where it names what the line has named.
   */
  read(slot: number, cursor: Cursor, line: PlainLine): number {
    const last = this.#last[slot]!
    if (this.#isAt(last, cursor)) return this.#take(last, cursor, line)
    const first = slot * MOST
    for (let phrase = first; phrase < first + MOST; phrase++) {
      if (phrase === last || !this.#isAt(phrase, cursor)) continue
      this.#last[slot] = phrase
      return this.#take(phrase, cursor, line)
    }
    return -1
  }

  #isAt(phrase: number, { text, at }: Cursor): boolean {
    const said = this.#said
    const compared = said[phrase * WIDTH + COMPARED]!
    if (compared === 0 || !equalAscii(text.words, at, this.#text.words, phrase * LONGEST, compared))
      return false
    return said[phrase * WIDTH + IS_NUMBER] === 0 || startsNumber(text.bytes[at + compared]!)
  }

  #take(phrase: number, cursor: Cursor, line: PlainLine): number {
    const said = this.#said
    const at = phrase * WIDTH
    const fields = said[at + FIELDS]!
    const ends = said[at + ENDS]!
    if ((line.fields & fields) !== 0 || (line.ends & ends) !== 0) return -1
    line.fields |= fields
    line.ends |= ends
    line.content.high = (line.content.high + said[at + HIGH]!) | 0
    line.content.low = (line.content.low + said[at + LOW]!) | 0
    cursor.at += said[at + LENGTH]!
    return said[at + NEXT]!
  }

  /**
   * Keeps a phrase that has been spelled up to where the cursor is.
   * @param slot of the value before it. @param start where it begins. @param before what the line had said there.
   * @param next the slot of the value behind it. @param isEnd whether it ends the line, with no value behind it.
   */
  keep(
    slot: number,
    start: number,
    before: Said,
    cursor: Cursor,
    line: PlainLine,
    next: number,
    isEnd: boolean,
  ): void {
    const { bytes, words } = cursor.text
    const length = cursor.at - start
    if (length + 1 > LONGEST) return
    const first = bytes[cursor.at]!
    const isNumber = !isEnd && startsNumber(first)
    // What begins a broken value, such as the `n` of `nul`, begins a whole `null` too, which belongs to the phrase.
    if (!isEnd && !isNumber && first !== QUOTE && first !== OPEN_BRACKET) return
    const phrase = slot * MOST + (this.#oldest[slot]! % MOST)
    this.#oldest[slot]!++
    this.#last[slot] = phrase
    const compared = isEnd || isNumber ? length : length + 1
    copyBytes(words, start, this.#text.words, phrase * LONGEST, compared)
    const { fields, ends, content } = line
    this.#said.set(
      [
        fields & ~before.fields,
        ends & ~before.ends,
        content.high - before.high,
        content.low - before.low,
        next,
        length,
        compared,
        Number(isNumber),
      ],
      phrase * WIDTH,
    )
  }
}

/** What a line has said up to some place. */
export interface Said {
  readonly fields: number
  readonly ends: number
  readonly high: number
  readonly low: number
}

const startsNumber = (byte: number): boolean => byte === MINUS || (byte >= 0x30 && byte <= 0x39)
