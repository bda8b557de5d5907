import type { Extract } from './extract.ts'

/** What some forms need to know beside the graph. */
export interface ExportSetting {
  /** The time of OpenLineage's events. */
  readonly eventTime: Date
  /** OpenLineage's namespace of tables that name no cluster. */
  readonly namespace: string
}

/** A form in which a graph can be written. */
export interface ExportForm {
  /** The names of its files: one, or several that belong together. */
  readonly files: readonly string[]
  /** Whether it writes nodes and edges, so that columns can be rolled up first; else it writes what was declared. */
  readonly rollsUp: boolean
  /** The text of each file, piece by piece, in the order of `files`. Throws ExportError where the form cannot hold so much. */
  write(extract: Extract, setting: ExportSetting): readonly Iterable<string>[]
}
