import type { Span } from '../../read/scan-json.ts'
import type { QueryWarning } from './query-warning.ts'
import type { TableRead } from './table-reads.ts'
import type { TemporaryTables } from './temporary-tables.ts'

/** What is kept for a whole script, of which a query in a string is a part. */
export interface Findings {
  readonly reads: TableRead[]
  readonly warnings: QueryWarning[]
  readonly temporaries: TemporaryTables
  /** The strings that hold a query: UNLOAD's. */
  readonly queriesInStrings: Span[]
  /** Prepared statements, by name. */
  readonly prepared: Set<string>
}
