import { TABLE_COLUMNS, type UploadColumn } from '../model/upload-csv.ts'
import { Column } from './column.ts'
import type { LinePlace } from './problem.ts'
import { Strings } from './strings.ts'
import { isView, type RowResources, type UploadValues } from './upload-row.ts'

/** What a row says of its table other than the first row of that table. */
export interface Disagreement {
  /** The id of the table as its first row has it. */
  readonly table: string
  readonly columns: readonly UploadColumn[]
  readonly first: LinePlace
}

/** The databases, schemas and tables that the upload files of a run have spoken of so far. No object a table. */
export class UploadTables {
  readonly #ids = new Strings()
  /** Tables, by a key that is the same for names that are most likely meant as one. The columns below go with these. */
  readonly #keys = new Strings()
  readonly #id = Column.ints()
  readonly #file = Column.ints()
  readonly #line = Column.ints()
  readonly #offset = Column.offsets()
  readonly #texts = new Strings()
  readonly #said = TABLE_COLUMNS.map(() => Column.ints())

  /** Whether an id is heard for the first time. */
  isNew(id: string): boolean {
    const known = this.#ids.size
    this.#ids.intern(id)
    return this.#ids.size > known
  }

  /** Hears a row, and gives what it says of its table that the first row does not. */
  hear({ schema, table }: RowResources, values: UploadValues, place: LinePlace): Disagreement | undefined {
    const id = this.#ids.intern(table.databuilder_id)
    const said = TABLE_COLUMNS.map((column) => this.#texts.intern(meaningOf(column, values[column])))
    const known = this.#keys.size
    const key = this.#keys.intern(JSON.stringify([schema.databuilder_id, folded(values.name)]))
    if (key === known) {
      this.#id.push(id)
      this.#file.push(place.file)
      this.#line.push(place.line)
      this.#offset.push(place.offset)
      said.forEach((text, i) => this.#said[i]!.push(text))
      return undefined
    }
    const columns: UploadColumn[] = TABLE_COLUMNS.filter((_, i) => this.#said[i]!.at(key) !== said[i])
    if (this.#id.at(key) !== id) columns.unshift('name')
    if (columns.length === 0) return undefined
    const first = { file: this.#file.at(key), line: this.#line.at(key), offset: this.#offset.at(key) }
    return { table: this.#ids.get(this.#id.at(key)), columns, first }
  }
}

/** Names that differ only in case, in their Unicode form or in blanks around them. */
const folded = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** `true` and `1` say the same of a view. */
const meaningOf = (column: UploadColumn, value: string): string =>
  column === 'is_view' ? String(isView(value) ?? value) : value
