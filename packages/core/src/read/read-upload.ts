import { Batch } from './batch.ts'
import { CsvFile } from './csv-file.ts'
import { CsvReader, type CsvRow } from './csv-rows.ts'
import { digestOf } from './hash.ts'
import type { LineProblem } from './problem.ts'
import { pushResource } from './read-batch.ts'
import type { Lines } from './split-lines.ts'
import { readUploadHeader } from './upload-header.ts'
import { readUploadRow } from './upload-row.ts'
import { UploadTables } from './upload-tables.ts'

/**
 * Reads Secoda's upload CSV. A row declares its column; the database, schema and table around it are declared by the first row that
 * speaks of them, in whichever file of the run, and no other. A row in which the file ends declares nothing, since nobody knows
 * what is missing.
 */
export class UploadReader {
  readonly #rows = new CsvReader()
  readonly #file: number
  readonly #tables: UploadTables
  #form: CsvFile | undefined
  /** The row before had a quote that nothing closes: what is no row behind it is its text. */
  #isBehindQuote = false

  /** @param file its index among the files of the run. @param before what has read the upload file before it, where there is one. */
  constructor(file: number, before: UploadReader | undefined) {
    this.#file = file
    this.#tables = before ? before.#tables : new UploadTables()
  }

  /** How the file is laid out; undefined before its header has been read. */
  get form(): CsvFile | undefined {
    return this.#form
  }

  /** The rows that end in these lines. */
  take(lines: Lines): Batch {
    return this.#batchOf((rows) => rows.take(lines))
  }

  /** The rows that waited for more. */
  end(): Batch {
    return this.#batchOf((rows) => rows.end())
  }

  #batchOf(rowsOf: (rows: CsvReader) => Iterable<CsvRow>): Batch {
    const batch = new Batch()
    const before = this.#rows.linesDone
    for (const row of rowsOf(this.#rows)) {
      batch.lineCount = row.line - before - 1
      const report = (problem: LineProblem): void => {
        batch.problems.push({ line: batch.lineCount, offset: row.offset, problem })
      }
      this.#readRow(batch, row, report)
    }
    batch.lineCount = this.#rows.linesDone - before
    return batch
  }

  #readRow(batch: Batch, row: CsvRow, report: (problem: LineProblem) => void): void {
    const { fields, text, fault, encoding } = row
    if (fault?.kind === 'too-long') {
      report({ kind: 'line-too-long', length: fault.length, digest: digestOf(String(fault.length)) })
      return
    }
    const form = this.#form
    if (form === undefined) {
      const header = readUploadHeader(fields, this.#rows.delimiter)
      this.#form = new CsvFile(header.form)
      if (encoding) report({ kind: 'invalid-encoding', digest: digestOf(text), ...encoding })
      for (const fault of header.faults) report({ kind: 'csv-header', fault, given: fields })
      return
    }
    if (form.columns.size === 0 || (this.#isBehindQuote && fields.length < form.width)) return
    this.#isBehindQuote = fault !== undefined && fault.kind === 'unclosed-quote'
    batch.declarationCount++
    if (row.isOpen && (this.#isBehindQuote || fields.length < form.width)) {
      report({ kind: 'truncated', at: text.length, digest: digestOf(text) })
      return
    }
    if (encoding) report({ kind: 'invalid-encoding', digest: digestOf(text), ...encoding })
    this.#declare(batch, form, { ...row, fault }, report)
  }

  #declare(
    batch: Batch,
    form: CsvFile,
    row: CsvRow & Parameters<typeof readUploadRow>[1],
    report: (problem: LineProblem) => void,
  ): void {
    const { values, resources, faults } = readUploadRow(form, row)
    for (const { fault, cell } of faults)
      report({ kind: 'csv-value', fault, cell, digest: digestOf(row.text) })
    if (resources === undefined) return

    const { database, schema, table, column } = resources
    for (const around of [database, schema, table])
      if (this.#tables.isNew(around.databuilder_id)) pushResource(batch, around, row.offset)
    pushResource(batch, column, row.offset)

    const place = { file: this.#file, line: row.line, offset: row.offset }
    const disagreement = this.#tables.hear(resources, values, place)
    if (disagreement === undefined) return
    const cell = form.columns.get(disagreement.columns[0]!)
    report({ kind: 'csv-disagreement', ...disagreement, cell })
  }
}
