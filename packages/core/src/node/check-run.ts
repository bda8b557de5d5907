import { check } from '../check/check.ts'
import type { CheckConfig } from '../check/config.ts'
import type { Report } from '../check/finding.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { Source } from '../read/source.ts'
import { loadRun, type LoadOptions } from './load-run.ts'

/**
 * Reads, resolves and checks a run from disk: `const report = await checkRun('out/', { workspace: ['warehouse.jsonl'] })`.
 * @param paths as for `loadRun`.
 * @returns the report; `report.ok` where there is no error. Rejects with PathError or ConfigError.
 */
export async function checkRun(
  paths: string | readonly (string | Source)[],
  options: CheckConfig & LoadOptions = {},
): Promise<Report> {
  return check(buildGraph(await loadRun(paths, options)), options)
}
