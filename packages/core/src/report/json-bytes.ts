import { LONGEST_NAME, shownName } from '../check/quote.ts'
import type { Words } from '../check/say.ts'
import { Bytes } from '../read/bytes.ts'

/** As many bytes are handed on at once, and room for that. */
const PIECE = 1 << 16
const ROOM = PIECE * 2
/** So many digits are written one by one: those of every number below 2^31. */
const MOST_DIGITS = 10

const encoder = new TextEncoder()

/** JSON that comes again and again, as UTF-8. */
export class JsonPart {
  readonly words: DataView
  readonly length: number

  constructor(json: string) {
    const bytes = encoder.encode(json)
    this.length = bytes.length
    this.words = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 8) * 8))
    new Uint8Array(this.words.buffer).set(bytes)
  }
}

/**
 * JSON as UTF-8, written end to end: most texts need no escape and no string is made of the whole. What is written is what `JSON.stringify`
 * gives, whatever a text holds.
 */
export class JsonBytes {
  #room = new Bytes(ROOM)
  #length = 0
  readonly #sentences = new Map<readonly string[], readonly JsonPart[]>()

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

  /** JSON as it is. */
  part({ words: from, length }: JsonPart): void {
    const at = this.#length
    this.#room.reserve(at + length)
    const to = this.#room.words
    // Eight at a time, up to seven too many: UTF-8 makes no NaN of a float, whose bits a processor may change.
    for (let i = 0; i < length; i += 8) to.setFloat64(at + i, from.getFloat64(i, true), true)
    this.#length = at + length
  }

  /** JSON as it is, for what seldom comes. */
  json(json: string): void {
    const bytes = encoder.encode(json)
    this.#room.reserve(this.#length + bytes.length)
    this.#room.bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What stands between the quotes of a text. */
  text(text: string): void {
    if (!this.#plain(text)) this.json(JSON.stringify(text).slice(1, -1))
  }

  /** The same of words. */
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
      this.json(JSON.stringify(number))
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

  value(value: unknown): void {
    if (typeof value === 'number') this.number(value)
    else this.json(JSON.stringify(value))
  }

  /** Writes a text that needs no escape: graphic ASCII and the space, without the quote and the backslash. Nothing where it is another. */
  #plain(text: string): boolean {
    const at = this.#length
    const { length } = text
    this.#room.reserve(at + length)
    const { bytes } = this.#room
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return false
      bytes[at + i] = unit
    }
    this.#length = at + length
    return true
  }

  #partsOf(fixed: readonly string[]): readonly JsonPart[] {
    const known = this.#sentences.get(fixed)
    if (known) return known
    const parts = fixed.map((text) => new JsonPart(JSON.stringify(text).slice(1, -1)))
    this.#sentences.set(fixed, parts)
    return parts
  }
}
