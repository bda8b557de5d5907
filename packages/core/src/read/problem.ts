import type { DateTimeFault } from '../model/date-time.ts'
import type { IdentifierType } from '../model/identifier.ts'
import type { LineageEnd } from '../model/lineage.ts'
import type { ResourceField } from '../model/resource.ts'
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
  | {
      readonly kind: 'invalid-json'
      /** UTF-16, from 0. */
      readonly at: number
      readonly expected: string
      readonly found: string
      /** Python's repr of a dict, `{'entity_type': …}`. */
      readonly python: boolean
      readonly digest: string
    }
  | { readonly kind: 'not-a-declaration'; readonly what: string; readonly digest: string }
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
