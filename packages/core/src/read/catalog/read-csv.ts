import { CsvFile } from '../csv-file.ts'
import { CsvReader, type CsvRow } from '../csv-rows.ts'
import { digestOf } from '../hash.ts'
import type { CatalogFault } from '../problem.ts'
import { splitLines } from '../split-lines.ts'
import type { CatalogFile } from './catalog-file.ts'
import { columnNamesIn } from './column-cell.ts'
import { csvColumns, type CsvColumns } from './csv-columns.ts'

/** Columns that are kept of a header that names no tables: enough to see what was meant. */
const COLUMNS = 12
const PIECE = 1 << 20

/**
 * Reads a catalog of rows: tables with their columns in a cell, or a row for each column, as our own form, `information_schema` and Secoda's
 * upload have them. Which it is the header says; other columns are passed over.
 */
export async function readCsv(file: CatalogFile, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const reader = new CatalogRows(file)
  const rows = new CsvReader()
  for await (const lines of splitLines(chunks, PIECE)) {
    for (const row of rows.take(lines)) reader.read(row, rows.delimiter)
    file.lineCount = rows.linesDone
    if (reader.isDone) return
  }
  for (const row of rows.end()) reader.read(row, rows.delimiter)
  file.lineCount = rows.linesDone
}

/** Takes in the rows of one file, the header first. */
class CatalogRows {
  /** There is nothing for us in the rows that follow. */
  isDone = false
  readonly #file: CatalogFile
  #columns: CsvColumns | undefined
  #width = 0
  /** The row before had a quote that nothing closes: what is no row behind it is its text. */
  #isBehindQuote = false

  constructor(file: CatalogFile) {
    this.#file = file
  }

  read(row: CsvRow, delimiter: string): void {
    if (this.isDone) return
    const { fields, text, line, offset, fault, encoding } = row
    if (fault?.kind === 'too-long') {
      this.#file.reportTooLong(line, offset, fault.length)
      return
    }
    const columns = this.#columns
    const isShort = columns !== undefined && fields.length < this.#width
    if (this.#isBehindQuote && isShort) return
    this.#isBehindQuote = fault?.kind === 'unclosed-quote'
    if (row.isOpen && columns !== undefined && (this.#isBehindQuote || isShort)) {
      this.#file.report({ line, offset }, { kind: 'truncated', at: text.length, digest: digestOf(text) })
      return
    }
    if (encoding)
      this.#file.report({ line, offset }, { kind: 'invalid-encoding', digest: digestOf(text), ...encoding })
    if (fault) this.#report(row, { reason: 'wrong-quote', cell: fault.field, unclosed: this.#isBehindQuote })
    if (columns === undefined) this.#readHeader(row, delimiter)
    else if (!this.#isBehindQuote || fields.length === this.#width) this.#readRow(row, columns)
  }

  #readHeader(row: CsvRow, delimiter: string): void {
    this.#columns = csvColumns(row.fields)
    this.#width = row.fields.length
    if (this.#columns === undefined) {
      this.#report(row, { reason: 'no-table-column', header: row.fields.slice(0, COLUMNS) })
      this.isDone = true
    }
    this.#file.run.setForm(new CsvFile({ delimiter, columns: new Map(), width: this.#width }))
  }

  #readRow(row: CsvRow, columns: CsvColumns): void {
    const { fields } = row
    const table = fields[columns.table]
    if (!table) {
      this.#report(row, { reason: 'no-table', what: 'a row with an empty cell for the table', fields: [] })
      return
    }
    const file = this.#file
    const index = file.addTable({
      table,
      cluster: fields[columns.cluster],
      database: fields[columns.database],
      schema: fields[columns.schema],
    })
    const column = fields[columns.column]
    if (column) file.addColumn(index, file.text(columns.isUpload ? column.toLowerCase() : column))
    const cell = fields[columns.columns]
    if (cell) for (const name of columnNamesIn(cell)) file.addColumn(index, file.text(name))
  }

  #report({ line, offset, text }: CsvRow, fault: CatalogFault): void {
    this.#file.report({ line, offset }, { kind: 'catalog-fault', fault, digest: digestOf(text) })
  }
}
