import { EXPORT_FORMATS, exportGraph } from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { parseOutput } from '../input/parse-options.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'

/** The options of `export`, as commander gives them. */
export interface ExportOptions extends RunOptions, Pick<JudgeOptions, 'config'> {
  readonly format: string
  readonly output?: string
}

/** `lineagraph export`: writes the checked graph of a run for other tools. Findings are in it, and are no failure. */
export async function exportCommand(paths: readonly string[], options: ExportOptions): Promise<ExitCode> {
  const { format, file } = parseOutput(options.format, EXPORT_FORMATS)
  if (options.output === '') throw new UsageError('-o names no file', 'write -o FILE')
  if (file !== undefined && options.output !== undefined)
    throw new UsageError(
      `-f names the file '${file}', and -o the file '${options.output}'`,
      `write one of the two: -f ${format} -o FILE, or -f ${format}:FILE`,
    )
  const run = runPaths(paths, options)
  const how = { ...parseJudgeOptions(options), ...readOptions(options) }
  const outputs = findTargets([{ format, file: file ?? options.output }])

  const report = await withProgress((hooks) => checkRun(run, { ...how, ...hooks }))
  mustDeclare(report, nothingIn(run))
  for (const { target } of outputs) await writeTo(target, exportGraph(report, format))
  return EXIT.ok
}
