import type { DateTimeFault } from '../model/date-time.ts'
import type { IdentifierType } from '../model/identifier.ts'
import type { LineageEnd } from '../model/lineage.ts'
import type { ResourceField } from '../model/resource.ts'
import type { InputProblem, PythonText } from './input-problem.ts'
import type { JsonPath } from './scan-json.ts'

/** Where a line is. `line` counts from 1; `offset` is the byte of its file at which it begins. */
export interface LinePlace {
  /** Index into `Run.files`. */
  readonly file: number
  readonly line: number
  readonly offset: number
}

/** What is the matter with one end of a lineage line, and the way to it inside the line. */
export type IdentifierFault = { readonly end: LineageEnd; readonly path: JsonPath } & (
  | { readonly reason: 'missing' }
  | { readonly reason: 'not-an-object'; readonly is: string }
  | { readonly reason: 'unknown-type'; readonly given: unknown }
  | {
      readonly reason: 'wrong-fields'
      readonly type: IdentifierType
      readonly fields: readonly {
        readonly field: string
        readonly state: 'absent' | 'empty' | 'of a wrong type'
        readonly is: string
      }[]
    }
)

/** What is the matter with a line, a row or an entry of a catalog. What else it says is taken in. */
export type CatalogFault =
  /** `fields` are those that it has instead. */
  | { readonly reason: 'no-table'; readonly what: string; readonly fields: readonly string[] }
  | { readonly reason: 'wrong-field'; readonly path: JsonPath; readonly is: string; readonly must: string }
  /** The header of a CSV file names no column for tables. */
  | { readonly reason: 'no-table-column'; readonly header: readonly string[] }
  /** A JSON document that is no catalog, by the fields that it has. */
  | { readonly reason: 'unknown-document'; readonly fields: readonly string[] }
  /** A quote in a CSV file that nothing closes, or that text follows. */
  | { readonly reason: 'wrong-quote'; readonly cell: number; readonly unclosed: boolean }
  /** A value of a document that is passed over. */
  | { readonly reason: 'too-long' }

/** What is the matter with one field of a resource. */
export type FieldFault =
  /** A type that the SDK refuses. */
  | { readonly kind: 'wrong-field-type'; readonly field: ResourceField; readonly is: string }
  /** A value that the SDK converts; `becomes` is null for a time beyond all that it can hold. */
  | {
      readonly kind: 'coerced-field'
      readonly field: ResourceField
      readonly is: string
      readonly becomes: number | boolean | string | null
    }
  /** A field that the SDK drops. `beyond` is how many more the line has that are not told one by one. */
  | { readonly kind: 'unknown-field'; readonly field: string; readonly beyond: number }
  | {
      readonly kind: 'invalid-timestamp'
      readonly field: ResourceField
      readonly is: string
      readonly reason: DateTimeFault
      /** The time for which the SDK takes a text that is a number; null where it takes it for none. */
      readonly taken: string | null
    }

/** What reading alone can tell of a line. The text itself is not kept: `digest` stands for it. */
export type LineProblem =
  | InputProblem
  | {
      readonly kind: 'invalid-json'
      /** UTF-16, from 0. */
      readonly at: number
      readonly expected: string
      readonly found: string
      /** What it is where Python wrote it; undefined for any other text. */
      readonly python: PythonText | undefined
      /** Of a document that is JSON as a whole: the byte of the file, since its lines may be very long. */
      readonly byte?: number
      readonly digest: string
    }
  | { readonly kind: 'not-a-declaration'; readonly what: string; readonly digest: string }
  | {
      readonly kind: 'catalog-fault'
      readonly fault: CatalogFault
      /** The way to the entry of a JSON document, which may be one long line. */
      readonly entry?: string
      readonly digest: string
    }
  | {
      readonly kind: 'missing-id'
      readonly title: string | undefined
      readonly path: JsonPath
      readonly digest: string
    }
  | (FieldFault & {
      /** Undefined where the declaration has no usable one. */
      readonly id: string | undefined
      readonly digest: string
    })
  | {
      readonly kind: 'invalid-identifier'
      readonly fault: IdentifierFault
      /** Both ends as declared, but for what is nested deep; undefined where one is missing. */
      readonly from: unknown
      readonly to: unknown
    }

export type ProblemKind = LineProblem['kind']

/** A problem with its place. */
export type Problem = LineProblem & LinePlace
