import { LONGEST_LINE } from '../split-lines.ts'

const [LF, QUOTE, BACKSLASH] = [0x0a, 0x22, 0x5c]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]

/** What numbers and words are made of: whether they are JSON is for the parser to say. */
export const isScalar = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  byte === 0x2b ||
  byte === 0x2d ||
  byte === 0x2e

/** A JSON value, or a name, while its bytes come. Not looked at but for where it ends; as long as a line may be, it is kept. */
export class Capture<Start> {
  done = false
  readonly isKey: boolean
  readonly start: Start
  readonly #scalar: boolean
  #depth = 0
  #inString = false
  #escaped = false
  #length = 0
  #pieces: Uint8Array[] = []

  constructor(first: number, isKey: boolean, start: Start) {
    this.isKey = isKey
    this.start = start
    this.#scalar = isScalar(first)
  }

  /** The whole; undefined where it was too long to be kept. */
  get bytes(): Uint8Array | undefined {
    if (this.#length > LONGEST_LINE) return undefined
    if (this.#pieces.length === 1) return this.#pieces[0]
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  /** Takes from `chunk` what belongs to it, from `from` on, and gives the index behind that. */
  read(chunk: Uint8Array, from: number, onLine: (at: number) => void): number {
    const end = this.#scalar ? this.#endOfScalar(chunk, from) : this.#endOfOther(chunk, from, onLine)
    this.#length += end - from
    if (this.#length > LONGEST_LINE) this.#pieces = []
    else this.#pieces.push(chunk.subarray(from, end))
    return end
  }

  #endOfScalar(chunk: Uint8Array, from: number): number {
    let i = from
    while (i < chunk.length && isScalar(chunk[i]!)) i++
    this.done = i < chunk.length
    return i
  }

  #endOfOther(chunk: Uint8Array, from: number, onLine: (at: number) => void): number {
    let depth = this.#depth
    let inString = this.#inString
    let escaped = this.#escaped
    let i = from
    for (; i < chunk.length && !this.done; i++) {
      const byte = chunk[i]!
      if (byte === LF) onLine(i)
      if (escaped) escaped = false
      else if (inString) {
        if (byte === QUOTE) inString = false
        else if (byte === BACKSLASH) escaped = true
        else continue
        this.done = !inString && depth === 0
      } else if (byte === QUOTE) inString = true
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.done = --depth === 0
    }
    this.#depth = depth
    this.#inString = inString
    this.#escaped = escaped
    return i
  }
}
