import { z } from 'zod'
import { LineageIdentifier } from './identifier.ts'

/** One edge, as `declare_lineage` prints it: the data flows from `from_identifier` to `to_identifier`. */
export const DeclaredLineage = z.object({
  from_identifier: LineageIdentifier,
  to_identifier: LineageIdentifier,
})
export type DeclaredLineage = z.infer<typeof DeclaredLineage>

/** The two ends of an edge: the field that holds each, and the field of the older form, in which both ends are ids. */
export const LINEAGE_ENDS = [
  { end: 'from', field: 'from_identifier', olderField: 'from_databuilder_id' },
  { end: 'to', field: 'to_identifier', olderField: 'to_databuilder_id' },
] as const
export type LineageEnd = (typeof LINEAGE_ENDS)[number]['end']
