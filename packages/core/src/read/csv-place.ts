import type { ResourceField } from '../model/resource.ts'
import { COLUMN_OF_FIELD } from '../model/upload-csv.ts'
import type { CsvForm } from './csv-form.ts'
import { endOfRow, LONGEST_ROW, parseCsvRow } from './csv-row.ts'
import type { JsonPath, Span } from './scan-json.ts'
import { textOfLine } from './text-of-line.ts'

const LF = 10
const BYTE_ORDER_MARK = 3

/** How much is read at once when a row is looked at again: most rows are shorter. */
const PEEK = 1 << 12

/**
 * The text of the row that begins at `offset`, read again; undefined where the file has changed since.
 * @param slice gives bytes of the file.
 */
export function textOfRow(
  slice: (start: number, end: number) => Uint8Array | undefined,
  offset: number,
  delimiter: string,
): string | undefined {
  for (let length = PEEK; ; length *= 8) {
    const bytes = slice(offset, offset + length)
    if (bytes === undefined) return undefined
    const isAll = bytes.length < length
    const lines = isAll ? bytes : bytes.subarray(0, bytes.lastIndexOf(LF) + 1)
    if (lines.length === 0 && !isAll) continue
    const start = offset === 0 && lines[0] === 0xef ? BYTE_ORDER_MARK : 0
    const end = endOfRow(lines, start, delimiter, isAll || length > LONGEST_ROW)
    if (end !== undefined) return textOfLine(bytes.subarray(0, end), offset)
  }
}

/** Where the first of some fields of a resource stands in the text of its row; undefined where it has none of them. */
export function spanOfFields(text: string, form: CsvForm, paths: readonly JsonPath[]): Span | undefined {
  const cells = paths.map(([field]) => {
    const column = COLUMN_OF_FIELD[field as ResourceField]
    return column === undefined ? undefined : form.columns.get(column)
  })
  const cell = cells.find((cell) => cell !== undefined)
  return cell === undefined ? undefined : spanOfCell(text, form, cell)
}

/** Where a cell stands in the text of its row. */
export function spanOfCell(text: string, { delimiter }: CsvForm, cell: number): Span | undefined {
  const { starts, ends } = parseCsvRow(text, delimiter)
  const start = starts[cell]
  return start === undefined ? undefined : { start, end: ends[cell]! }
}
