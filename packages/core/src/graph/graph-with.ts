import type { Run } from '../read/run.ts'
import type { ReadQuery } from '../resolve/query-reads.ts'
import { resolve } from '../resolve/resolve.ts'
import { LineageGraph } from './lineage-graph.ts'

/**
 * The graph of a run as `buildGraph` makes it, with what reads its queries handed in: a page loads that only for a run that has some.
 * @example
 * ```ts
 * const graph = graphWith(run, (sql) => tablesFromQuery(sql, { dialect: 'bigquery' }))
 * ```
 */
export const graphWith = (run: Run, readQuery: ReadQuery): LineageGraph =>
  new LineageGraph(run, resolve(run, readQuery))
