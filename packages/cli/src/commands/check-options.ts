import {
  FORMATS_WITH_STATS,
  PRESETS,
  REPORT_FORMATS,
  validateConfig,
  type Preset,
  type ReportFormat,
} from '@lineagraph/core'
import type { CheckOptions as HowToCheck } from '@lineagraph/core/node'
import { parseCount, parseOutput, parseRules, type Output } from '../input/parse-options.ts'
import { UsageError } from '../input/usage-error.ts'

/** The options that say by which rules a run is judged, as commander gives them. */
export interface JudgeOptions {
  /** False with --no-config. */
  readonly config?: string | false
  readonly preset?: string
  readonly rule?: readonly string[]
  readonly only?: readonly string[]
  readonly baseline?: string
}

/** The options of every command that checks a run, as commander gives them. */
export interface CheckOptions extends JudgeOptions {
  readonly format?: readonly string[]
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly stats?: boolean
  readonly color: boolean
}

/** What those options ask for. */
export interface CheckRequest {
  readonly formats: readonly Output<OutputFormat>[]
  readonly how: HowToCheck
  readonly maxWarnings: number
  readonly quiet: boolean
  readonly stats: boolean
  readonly color: boolean
}

/** The forms in which a report can be written: those of the core, and the page, which only the command has. */
export type OutputFormat = ReportFormat | 'html'
const OUTPUT_FORMATS: readonly OutputFormat[] = [...REPORT_FORMATS, 'html']

export const isOutputFormat = (format: string): format is OutputFormat =>
  OUTPUT_FORMATS.some((known) => known === format)

/** Reads the options. Throws UsageError or ConfigError: all that can be wrong with them is said before a run is read. */
export const parseCheckOptions = (options: CheckOptions): CheckRequest => ({
  formats: parseFormats(options),
  maxWarnings:
    options.maxWarnings === undefined ? Infinity : parseCount(options.maxWarnings, '--max-warnings'),
  how: parseJudgeOptions(options),
  quiet: options.quiet ?? false,
  stats: options.stats ?? false,
  color: options.color,
})

function parseFormats({ format = ['pretty'], stats }: CheckOptions): readonly Output<OutputFormat>[] {
  const formats = format.map((given) => parseOutput(given, OUTPUT_FORMATS))
  if (stats && !formats.some(({ format }) => FORMATS_WITH_STATS.some((known) => known === format)))
    throw new UsageError(
      `--stats has no effect: ${format.join(', ')} shows no figures`,
      `use or add one that does: ${FORMATS_WITH_STATS.map((name) => `-f ${name}`).join(' or ')}`,
    )
  return formats
}

/** Reads how a run is judged. A config file is looked for, if none is named and none is refused. */
export function parseJudgeOptions({ config, preset, rule = [], only, baseline }: JudgeOptions): HowToCheck {
  if (config === '') throw new UsageError('--config names no file', 'write --config FILE')
  if (baseline === '') throw new UsageError('--baseline names no file', 'write --baseline FILE')
  const how = {
    config: config ?? true,
    rules: parseRules(rule),
    ...(only !== undefined && { only }),
    ...(preset !== undefined && { preset: parsePreset(preset) }),
    ...(baseline !== undefined && { baseline }),
  }
  validateConfig(how)
  return how
}

function parsePreset(given: string): Preset {
  const preset = PRESETS.find((known) => known === given)
  if (preset === undefined)
    throw new UsageError(`there is no preset '${given}'`, `the presets are ${PRESETS.join(', ')}`)
  return preset
}
