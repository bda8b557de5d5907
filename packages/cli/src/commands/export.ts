import {
  EXPORT_FORMATS,
  LEVELS,
  waysAt,
  type ExportFormat,
  type ExportOptions as WhatToExport,
} from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { parseOutputOption } from '../input/parse-options.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { exportOutput } from './export-output.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { nodesMeant, parseSelect } from './select-nodes.ts'

/** The options of `export`, as commander gives them. */
export interface ExportOptions extends RunOptions, Pick<JudgeOptions, 'config'> {
  readonly format: string
  readonly output?: string
  readonly select?: string
  readonly level?: string
  readonly namespace?: string
}

/** `lineagraph export`: writes the checked graph of a run for other tools. Findings are in it, and are no failure. */
export async function exportCommand(paths: readonly string[], options: ExportOptions): Promise<ExitCode> {
  const { format, file } = parseOutputOption(options, EXPORT_FORMATS)
  const run = runPaths(paths, options)
  const how = { ...parseJudgeOptions(options), ...readOptions(options) }
  const wish = parseWish(format, options)
  const select = options.select === undefined ? undefined : parseSelect(options.select, '--select')
  const output = exportOutput(format, file)
  try {
    const report = await withProgress((hooks) => checkRun(run, { ...how, ...hooks }))
    mustDeclare(report, nothingIn(run))
    const { graph } = report
    const selection =
      select && nodesMeant(graph, select, () => report.findings, waysAt(graph, wish.level ?? 'column'))
    await output.write(report, { ...wish, ...(selection && { selection }) })
    return EXIT.ok
  } finally {
    output.end()
  }
}

function parseWish(format: ExportFormat, { level, namespace }: ExportOptions): Omit<WhatToExport, 'format'> {
  const known = LEVELS.find((one) => one === level)
  if (level !== undefined && known === undefined)
    throw new UsageError(`there is no level '${level}'`, `the levels are ${LEVELS.join(', ')}`)
  if (namespace !== undefined && format !== 'openlineage')
    throw new UsageError(`--namespace has no effect on ${format}`, 'it names datasets of -f openlineage')
  if (namespace === '') throw new UsageError('--namespace names none', 'write --namespace NAME')
  return {
    eventTime: eventTime(process.env['SOURCE_DATE_EPOCH']),
    ...(known !== undefined && { level: known }),
    ...(namespace !== undefined && { namespace }),
  }
}

/** Now, or what the environment says, in seconds. Source: https://reproducible-builds.org/specs/source-date-epoch/ */
const eventTime = (seconds: string | undefined): Date =>
  seconds !== undefined && /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date()
