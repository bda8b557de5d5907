import { z } from 'zod'

/** A part of an external identifier: absent, null and empty all mean that the part is not given. */
const part = z.string().nullish()
const name = z.string().min(1)

/** A resource that this integration declares, by its id. */
export const InternalResource = z.object({
  type: z.literal('internal_resource'),
  databuilder_id: name,
})

/** A table of the workspace, of this integration or not, matched by the parts that are given. */
export const ExternalTable = z.object({
  type: z.literal('external_table'),
  cluster: part,
  database: part,
  schema: part,
  table: name,
})

/** A column of such a table. */
export const ExternalColumn = z.object({
  type: z.literal('external_column'),
  cluster: part,
  database: part,
  schema: part,
  table: name,
  column: name,
})

/** Every table that a query reads. Only ever a source. */
export const TablesFromSQLQuery = z.object({
  type: z.literal('tables_from_query'),
  sql: name,
})

export const LineageIdentifier = z.discriminatedUnion('type', [
  InternalResource,
  ExternalTable,
  ExternalColumn,
  TablesFromSQLQuery,
])
export type LineageIdentifier = z.infer<typeof LineageIdentifier>
export type IdentifierType = LineageIdentifier['type']

export const IDENTIFIER_TYPES = [
  'internal_resource',
  'external_table',
  'external_column',
  'tables_from_query',
] as const

/** The fields that each type of identifier takes beside `type`: required ones first. */
export const IDENTIFIER_FIELDS: Readonly<
  Record<IdentifierType, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  internal_resource: { required: ['databuilder_id'], optional: [] },
  external_table: { required: ['table'], optional: ['cluster', 'database', 'schema'] },
  external_column: { required: ['table', 'column'], optional: ['cluster', 'database', 'schema'] },
  tables_from_query: { required: ['sql'], optional: [] },
}
