import { equalBytes } from '../bytes.ts'
import type { Cursor } from './cursor.ts'

/** A few texts of ASCII that may stand where a cursor is. None begins with another. */
export class Words {
  readonly #bytes: DataView
  readonly #starts: readonly number[]
  readonly #lengths: readonly number[]

  constructor(texts: readonly string[]) {
    this.#lengths = texts.map(({ length }) => length)
    this.#starts = texts.map((_, i) => texts.slice(0, i).join('').length)
    const bytes = new TextEncoder().encode(`${texts.join('')}    `)
    this.#bytes = new DataView(bytes.buffer)
  }

  /** Reads the one that stands there; -1 where none does. */
  read(cursor: Cursor): number {
    for (let text = 0; text < this.#starts.length; text++) {
      if (!equalBytes(cursor.text.words, cursor.at, this.#bytes, this.#starts[text]!, this.#lengths[text]!))
        continue
      cursor.at += this.#lengths[text]!
      return text
    }
    return -1
  }
}
