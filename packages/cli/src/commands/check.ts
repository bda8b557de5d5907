import { sep } from 'node:path'
import {
  FORMATS_WITH_STATS,
  PRESETS,
  REPORT_FORMATS,
  validateConfig,
  writeReport,
  type CheckConfig,
  type Preset,
  type Report,
  type ReportFormat,
} from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { parseCount, parseOutput, parseRules, type Output } from '../input/parse-options.ts'
import { lineageFile, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { mustDeclare } from './must-declare.ts'

/** The options of `check`, as commander gives them. */
export interface CheckOptions extends RunOptions {
  readonly format?: readonly string[]
  readonly rule?: readonly string[]
  readonly preset?: string
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly stats?: boolean
  readonly color: boolean
}

/** `lineagraph check`: reads a run, checks it, writes the findings. All that can be wrong with the options is said before. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const formats = parseFormats(options)
  const maxWarnings =
    options.maxWarnings === undefined ? Infinity : parseCount(options.maxWarnings, '--max-warnings')
  const config = parseConfig(options)
  const run = runPaths(paths, options)
  const outputs = findTargets(formats)

  const started = performance.now()
  const report = await checkRun(run, { ...config, ...lineageFile(options) })
  const took = performance.now() - started

  const shown = options.quiet ? errorsOf(report) : report
  const stats = options.stats ?? false
  const folder = process.cwd().replaceAll(sep, '/')
  for (const { format, target } of outputs) {
    const color = target.kind === 'standard output' && wantsColor(options)
    await writeTo(target, writeReport(shown, format, { color, stats, folder }))
  }
  if (process.stderr.isTTY)
    process.stderr.write(`checked in ${Math.round(took).toLocaleString('en-US')} ms\n`)
  mustDeclare(report, run)
  return report.ok && report.summary.warnings <= maxWarnings ? EXIT.ok : EXIT.findings
}

function parseFormats({ format = ['pretty'], stats }: CheckOptions): readonly Output<ReportFormat>[] {
  const formats = format.map((given) => parseOutput(given, REPORT_FORMATS))
  if (stats && !formats.some(({ format }) => FORMATS_WITH_STATS.includes(format)))
    throw new UsageError(
      `--stats has no effect: ${format.join(', ')} shows no figures`,
      `use or add one that does: ${FORMATS_WITH_STATS.map((name) => `-f ${name}`).join(' or ')}`,
    )
  return formats
}

function parseConfig({ rule = [], preset }: CheckOptions): CheckConfig {
  const config = {
    rules: parseRules(rule),
    ...(preset !== undefined && { preset: parsePreset(preset) }),
  }
  validateConfig(config)
  return config
}

function parsePreset(given: string): Preset {
  const preset = PRESETS.find((known) => known === given)
  if (preset === undefined)
    throw new UsageError(`there is no preset '${given}'`, `the presets are ${PRESETS.join(', ')}`)
  return preset
}

const errorsOf = (report: Report): Report => ({
  ...report,
  findings: report.findings.filter(({ severity }) => severity === 'error'),
})

/** Colours are for a terminal, and for nobody who asked for none (https://no-color.org). */
const wantsColor = ({ color }: CheckOptions): boolean =>
  color && (process.stdout.isTTY ?? false) && !process.env['NO_COLOR']
