import type { Batch } from '../batch.ts'
import { Cursor } from './cursor.ts'
import { Phrases } from './phrases.ts'
import { PlainLine } from './plain-line.ts'
import { END, HEAD, spell } from './spell.ts'

/**
 * Reads lines straight from their bytes into columns: no text is decoded, no object made. It takes a line only where that proves that it is
 * JSON, that all of its fields are known and of their own type, and that none is written twice: a line in which nothing is to be found.
 * All others are left to `readLine`; a property holds the two together.
 */
export class PlainLines {
  readonly #cursor = new Cursor()
  readonly #line = new PlainLine()
  readonly #phrases = new Phrases(HEAD + 1)

  /** Takes in lines to read; says no where they are too many. */
  load(lines: Uint8Array): boolean {
    return this.#cursor.load(lines)
  }

  /**
   * Takes the line that begins at `at` into a batch.
   * @param offset of the line in its file.
   * @returns where the line ends, or -1, the batch being as it was, where the line is not plain.
   */
  read(batch: Batch, at: number, offset: number): number {
    const cursor = this.#cursor
    const line = this.#line
    cursor.startLine(at)
    if (cursor.endOfLine()) return cursor.at
    line.clear()
    for (let slot = HEAD; ;) {
      let next = this.#phrases.read(slot, cursor, line)
      if (next < 0) next = this.#spell(slot)
      if (next < 0) return -1
      if (next === END) break
      if (!line.read(next, cursor)) return -1
      slot = next
    }
    if (!cursor.endOfLine() || !line.push(cursor, batch, offset)) return -1
    batch.declarationCount++
    return cursor.at
  }

  #spell(slot: number): number {
    const cursor = this.#cursor
    const line = this.#line
    const start = cursor.at
    const before = { fields: line.fields, ends: line.ends, high: line.content.high, low: line.content.low }
    const next = spell(slot, cursor, line)
    if (next >= 0) this.#phrases.keep(slot, start, before, cursor, line, next, next === END)
    return next
  }
}
