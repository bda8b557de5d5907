import { checkRun, checkRuns } from '@lineagraph/core/node'
import { grouped, type Verdict } from '@lineagraph/core'
import type { ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { parseCheckOptions, type CheckOptions } from './check-options.ts'
import { mustDeclare, nothingIn, tellEmpty } from './must-declare.ts'
import { tellIncomplete } from './tell-incomplete.ts'
import { exitCodeOf, writeReport } from './write-report.ts'

/**
 * `lineagraph check`: reads a run, or many, checks, writes the findings.
 * @param onReport called when the report is about to be written.
 */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions & RunOptions,
  onReport: () => void = () => {},
): Promise<ExitCode> {
  const request = parseCheckOptions(options)
  const run = runPaths(paths, options)
  const how = { ...request.how, ...readOptions(options) }
  const outputs = findTargets(request.formats)

  const started = performance.now()
  const report: Verdict = await withProgress(async (hooks) => {
    if (!options.each) return checkRun(run, { ...how, ...hooks })
    const { findRuns } = await import('../input/find-runs.ts')
    return checkRuns(findRuns(options.each), { ...how, stats: request.stats, ...hooks })
  })
  const took = performance.now() - started

  onReport()
  await writeReport(report, outputs, request)
  if (process.stderr.isTTY) process.stderr.write(`checked in ${grouped(Math.round(took))} ms\n`)
  mustDeclare(report, nothingIn(options.each ?? run))
  tellEmpty(report)
  tellIncomplete(report)
  return exitCodeOf(report, request)
}
