import { conciseReport, jsonReport, prettyReport, PRESETS, type Preset, type Report } from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, UsageError, type ExitCode } from '../input/exit-code.ts'
import { parseCount, parseOutput, parseRules, type Output } from '../input/parse-options.ts'
import { runPaths, type RunOptions } from '../input/run-paths.ts'
import { writeFileWhole, writeOut } from '../input/write.ts'

/** The options of `check`, as commander gives them. */
export interface CheckOptions extends RunOptions {
  readonly format: readonly string[]
  readonly rule: readonly string[]
  readonly preset?: string
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly stats?: boolean
  readonly color: boolean
}

export const REPORT_FORMATS = ['pretty', 'concise', 'json'] as const
type ReportFormat = (typeof REPORT_FORMATS)[number]

/** `lineagraph check`: reads a run, checks it, writes the findings. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const outputs = (options.format.length > 0 ? options.format : ['pretty']).map((given) =>
    parseOutput(given, REPORT_FORMATS),
  )
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError('two formats go to standard output', 'give all but one a file: -f json:FILE')
  const maxWarnings =
    options.maxWarnings === undefined ? Infinity : parseCount(options.maxWarnings, '--max-warnings')
  const rules = parseRules(options.rule)
  const preset = options.preset === undefined ? {} : { preset: parsePreset(options.preset) }
  const run = runPaths(paths, options)

  const started = performance.now()
  const report = await checkRun(run, { rules, ...preset })
  const took = performance.now() - started

  const shown = options.quiet ? errorsOf(report) : report
  for (const output of outputs) await write(shown, output, options)
  if (process.stderr.isTTY)
    process.stderr.write(`checked in ${Math.round(took).toLocaleString('en-US')} ms\n`)
  return exitCode(report, maxWarnings, run)
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

async function write(
  report: Report,
  { format, file }: Output<ReportFormat>,
  options: CheckOptions,
): Promise<void> {
  const stats = options.stats ?? false
  const color = file === undefined && wantsColor(options)
  const pieces = {
    pretty: () => prettyReport(report, { color, stats }),
    concise: () => conciseReport(report),
    json: () => jsonReport(report, { stats }),
  }[format]()
  if (file === undefined) await writeOut(pieces)
  else writeFileWhole(file, pieces)
}

/** Colours are for a terminal, and for nobody who asked for none (https://no-color.org). */
const wantsColor = ({ color }: CheckOptions): boolean =>
  color && (process.stdout.isTTY ?? false) && !process.env['NO_COLOR']

function exitCode({ summary, graph }: Report, maxWarnings: number, paths: readonly string[]): ExitCode {
  if (graph.run.files.every(({ declarationCount }) => declarationCount === 0)) {
    process.stderr.write(
      `lineagraph: nothing was checked: no declaration found in ${paths.join(', ')}\n` +
        '  help: a run is a folder with resources.jsonl and lineage.jsonl, such files, or - for what a program prints\n',
    )
    return EXIT.nothing
  }
  return summary.ok && summary.warnings <= maxWarnings ? EXIT.ok : EXIT.findings
}
