import { LONGEST_NAME, shownName } from '../check/quote.ts'
import type { Words } from '../check/say.ts'
import { Bytes } from '../read/bytes.ts'

/** As many bytes are handed on at once, and room for that. */
const PIECE = 1 << 18
const ROOM = PIECE * 2
/** The most bytes that a code unit takes. */
const UNIT = 3
/** So many digits are written one by one: those of every number below 2^31. */
const MOST_DIGITS = 10
/** Of texts that come again and again, how many are kept. */
const MOST_KEPT = 1000

const encoder = new TextEncoder()

/** How texts stand in a form. */
export interface Medium {
  /** What of ASCII cannot stand for itself, beside control characters. */
  readonly special: string
  readonly escaped: (text: string) => string
}

/** Between the quotes of a text in JSON. */
export const IN_JSON: Medium = { special: '"\\', escaped: (text) => JSON.stringify(text).slice(1, -1) }
export const AS_IT_IS: Medium = { special: '', escaped: (text) => text }

/** What comes again and again, as UTF-8. */
export class Part {
  readonly words: DataView
  readonly length: number

  constructor(text: string) {
    const bytes = encoder.encode(text)
    this.length = bytes.length
    this.words = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 8) * 8))
    new Uint8Array(this.words.buffer).set(bytes)
  }
}

/** What is made of a text, kept for when the text comes again. */
export function keeping(make: (text: string) => string): (text: string) => Part {
  const kept = new Map<string, Part>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = new Part(make(text))
    if (kept.size < MOST_KEPT) kept.set(text, made)
    return made
  }
}

/**
 * A report as UTF-8, written end to end: no string is made of a finding, and a text of which every sign stands for itself, as most do, is
 * looked at once.
 */
export class ReportBytes {
  readonly #medium: Medium
  /** By sign of ASCII, 1 where it does not stand for itself. */
  readonly #isSpecial: Uint8Array
  readonly #sentences = new Map<readonly string[], readonly Part[]>()
  #room = new Bytes(ROOM)
  #length = 0

  constructor(medium: Medium) {
    this.#medium = medium
    this.#isSpecial = Uint8Array.from({ length: 128 }, (_, unit) =>
      unit < 0x20 || unit === 0x7f || medium.special.includes(String.fromCharCode(unit)) ? 1 : 0,
    )
  }

  /** Whether there is enough to be handed on. */
  get isFull(): boolean {
    return this.#length >= PIECE
  }

  /** What has been written since it was last taken. It holds until more is written. */
  take(): Uint8Array {
    const { bytes } = this.#room
    const taken = bytes.subarray(0, this.#length)
    this.#length = 0
    if (bytes.length > ROOM * 2) this.#room = new Bytes(ROOM)
    return taken
  }

  part({ words: from, length }: Part): void {
    const at = this.#length
    this.#room.reserve(at + length)
    const to = this.#room.words
    // Eight at a time, up to seven too many: UTF-8 makes no NaN of a float, whose bits a processor may change.
    for (let i = 0; i < length; i += 8) to.setFloat64(at + i, from.getFloat64(i, true), true)
    this.#length = at + length
  }

  /** What seldom comes, as it is. */
  raw(text: string): void {
    const bytes = encoder.encode(text)
    this.#room.reserve(this.#length + bytes.length)
    this.#room.bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** A text as it stands in this medium. */
  text(text: string): void {
    if (!this.#plain(text)) this.raw(this.#medium.escaped(text))
  }

  words(words: Words): void {
    if (typeof words === 'string') {
      this.text(words)
      return
    }
    const { fixed, given } = words
    let behind = 0
    for (const part of this.#partsOf(fixed)) {
      this.part(part)
      const value = given[behind++]
      if (typeof value === 'number') this.number(value)
      else if (value !== undefined && (value.length > LONGEST_NAME || !this.#plain(value)))
        this.text(shownName(value))
    }
  }

  number(number: number): void {
    if (number !== number >>> 0 || number > 0x7fffffff) {
      this.raw(String(number))
      return
    }
    this.#room.reserve(this.#length + MOST_DIGITS)
    const { bytes } = this.#room
    let end = this.#length + 1
    for (let rest = number; rest >= 10; rest = (rest / 10) | 0) end++
    let rest = number
    for (let at = end - 1; at >= this.#length; at--) {
      const tens = (rest / 10) | 0
      bytes[at] = 0x30 + rest - tens * 10
      rest = tens
    }
    this.#length = end
  }

  /** Writes a text of which every sign stands for itself and can be seen. Nothing where it may be another one. */
  #plain(text: string): boolean {
    const { length } = text
    this.#room.reserve(this.#length + length * UNIT)
    const { bytes } = this.#room
    const isSpecial = this.#isSpecial
    let at = this.#length
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) {
        if (isSpecial[unit] === 1) return false
        bytes[at++] = unit
        continue
      }
      if (!isSeen(unit)) return false
      if (unit < 0x800) bytes[at++] = 0xc0 | (unit >> 6)
      else {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
      }
      bytes[at++] = 0x80 | (unit & 0x3f)
    }
    this.#length = at
    return true
  }

  #partsOf(fixed: readonly string[]): readonly Part[] {
    const known = this.#sentences.get(fixed)
    if (known) return known
    const parts = fixed.map((text) => new Part(this.#medium.escaped(text)))
    this.#sentences.set(fixed, parts)
    return parts
  }
}

/** Whether a sign beyond ASCII is one by itself, and no control or mark of direction: some others are left out with these. */
const isSeen = (unit: number): boolean =>
  unit >= 0xa0 &&
  (unit < 0x200e || unit > 0x2069 || unit === 0x2026) && // the ellipsis is among them
  (unit < 0xd800 || unit > 0xdfff)
