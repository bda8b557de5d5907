import type { PrintedLineage } from '../declare/identifier.ts'
import type { PrintedResource } from '../declare/resource.ts'

/** Where declarations go, checked and with every field: the twin of the Python SDK's ingestion strategy. */
export interface Collector {
  /** Takes a resource in. */
  declareResource(resource: PrintedResource): void
  /** Takes lineage in. */
  declareLineage(lineage: PrintedLineage): void
  /** Called when the run is over and went well. */
  finalize?(): void | Promise<void>
  /**
   * Whether a signal that ends the process has `abandon` called first. The signal then waits until nothing runs: a program that is
   * busy, or that waits for the reader of what it prints, cannot be interrupted meanwhile.
   */
  readonly keepsAtSignal?: boolean
  /**
   * Called instead where the run broke off: what was declared until then is still worth keeping. Where the process ends, only
   * what it does at once is done.
   * @returns where it is kept, if that has a name: "in 'out'".
   */
  abandon?(): string | void | Promise<string | void>
  /**
   * Called where something is declared after `finalize`, and is lost: what was finalized is not all.
   * @returns where that is, if it is marked there: "in 'out'".
   */
  revoke?(): string | void
}
