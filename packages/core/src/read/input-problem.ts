import type { UploadColumn } from '../model/upload-csv.ts'
import type { QuoteFault } from './csv-row.ts'
import type { SourceFault } from './source.ts'

/** What Python prints where JSON is meant: the repr of a dict or of a pydantic object, or JSON but for a None, a True or a NaN. */
export type PythonText = 'dict' | 'object' | 'constant' | 'no-number'

/** Bytes that are not UTF-8: the first ones of a line, or a row, and how many there are. */
export interface EncodingFault {
  /** UTF-16, from 0. */
  readonly at: number
  /** Of the file, from 0. */
  readonly byte: number
  /** The byte that stands there. */
  readonly value: number
  /** Places in the line. */
  readonly count: number
}

/** What is wrong with the header of Secoda's upload CSV. */
export type HeaderFault =
  | { readonly reason: 'missing'; readonly column: UploadColumn }
  | { readonly reason: 'unknown'; readonly given: string; readonly cell: number }
  | { readonly reason: 'twice'; readonly column: UploadColumn; readonly cell: number }
  /** None of its names: most likely there is no header, or the file is another one. */
  | { readonly reason: 'none' }
  | { readonly reason: 'delimiter'; readonly delimiter: string }

/** What is wrong with a row of Secoda's upload CSV. A row is left out where it lacks a required value or its form is lost. */
export type RowFault =
  | { readonly reason: 'empty'; readonly columns: readonly UploadColumn[] }
  | {
      readonly reason: 'period' | 'wrong-type'
      readonly column: UploadColumn
      readonly value: string
      /** Of the resource that it belongs to. */
      readonly id: string
    }
  | { readonly reason: 'too-many-cells'; readonly cells: number; readonly expected: number }
  | { readonly reason: QuoteFault['kind'] }

/** What reading can tell of the form of a file, before anything is declared. `digest` stands for the text. */
export type InputProblem =
  | ({ readonly kind: 'invalid-encoding'; readonly digest: string } & EncodingFault)
  /** A whole file that was written in UTF-16. */
  | { readonly kind: 'recoded'; readonly encoding: string }
  /** A last line that stops in the middle; `at` in UTF-16, from 0. */
  | { readonly kind: 'truncated'; readonly at: number; readonly digest: string }
  /** A compressed file that stops in the middle, or that is damaged there. */
  | { readonly kind: 'broken-archive'; readonly fault: Exclude<SourceFault['kind'], 'recoded'> }
  | { readonly kind: 'line-too-long'; readonly length: number; readonly digest: string }
  | { readonly kind: 'csv-header'; readonly fault: HeaderFault; readonly given: readonly string[] }
  /** `cell` is an index into the row; undefined where it has none. */
  | {
      readonly kind: 'csv-value'
      readonly fault: RowFault
      readonly cell: number | undefined
      readonly digest: string
    }
  /** A row that says something else of its table than the first row of the table. */
  | {
      readonly kind: 'csv-disagreement'
      readonly table: string
      readonly columns: readonly UploadColumn[]
      readonly cell: number | undefined
      readonly first: { readonly file: number; readonly line: number; readonly offset: number }
    }
