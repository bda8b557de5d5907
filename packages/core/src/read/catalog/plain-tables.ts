import { CATALOG_PARTS } from '../catalog.ts'
import { Cursor } from '../plain/cursor.ts'
import { Words } from '../plain/words.ts'
import { UNSET } from '../strings.ts'
import type { CatalogFile } from './catalog-file.ts'

const [OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x5b, 0x5d]

const NAMES = new Words([...CATALOG_PARTS, 'columns'].map((name) => `"${name}"`))
const TABLE = CATALOG_PARTS.indexOf('table')
const COLUMNS = CATALOG_PARTS.length

/**
 * Reads lines of a catalog straight from their bytes: no text is decoded, no object made. It takes a line only where that proves that it is
 * `{cluster?, database?, schema?, table, columns?}` with nothing else in it and nothing wrong with it. All others are left to `readEntry`; a
 * property holds the two together.
 */
export class PlainTables {
  readonly #cursor = new Cursor()
  /** By part, where its text stands, with its hash; equal places where it has none. */
  readonly #starts = new Int32Array(CATALOG_PARTS.length)
  readonly #ends = new Int32Array(CATALOG_PARTS.length)
  readonly #hashes = new Int32Array(CATALOG_PARTS.length)
  readonly #tuple = new Int32Array(CATALOG_PARTS.length)
  /** Of each column three numbers: where its name starts and ends, and its hash. */
  readonly #columns: number[] = []

  /** Takes in lines to read; says no where they are too many. */
  load(lines: Uint8Array): boolean {
    return this.#cursor.load(lines)
  }

  /** Takes in the line that begins at `at`. @returns where it ends, or -1, nothing being taken in, where it is not plain. */
  read(file: CatalogFile, at: number): number {
    const cursor = this.#cursor
    cursor.startLine(at)
    if (cursor.endOfLine()) return cursor.at
    if (!cursor.token(OPEN_BRACE) || !this.#readFields() || !cursor.endOfLine()) return -1
    if (this.#starts[TABLE] === this.#ends[TABLE]) return -1
    const { strings } = file.run
    for (let part = 0; part < this.#tuple.length; part++) {
      const [start, end] = [this.#starts[part]!, this.#ends[part]!]
      this.#tuple[part] =
        start === end ? UNSET : strings.internBytes(cursor.text, start, end, this.#hashes[part]!)
    }
    const table = file.addTuple(this.#tuple)
    const columns = this.#columns
    for (let i = 0; i < columns.length; i += 3)
      file.addColumn(table, strings.internBytes(cursor.text, columns[i]!, columns[i + 1]!, columns[i + 2]!))
    return cursor.at
  }

  #readFields(): boolean {
    const cursor = this.#cursor
    this.#starts.fill(0)
    this.#ends.fill(0)
    this.#columns.length = 0
    for (let named = 0; ;) {
      const field = NAMES.read(cursor)
      if (field < 0 || (named & (1 << field)) !== 0 || !cursor.colon()) return false
      named |= 1 << field
      if (!cursor.null() && !(field === COLUMNS ? this.#readColumns() : this.#readPart(field))) return false
      const more = cursor.next()
      if (more <= 0) return more === 0
    }
  }

  #readPart(part: number): boolean {
    const cursor = this.#cursor
    if (!cursor.string()) return false
    this.#starts[part] = cursor.start
    this.#ends[part] = cursor.end
    this.#hashes[part] = cursor.high
    return true
  }

  #readColumns(): boolean {
    const cursor = this.#cursor
    if (!cursor.token(OPEN_BRACKET)) return false
    for (let more = cursor.token(CLOSE_BRACKET) ? 0 : 1; more > 0;) {
      if (!cursor.string() || cursor.start === cursor.end) return false
      this.#columns.push(cursor.start, cursor.end, cursor.high)
      more = cursor.next(CLOSE_BRACKET)
      if (more < 0) return false
    }
    return true
  }
}
