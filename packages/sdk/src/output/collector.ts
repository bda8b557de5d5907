import type { PrintedLineage } from '../declare/identifier.ts'
import type { PrintedResource } from '../declare/resource.ts'

/** Where declarations go, checked and with every field: the twin of the Python SDK's ingestion strategy. */
export interface Collector {
  declareResource(resource: PrintedResource): void
  declareLineage(lineage: PrintedLineage): void
  /** Called when the run is over and went well. */
  finalize?(): void | Promise<void>
  /** Called instead where the run threw: what was declared until then is still worth keeping. */
  abandon?(): void | Promise<void>
}
