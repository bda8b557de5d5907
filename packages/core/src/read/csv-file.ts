import type { Resource, ResourceField } from '../model/resource.ts'
import { COLUMN_OF_FIELD, type UploadColumn } from '../model/upload-csv.ts'
import type { CsvForm } from './csv-form.ts'
import { endOfRow, LONGEST_ROW, parseCsvRow } from './csv-row.ts'
import type { JsonPath, Span } from './scan-json.ts'
import { textOfLine } from './text-of-line.ts'
import { readUploadRow } from './upload-row.ts'

const LF = 10
const BYTE_ORDER_MARK = 3

/** How much is read at once when a row is looked at again: most rows are shorter. */
const PEEK = 1 << 12

/** A CSV file that has been read: its form, and how its rows are looked at again. Whoever has one has what reads CSV; no other run loads it. */
export class CsvFile implements CsvForm {
  readonly delimiter: string
  readonly columns: ReadonlyMap<UploadColumn, number>
  readonly width: number

  constructor({ delimiter, columns, width }: CsvForm) {
    this.delimiter = delimiter
    this.columns = columns
    this.width = width
  }

  /**
   * The text of the row that begins at `offset`, read again; undefined where the file has changed since.
   * @param slice gives bytes of the file.
   */
  textOfRow(
    slice: (start: number, end: number) => Uint8Array | undefined,
    offset: number,
  ): string | undefined {
    for (let length = PEEK; ; length *= 8) {
      const bytes = slice(offset, offset + length)
      if (bytes === undefined) return undefined
      const isAll = bytes.length < length
      const lines = isAll ? bytes : bytes.subarray(0, bytes.lastIndexOf(LF) + 1)
      if (lines.length === 0 && !isAll) continue
      const start = offset === 0 && lines[0] === 0xef ? BYTE_ORDER_MARK : 0
      const end = endOfRow(lines, start, this.delimiter, isAll || length > LONGEST_ROW)
      if (end !== undefined) return textOfLine(bytes.subarray(0, end), offset)
    }
  }

  /** The resources that the text of a row of the upload speaks of; none where what it means is not known. */
  resourcesIn(text: string): readonly Resource[] {
    return Object.values(readUploadRow(this, parseCsvRow(text, this.delimiter)).resources ?? {})
  }

  /** Where the first of some fields of a resource stands in the text of its row; undefined where it has none of them. */
  spanOfFields(text: string, paths: readonly JsonPath[]): Span | undefined {
    const cells = paths.map(([field]) => {
      const column = COLUMN_OF_FIELD[field as ResourceField]
      return column === undefined ? undefined : this.columns.get(column)
    })
    const cell = cells.find((cell) => cell !== undefined)
    return cell === undefined ? undefined : this.spanOfCell(text, cell)
  }

  /** Where a cell stands in the text of its row. */
  spanOfCell(text: string, cell: number): Span | undefined {
    const { starts, ends } = parseCsvRow(text, this.delimiter)
    const start = starts[cell]
    return start === undefined ? undefined : { start, end: ends[cell]! }
  }
}
