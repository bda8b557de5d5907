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
  const rows = new CsvReader()
  let columns: CsvColumns | undefined
  const take = (row: CsvRow): boolean => {
    const fault = formFault(row)
    if (fault) report(file, row, fault)
    if (fault?.reason === 'too-long') return true
    if (columns !== undefined) {
      readRow(file, row, columns)
      return true
    }
    columns = csvColumns(row.fields)
    if (columns === undefined)
      report(file, row, { reason: 'no-table-column', header: row.fields.slice(0, COLUMNS) })
    return columns !== undefined
  }
  for await (const lines of splitLines(chunks, PIECE)) {
    for (const row of rows.take(lines)) if (!take(row)) return
    file.lineCount = rows.linesDone
  }
  for (const row of rows.end()) if (!take(row)) return
  file.lineCount = rows.linesDone
}

function readRow(file: CatalogFile, row: CsvRow, columns: CsvColumns): void {
  const { fields } = row
  const table = fields[columns.table]
  if (!table) {
    report(file, row, { reason: 'no-table', what: 'a row with an empty cell for the table', fields: [] })
    return
  }
  const index = file.addTable({
    table,
    cluster: fields[columns.cluster],
    database: fields[columns.database],
    schema: fields[columns.schema],
  })
  const column = fields[columns.column]
  if (column) file.addColumn(index, file.text(column))
  const cell = fields[columns.columns]
  if (cell) for (const name of columnNamesIn(cell)) file.addColumn(index, file.text(name))
}

function formFault({ fault, starts }: CsvRow): CatalogFault | undefined {
  if (fault === undefined) return undefined
  if (fault.kind === 'too-long') return { reason: 'too-long', what: 'line' }
  return { reason: 'wrong-quote', start: starts[fault.field]!, unclosed: fault.kind === 'unclosed-quote' }
}

const report = (file: CatalogFile, { line, offset, text }: CsvRow, fault: CatalogFault): void =>
  file.report({ line, offset }, { kind: 'catalog-fault', fault, digest: digestOf(text) })
