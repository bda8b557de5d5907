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
  /**
   * Its files: one, or several that belong together; by name what writes their text, piece by piece. That throws ExportError where the form
   * cannot hold so much.
   */
  readonly files: Readonly<Record<string, (extract: Extract, setting: ExportSetting) => Iterable<string>>>
  /** Whether it writes nodes and edges, so that columns can be rolled up first; else it writes what was declared. */
  readonly rollsUp: boolean
}
