import { checkRun, checkRuns, planCheck, type PlannedCheck } from '@lineagraph/core/node'
import { grouped, type Verdict } from '@lineagraph/core'
import type { ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { withProgress } from '../input/progress.ts'
import { runName } from '../input/run-name.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { parseCheckOptions, type CheckOptions } from './check-options.ts'
import { mustDeclare, nothingIn, tellEmpty } from './must-declare.ts'
import { tellIncomplete } from './tell-incomplete.ts'
import { exitCodeOf, hasPage, writeReport, type ReportOutput } from './write-report.ts'

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

  const planned = planOfPage(outputs, options, () => planCheck(run, how))

  const started = performance.now()
  const report: Verdict = await withProgress(async (hooks) => {
    if (planned) return planned.check(hooks)
    if (!options.each) return checkRun(run, { ...how, ...hooks })
    const { findRuns } = await import('../input/find-runs.ts')
    return checkRuns(findRuns(options.each), { ...how, stats: request.stats, ...hooks })
  })
  const took = performance.now() - started

  onReport()
  await writeReport(report, outputs, request, planned && { title: runName(run), planned })
  if (process.stderr.isTTY) process.stderr.write(`checked in ${grouped(Math.round(took))} ms\n`)
  mustDeclare(report, nothingIn(options.each ?? run))
  tellEmpty(report)
  tellIncomplete(report)
  return exitCodeOf(report, request)
}

/** A page carries the files that were checked; one that has no page checks them straight away. */
function planOfPage(
  outputs: readonly ReportOutput[],
  { each }: RunOptions,
  plan: () => PlannedCheck,
): PlannedCheck | undefined {
  if (!hasPage(outputs)) return undefined
  if (each === undefined) return plan()
  throw new UsageError(
    '-f html shows one run, and --each checks many',
    'write a page for each: lineagraph report FOLDER -o FILE',
  )
}
