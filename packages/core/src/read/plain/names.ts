import type { Cursor } from './cursor.ts'
import { Words } from './words.ts'

/** The names of the fields that an object may have. */
export class Names {
  readonly #withColon: Words
  readonly #alone: Words
  /** What followed each name the last time: whatever prints a run keeps to an order, its own. */
  readonly #followers: Int32Array

  constructor(names: readonly string[]) {
    this.#withColon = new Words(names.map((name) => `"${name}":`))
    this.#alone = new Words(names.map((name) => `"${name}"`))
    this.#followers = Int32Array.from({ length: names.length + 1 }, (_, i) => i % names.length)
  }

  /**
   * Reads a name and the colon behind it.
   * @param before the name before it; -1 at the head of an object.
   * @returns its index; -1 where none of these names stands there, written without escapes.
   */
  read(cursor: Cursor, before: number): number {
    const likely = this.#followers[before + 1]!
    const name = this.#withColon.find(cursor, likely)
    if (name < 0) return this.#apart(cursor)
    if (name !== likely) this.#followers[before + 1] = name
    cursor.pass(this.#withColon.lengthOf(name))
    return name
  }

  /** A name with blanks between it and its colon. */
  #apart(cursor: Cursor): number {
    const name = this.#alone.find(cursor, 0)
    if (name < 0) return -1
    cursor.pass(this.#alone.lengthOf(name))
    return cursor.colon() ? name : -1
  }
}
