import { check } from '../check/check.ts'
import { validateConfig, type CheckConfig } from '../check/config.ts'
import type { Report } from '../check/finding.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { ReadOptions } from '../read/read-run.ts'
import { loadRun } from './load-run.ts'

/**
 * Reads, resolves and checks a run from disk: `const report = await checkRun('out/')`.
 * @param paths as for `loadRun`.
 * @returns the report; `report.ok` where there is no error. Rejects with PathError or ConfigError.
 */
export async function checkRun(
  paths: string | readonly string[],
  options: CheckConfig & ReadOptions = {},
): Promise<Report> {
  validateConfig(options)
  const run = await loadRun(paths, options)
  return check(buildGraph(run, { dialect: options.dialect }), options)
}
