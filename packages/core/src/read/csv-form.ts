import type { UploadColumn } from '../model/upload-csv.ts'

/** How a CSV file is laid out, as its header says. */
export interface CsvForm {
  readonly delimiter: string
  /** Where each column of the upload stands in a row. */
  readonly columns: ReadonlyMap<UploadColumn, number>
  /** How many cells a row has. */
  readonly width: number
}
