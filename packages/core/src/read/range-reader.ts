import { Bytes } from './bytes.ts'
import type { OpenFile } from './source.ts'
import { LONGEST_LINE, NO_BYTES, type Lines } from './split-lines.ts'

const LF = 10
/** How much is read at once of a line that goes on behind its range. */
const STEP = 1 << 16

/** Reads the lines of files range by range, each into the same room. */
export class RangeReader {
  readonly #room = new Bytes(STEP)
  readonly #longest: number

  /** @param longest the longest line that is held, in bytes. No range is longer. */
  constructor(longest = LONGEST_LINE) {
    this.#longest = longest
  }

  /**
   * The lines that begin in a range, as one piece, and the length of one that is too long as another. Each is to be used before the next is
   * asked for. Ranges that follow each other give every line of a file once.
   */
  *lines(file: OpenFile, start: number, end: number): Generator<Lines> {
    const from = Math.max(0, start - 1) // the byte before tells whether a line begins with the range
    let length = this.#fill(file, from, 0, end - from)
    const first = start === 0 ? 0 : this.#endOfLine(0, length)
    if (first < 0 || from + first >= end) return

    /** Where the last line begins, if it goes on behind the range. */
    const open = Math.max(first, this.#room.bytes.subarray(0, length).lastIndexOf(LF) + 1)
    let close = open === length ? open : -1
    while (close < 0 && length - open <= this.#longest) {
      const searched = length
      length = this.#fill(file, from, length, STEP)
      close = length === searched ? length : this.#endOfLine(searched, length)
    }
    if (close >= 0 && close - open <= this.#longest + 1) {
      yield { bytes: this.#room.bytes.subarray(first, close), offset: from + first }
      return
    }
    if (open > first) yield { bytes: this.#room.bytes.subarray(first, open), offset: from + first }
    yield { bytes: NO_BYTES, offset: from + open, skipped: this.#lengthOfLine(file, from + open) }
  }

  /** Reads bytes of a file to a place in the room, as far as there are so many, and gives the end. */
  #fill(file: OpenFile, from: number, at: number, count: number): number {
    const end = Math.min(at + count, file.size - from)
    this.#room.reserve(end)
    file.read(this.#room.bytes.subarray(at, end), from + at)
    return end
  }

  /** The place behind the next line end in the room, or -1. */
  #endOfLine(at: number, end: number): number {
    const lineEnd = this.#room.bytes.indexOf(LF, at)
    return lineEnd >= 0 && lineEnd < end ? lineEnd + 1 : -1
  }

  #lengthOfLine(file: OpenFile, start: number): number {
    for (let at = start; ;) {
      const length = this.#fill(file, at, 0, STEP)
      const close = this.#endOfLine(0, length)
      if (close >= 0) return at + close - 1 - start
      at += length
      if (at === file.size) return at - start
    }
  }
}
