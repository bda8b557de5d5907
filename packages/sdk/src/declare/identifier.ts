type Optional<Type> = Type | null | undefined

/** A resource that this integration declares. */
export interface InternalResource {
  readonly type: 'internal_resource'
  readonly databuilder_id: string
}

/** The parts by which a table of the workspace is found: the more are given, the surer. */
export interface TableParts {
  readonly cluster?: Optional<string>
  readonly database?: Optional<string>
  readonly schema?: Optional<string>
  readonly table: string
}

/** A table of the workspace, of this integration or not. */
export interface ExternalTable extends TableParts {
  readonly type: 'external_table'
}

export interface ColumnParts extends TableParts {
  readonly column: string
}

/** A column of such a table. */
export interface ExternalColumn extends ColumnParts {
  readonly type: 'external_column'
}

/** Every table that a query reads. Only ever a source. */
export interface TablesFromQuery {
  readonly type: 'tables_from_query'
  readonly sql: string
}

/** What lineage can leave. */
export type SourceIdentifier = InternalResource | ExternalTable | ExternalColumn | TablesFromQuery
/** What lineage can enter. */
export type TargetIdentifier = Exclude<SourceIdentifier, TablesFromQuery>

/**
 * One edge; the data flows from `from_identifier` to `to_identifier`. The pairs are those that Secoda supports: one end is
 * internal, or both are tables.
 */
export type DeclaredLineage =
  | { readonly from_identifier: SourceIdentifier; readonly to_identifier: InternalResource }
  | { readonly from_identifier: InternalResource; readonly to_identifier: TargetIdentifier }
  | {
      readonly from_identifier: InternalResource | ExternalTable
      readonly to_identifier: InternalResource | ExternalTable
    }

/** An identifier as it is printed: every field, in the order of the Python SDK. */
export type PrintedIdentifier = {
  readonly type: SourceIdentifier['type']
  readonly [field: string]: string | null
}

/** Lineage as it is printed. */
export interface PrintedLineage {
  readonly from_identifier: PrintedIdentifier
  readonly to_identifier: PrintedIdentifier
}
