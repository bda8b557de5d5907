import type { Strings, StringIndex } from '../strings.ts'
import { UNSET } from '../strings.ts'
import type { Cursor } from './cursor.ts'

/** Where the texts of the fields of one object stand, and their hashes. */
export class Spans {
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #hashes: Int32Array

  constructor(fields: number) {
    this.#starts = new Int32Array(fields)
    this.#ends = new Int32Array(fields)
    this.#hashes = new Int32Array(fields)
  }

  /** Keeps what a cursor has just read. */
  keep(field: number, { start, end, high }: Cursor): void {
    this.#starts[field] = start
    this.#ends[field] = end
    this.#hashes[field] = high
  }

  /** Says that a field has no text. */
  drop(field: number): void {
    this.#starts[field] = this.#ends[field] = 0
  }

  isEmpty(field: number): boolean {
    return this.#starts[field] === this.#ends[field]
  }

  /** Takes the text of a field into a table; UNSET where it is empty. */
  intern(field: number, { text }: Cursor, strings: Strings): StringIndex {
    const start = this.#starts[field]!
    const end = this.#ends[field]!
    return start === end ? UNSET : strings.internBytes(text, start, end, this.#hashes[field]!)
  }
}
