import { checkRun } from '@lineagraph/core/node'
import type { ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { withProgress } from '../input/progress.ts'
import { lineageFile, runPaths, type RunOptions } from '../input/run-paths.ts'
import { parseCheckOptions, type CheckOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { exitCodeOf, writeReport } from './write-report.ts'

/**
 * `lineagraph check`: reads a run, checks it, writes the findings.
 * @param onReport called when the report is about to be written.
 */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions & RunOptions,
  onReport: () => void = () => {},
): Promise<ExitCode> {
  const request = parseCheckOptions(options)
  const run = runPaths(paths, options)
  const outputs = findTargets(request.formats)

  const started = performance.now()
  const report = await withProgress((hooks) =>
    checkRun(run, { ...request.config, ...lineageFile(options), ...hooks }),
  )
  const took = performance.now() - started

  onReport()
  await writeReport(report, outputs, request)
  if (process.stderr.isTTY)
    process.stderr.write(`checked in ${Math.round(took).toLocaleString('en-US')} ms\n`)
  mustDeclare(report, nothingIn(run))
  return exitCodeOf(report, request)
}
