import type { PrintedLineage } from '../declare/identifier.ts'
import type { PrintedResource } from '../declare/resource.ts'
import type { Collector } from './collector.ts'

/**
 * Keeps declarations for a test to look at: `const collector = new MemoryCollector()`.
 * @example
 * ```ts
 * const collector = new MemoryCollector()
 * ```
 */
export class MemoryCollector implements Collector {
  /** In the order of their declaration. */
  readonly resources: PrintedResource[] = []
  readonly lineage: PrintedLineage[] = []

  declareResource(resource: PrintedResource): void {
    this.resources.push(resource)
  }

  declareLineage(lineage: PrintedLineage): void {
    this.lineage.push(lineage)
  }
}
