import { z } from 'zod'
import { LineageIdentifier } from './identifier-schema.ts'

/** One edge, as `declare_lineage` prints it: the data flows from `from_identifier` to `to_identifier`. */
export const DeclaredLineage = z.object({
  from_identifier: LineageIdentifier,
  to_identifier: LineageIdentifier,
})
export type DeclaredLineage = z.infer<typeof DeclaredLineage>
