import { equalBytes } from '../bytes.ts'
import type { Cursor } from './cursor.ts'

/** Texts of ASCII that may stand where a cursor is, compared four bytes at a time. */
export class Words {
  readonly #bytes: DataView
  readonly #starts = new Int32Array(32)
  readonly count: number

  constructor(texts: readonly string[]) {
    this.count = texts.length
    let length = 0
    for (const [i, text] of texts.entries()) this.#starts[i + 1] = length += text.length
    const bytes = new Uint8Array(length + 4)
    new TextEncoder().encodeInto(texts.join(''), bytes)
    this.#bytes = new DataView(bytes.buffer)
  }

  lengthOf(text: number): number {
    return this.#starts[text + 1]! - this.#starts[text]!
  }

  isAt({ text: { words }, at }: Cursor, text: number): boolean {
    return equalBytes(words, at, this.#bytes, this.#starts[text]!, this.lengthOf(text))
  }

  /** Which of the texts stands there, the likely one being tried first; -1 where none does. */
  find(cursor: Cursor, likely: number): number {
    if (this.isAt(cursor, likely)) return likely
    for (let text = 0; text < this.count; text++) if (this.isAt(cursor, text)) return text
    return -1
  }
}
