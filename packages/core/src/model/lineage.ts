import type { DeclaredLineage as LineageSchema } from './lineage-schema.ts'

/** One edge, as it is declared. */
export type DeclaredLineage = LineageSchema

/** The two ends of an edge: the field that holds each, and the field of the older form, in which both ends are ids. */
export const LINEAGE_ENDS = [
  { end: 'from', field: 'from_identifier', olderField: 'from_databuilder_id' },
  { end: 'to', field: 'to_identifier', olderField: 'to_databuilder_id' },
] as const
export type LineageEnd = (typeof LINEAGE_ENDS)[number]['end']
