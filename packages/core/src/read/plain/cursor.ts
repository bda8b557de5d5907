import { Bytes, firstBytes } from '../bytes.ts'
import { finish } from '../hash.ts'
import { highHash, lowHash, mixHigh, mixLow, scrambled, SEED_HIGH, SEED_LOW } from '../text-hash.ts'
import { utf8Length } from '../utf8-length.ts'
import { writePoint } from '../wtf8.ts'

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const BLANK = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const COLON = 0x3a
const BACKSLASH = 0x5c
const SMALL_U = 0x75
const CLOSE_BRACE = 0x7d

/** `null`, `true` and `fals` as words. */
const NULL = 0x6c6c756e
const TRUE = 0x65757274
const FALS = 0x736c6166
const SMALL_E = 0x65

/** Where the texts of one line that hold escapes are written out: a line that needs more is not read here. */
const WRITTEN_OUT = 1 << 20
/** The longest piece that is read here. */
const LONGEST_PIECE = 1 << 23
/** Digits that a number of JavaScript holds whatever they are. */
const SAFE_DIGITS = 15

/** The bytes that JSON's short escapes stand for, by the letter behind the backslash; 0 where there is none. */
const SHORT_ESCAPES = new Uint8Array(128)
for (const [letter, byte] of Object.entries({ '"': 34, '\\': 92, '/': 47, b: 8, f: 12, n: 10, r: 13, t: 9 }))
  SHORT_ESCAPES[letter.charCodeAt(0)] = byte

/**
 * Reads JSON out of bytes, one token after the other, without making a value of it. Every method that reads says whether what it is for
 * stood there; after a no the line is read in another way.
 */
export class Cursor {
  /** The piece that is read, zeros behind it, and behind these the texts that held escapes. */
  readonly text = new Bytes(LONGEST_PIECE + WRITTEN_OUT)
  at = 0
  /** Where the line begins that is read. */
  lineStart = 0
  #end = 0
  /** Where the next text with escapes is written. */
  #free = 0

  /** The text of the string, the number or the list that was read last: its bytes, as WTF-8, and their hash. A list has the hash alone. */
  start = 0
  end = 0
  high = 0
  low = 0

  /** Takes in lines to read; says no where they are too many. */
  load(lines: Uint8Array): boolean {
    if (lines.length > LONGEST_PIECE) return false
    const { bytes } = this.text
    bytes.set(lines)
    this.#end = lines.length
    bytes.fill(0, lines.length, lines.length + 4)
    return true
  }

  /** Goes to where a line begins. */
  startLine(at: number): void {
    this.at = at
    this.lineStart = at
    this.#free = this.#end + 4
  }

  /** Whether what has been read of the line is ASCII, and nothing in it is escaped. */
  get isAscii(): boolean {
    return this.#free === this.#end + 4
  }

  /** Whether the line ends here. */
  endOfLine(): boolean {
    this.skipBlanks()
    return this.at === this.#end || this.text.bytes[this.at] === LF
  }

  skipBlanks(): void {
    const { bytes } = this.text
    for (;;) {
      const byte = bytes[this.at]
      if (byte !== BLANK && byte !== TAB && byte !== CR) return
      this.at++
    }
  }

  /** Reads one character, and the blanks around it. */
  token(character: number): boolean {
    const { bytes } = this.text
    if (bytes[this.at]! <= BLANK) this.skipBlanks()
    if (bytes[this.at] !== character) return false
    this.at++
    if (bytes[this.at] === BLANK) this.at++
    if (bytes[this.at]! <= BLANK) this.skipBlanks()
    return true
  }

  /** Reads what stands behind a value in an object or a list: 1 for a comma, 0 for the end, which is `close`, -1 for anything else. */
  next(close = CLOSE_BRACE): 1 | 0 | -1 {
    const { bytes } = this.text
    if (bytes[this.at]! <= BLANK) this.skipBlanks()
    const byte = bytes[this.at]
    if (byte === close) {
      this.at++
      return 0
    }
    if (byte !== COMMA) return -1
    this.at++
    if (bytes[this.at] === BLANK) this.at++
    if (bytes[this.at]! <= BLANK) this.skipBlanks()
    return 1
  }

  colon(): boolean {
    return this.token(COLON)
  }

  null(): boolean {
    if (this.text.words.getInt32(this.at, true) !== NULL) return false
    this.at += 4
    return true
  }

  true(): boolean {
    if (this.text.words.getInt32(this.at, true) !== TRUE) return false
    this.at += 4
    return true
  }

  false(): boolean {
    const { words, bytes } = this.text
    if (words.getInt32(this.at, true) !== FALS || bytes[this.at + 4] !== SMALL_E) return false
    this.at += 5
    return true
  }

  /** Reads an integer that is written as JavaScript writes it and is told exactly by a number; its text is that. */
  integer(): boolean {
    const { bytes, words } = this.text
    const isNegative = bytes[this.at] === MINUS
    const first = isNegative ? this.at + 1 : this.at
    let end = first
    while (isDigit(bytes[end]!)) end++
    const count = end - first
    if (count === 0 || count > SAFE_DIGITS) return false
    if (bytes[first] === 0x30 && (count > 1 || isNegative)) return false
    const behind = bytes[end]
    if (behind !== COMMA && behind !== CLOSE_BRACE && behind !== BLANK) return false
    this.#isText(this.at, end, highHash(words, this.at, end), lowHash(words, this.at, end))
    this.at = end
    return true
  }

  /** The number that `integer` has read. */
  number(): number {
    const { bytes } = this.text
    const isNegative = bytes[this.start] === MINUS
    let number = 0
    for (let at = isNegative ? this.start + 1 : this.start; at < this.end; at++)
      number = number * 10 + (bytes[at]! - 0x30)
    return isNegative ? -number : number
  }

  /** Reads a string. */
  string(): boolean {
    const { bytes, words } = this.text
    if (bytes[this.at] !== QUOTE) return false
    const start = this.at + 1
    let high = SEED_HIGH
    let low = SEED_LOW
    for (let at = start; ; at += 4) {
      const word = words.getInt32(at, true)
      const special = specialIn(word)
      if (special === 0) {
        const mixed = scrambled(word)
        high = mixHigh(high, mixed)
        low = mixLow(low, mixed)
        continue
      }
      const count = (31 - Math.clz32(special & -special)) >>> 3
      const end = at + count
      if (bytes[end] !== QUOTE) return this.#writeOut(start, end)
      if (count > 0) {
        const mixed = scrambled(firstBytes(word, count))
        high = mixHigh(high, mixed)
        low = mixLow(low, mixed)
      }
      this.#isText(start, end, finish(high ^ (end - start)), finish(low ^ (end - start)))
      this.at = end + 1
      return true
    }
  }

  #isText(start: number, end: number, high: number, low: number): void {
    this.start = start
    this.end = end
    this.high = high
    this.low = low
  }

  /** Reads a string that holds an escape or more than ASCII. @param special where the first of these stands. */
  #writeOut(start: number, special: number): boolean {
    const { bytes, words } = this.text
    const from = this.#free
    const most = this.text.bytes.length - 16
    let to = from + (special - start)
    if (to >= most) return false
    bytes.copyWithin(from, start, special)
    let at = special
    for (;;) {
      const byte = bytes[at]!
      if (to >= most) return false
      if (byte === QUOTE) break
      if (byte === BACKSLASH) {
        const letter = bytes[at + 1]!
        if (letter !== SMALL_U) {
          const short = letter < 0x80 ? SHORT_ESCAPES[letter]! : 0
          if (short === 0) return false
          bytes[to++] = short
          at += 2
          continue
        }
        let point = this.#unitAt(at)
        if (point < 0) return false
        at += 6
        if (point >= 0xd800 && point < 0xdc00) {
          const other = this.#unitAt(at)
          if (other >= 0xdc00 && other < 0xe000) {
            point = 0x10000 + ((point - 0xd800) << 10) + (other - 0xdc00)
            at += 6
          }
        }
        to = writePoint(bytes, to, point)
        continue
      }
      if (byte < BLANK) return false
      const length = byte < 0x80 ? 1 : utf8Length(bytes, at)
      if (length === 0) return false
      for (let i = 0; i < length; i++) bytes[to++] = bytes[at++]!
    }
    this.#free = to
    this.at = at + 1
    this.#isText(from, to, highHash(words, from, to), lowHash(words, from, to))
    return true
  }

  /** The code unit of an escape such as `\u00e9` that begins at `at`; -1 where none does. */
  #unitAt(at: number): number {
    const { bytes } = this.text
    if (bytes[at] !== BACKSLASH || bytes[at + 1] !== SMALL_U) return -1
    let unit = 0
    for (let i = at + 2; i < at + 6; i++) {
      const digit = hexDigit(bytes[i]!)
      if (digit < 0) return -1
      unit = (unit << 4) | digit
    }
    return unit
  }
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/**
 * The high bit of each byte of a word that ends a plain text: a quote, a backslash, a control character, or one beyond ASCII. Only the lowest
 * one is sure. Source: https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
 */
function specialIn(word: number): number {
  const quote = word ^ 0x22222222
  const backslash = word ^ 0x5c5c5c5c
  return (
    (((quote - 0x01010101) & ~quote) |
      ((backslash - 0x01010101) & ~backslash) |
      ((word - 0x20202020) & ~word) |
      word) &
    0x80808080
  )
}
