import type { Run } from '../read/run.ts'
import { tablesFromQuery, type QueryOptions } from '../resolve/sql/tables-from-query.ts'
import { graphWith } from './graph-with.ts'
import type { LineageGraph } from './lineage-graph.ts'

/**
 * Resolves what a run declares into its graph. Never fails: what does not fit is in the graph as a missing or external thing.
 * @param options the SQL dialect of its queries: one of `SQL_DIALECTS`, or another name that such a language goes by.
 * @example
 * ```ts
 * const graph = buildGraph(await readRun([bytesSource('run.jsonl', new TextEncoder().encode('…'))]))
 * ```
 */
export const buildGraph = (run: Run, options: QueryOptions = {}): LineageGraph =>
  graphWith(run, (sql) => tablesFromQuery(sql, options))
