import type { EntityType, ResourceField } from '@lineagraph/core'

type Optional<Type> = Type | null | undefined

interface Described {
  /** Unique and unchanging: an id that changes is a new resource to Secoda, and the old one goes stale. */
  readonly databuilder_id: string
  readonly title?: Optional<string>
  readonly description?: Optional<string>
  /** The SQL or the formula behind it. */
  readonly definition?: Optional<string>
  /** When it last changed at its source: ISO 8601, or a Date. */
  readonly external_updated_at?: Optional<string | Date>
  /** What the source itself calls this kind of thing. */
  readonly native_type?: Optional<string>
  readonly owners?: Optional<readonly string[]>
  /** For columns: its place among its table's columns. */
  readonly sort_order?: Optional<number>
  /** For columns: its data type. */
  readonly type?: Optional<string>
  /** For columns. */
  readonly is_pk?: Optional<boolean>
  readonly hidden?: Optional<boolean>
  /** For tables. */
  readonly schema?: Optional<string>
  /** For tables. */
  readonly database?: Optional<string>
  /** For dashboards. */
  readonly group?: Optional<string>
  /** For charts. */
  readonly product?: Optional<string>
}

/** A thing that stands on its own, or in another. */
interface Free extends Described {
  readonly entity_type: Exclude<EntityType, 'column' | 'chart'>
  readonly parent_databuilder_id?: Optional<string>
}

/** A thing that is nothing without its parent: a column has a table (or a column), a chart has a dashboard. */
interface Held extends Described {
  readonly entity_type: 'column' | 'chart'
  readonly parent_databuilder_id: string
}

/** What an integration declares, with the wire's own names. Null and undefined are unset. */
export type Resource = Free | Held

interface Converted {
  readonly entity_type: string
  readonly databuilder_id: string
  readonly owners: readonly string[] | null
  readonly sort_order: PrintedInteger | null
  readonly is_pk: boolean | null
  readonly hidden: boolean | null
}

/** A resource as it is printed: every field, in the order of the Python SDK, converted as that converts. */
export type PrintedResource = Converted & {
  readonly [Field in Exclude<ResourceField, keyof Converted>]: string | null
}

/** A bigint where a number would lose digits, as Python's integers do not. */
export type PrintedInteger = number | bigint
