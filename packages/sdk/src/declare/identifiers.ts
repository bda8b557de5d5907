import { atCall } from './at-call.ts'
import type {
  ColumnParts,
  ExternalColumn,
  ExternalTable,
  InternalResource,
  TableParts,
  TablesFromQuery,
} from './identifier.ts'
import { readIdentifier } from './read-lineage.ts'

/**
 * A resource that this integration declares, by its id: `internalResource('dashboard.1')`. Throws DeclarationError.
 * @example
 * ```ts
 * const dashboard = internalResource('dashboard.1')
 * ```
 */
export function internalResource(databuilder_id: string): InternalResource {
  const identifier = { type: 'internal_resource', databuilder_id } as const
  return checked(internalResource, identifier)
}

/**
 * A table of the workspace: `externalTable({ schema: 'public', table: 'orders' })`. Throws DeclarationError.
 * @example
 * ```ts
 * const table = externalTable({ schema: 'public', table: 'orders' })
 * ```
 */
export function externalTable(parts: TableParts): ExternalTable {
  return checked(externalTable, { ...parts, type: 'external_table' })
}

/**
 * A column of such a table: `externalColumn({ schema: 'public', table: 'orders', column: 'id' })`. Throws DeclarationError.
 * @example
 * ```ts
 * const column = externalColumn({ schema: 'public', table: 'orders', column: 'total' })
 * ```
 */
export function externalColumn(parts: ColumnParts): ExternalColumn {
  return checked(externalColumn, { ...parts, type: 'external_column' })
}

/**
 * Every table that a query reads. Throws DeclarationError.
 * @example
 * ```ts
 * const tables = tablesFromQuery('select * from public.orders')
 * ```
 */
export function tablesFromQuery(sql: string): TablesFromQuery {
  return checked(tablesFromQuery, { type: 'tables_from_query', sql })
}

function checked<Identifier>(callee: (...given: never[]) => unknown, identifier: Identifier): Identifier {
  atCall(callee, () => readIdentifier(identifier))
  return identifier
}
