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

/** The schema of an end of lineage, as it is printed. */
export const LineageIdentifier = z.discriminatedUnion('type', [
  InternalResource,
  ExternalTable,
  ExternalColumn,
  TablesFromSQLQuery,
])
/** An end of lineage, as it is printed. */
export type LineageIdentifier = z.infer<typeof LineageIdentifier>
