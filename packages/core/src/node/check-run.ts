import { check } from '../check/check.ts'
import type { CheckConfig } from '../check/config.ts'
import type { Report } from '../check/finding.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { ReadOptions } from '../read/read-run.ts'
import type { Source } from '../read/source.ts'
import { loadRun } from './load-run.ts'

export interface CheckRunOptions extends CheckConfig, ReadOptions {
  /** Called when the reading is over and the next part of the work begins, which takes no pause. */
  readonly onPhase?: (phase: 'resolve' | 'check') => void
}

/**
 * Reads, resolves and checks a run from disk: `const report = await checkRun('out/')`.
 * @param paths as for `loadRun`.
 * @returns the report; `report.ok` where there is no error. Rejects with PathError or ConfigError.
 */
export async function checkRun(
  paths: string | readonly (string | Source)[],
  options: CheckRunOptions = {},
): Promise<Report> {
  const run = await loadRun(paths, options)
  options.onPhase?.('resolve')
  const graph = buildGraph(run)
  options.onPhase?.('check')
  return check(graph, options)
}
