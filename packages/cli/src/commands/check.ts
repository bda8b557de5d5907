import {
  conciseReport,
  jsonReport,
  prettyReport,
  PRESETS,
  validateConfig,
  type CheckConfig,
  type Preset,
  type Report,
} from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { parseCount, parseOutput, parseRules, type Output } from '../input/parse-options.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
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

export const REPORT_FORMATS = ['pretty', 'concise', 'json'] as const
type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Those that can show the figures of --stats. */
const WITH_STATS: readonly ReportFormat[] = ['pretty', 'json']

/** `lineagraph check`: reads a run, checks it, writes the findings. All that can be wrong with the options is said before. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const formats = parseFormats(options)
  const maxWarnings =
    options.maxWarnings === undefined ? Infinity : parseCount(options.maxWarnings, '--max-warnings')
  const config = parseConfig(options)
  const run = runPaths(paths, options)
  const reading = readOptions(options)
  const outputs = findTargets(formats)

  const started = performance.now()
  const report = await checkRun(run, { ...config, ...reading })
  const took = performance.now() - started

  const shown = options.quiet ? errorsOf(report) : report
  for (const { format, target } of outputs) {
    const color = target.kind === 'standard output' && wantsColor(options)
    await writeTo(target, reportText(shown, format, { color, stats: options.stats ?? false }))
  }
  if (process.stderr.isTTY)
    process.stderr.write(`checked in ${Math.round(took).toLocaleString('en-US')} ms\n`)
  mustDeclare(report, run)
  return report.ok && report.summary.warnings <= maxWarnings ? EXIT.ok : EXIT.findings
}

function parseFormats({ format = ['pretty'], stats }: CheckOptions): readonly Output<ReportFormat>[] {
  const formats = format.map((given) => parseOutput(given, REPORT_FORMATS))
  if (stats && !formats.some(({ format }) => WITH_STATS.includes(format)))
    throw new UsageError(
      `--stats has no effect: ${format.join(', ')} shows no figures`,
      `use or add one that does: ${WITH_STATS.map((name) => `-f ${name}`).join(' or ')}`,
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

function reportText(
  report: Report,
  format: ReportFormat,
  { color, stats }: { readonly color: boolean; readonly stats: boolean },
): Iterable<string> {
  return {
    pretty: () => prettyReport(report, { color, stats }),
    concise: () => conciseReport(report),
    json: () => jsonReport(report, { stats }),
  }[format]()
}

/** Colours are for a terminal, and for nobody who asked for none (https://no-color.org). */
const wantsColor = ({ color }: CheckOptions): boolean =>
  color && (process.stdout.isTTY ?? false) && !process.env['NO_COLOR']
