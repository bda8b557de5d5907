import type { LineageIdentifier as IdentifierSchema } from './identifier-schema.ts'

/** One end of lineage, as it is declared. The schema tells what each type takes. */
export type LineageIdentifier = IdentifierSchema
/** One of IDENTIFIER_TYPES. */
export type IdentifierType = LineageIdentifier['type']

/** The four ways in which lineage names an end. */
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
