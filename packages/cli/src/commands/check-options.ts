import {
  FORMATS_WITH_STATS,
  PRESETS,
  REPORT_FORMATS,
  validateConfig,
  type CheckConfig,
  type Preset,
  type ReportFormat,
} from '@lineagraph/core'
import { parseCount, parseOutput, parseRules, type Output } from '../input/parse-options.ts'
import { UsageError } from '../input/usage-error.ts'

/** The options of every command that checks a run, as commander gives them. */
export interface CheckOptions {
  readonly format?: readonly string[]
  readonly rule?: readonly string[]
  readonly preset?: string
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly stats?: boolean
  readonly color: boolean
}

/** What those options ask for. */
export interface CheckRequest {
  readonly formats: readonly Output<ReportFormat>[]
  readonly config: CheckConfig
  readonly maxWarnings: number
  readonly quiet: boolean
  readonly stats: boolean
  readonly color: boolean
}

export const isReportFormat = (format: string): format is ReportFormat =>
  REPORT_FORMATS.some((known) => known === format)

/** Reads the options. Throws UsageError or ConfigError: all that can be wrong with them is said before a run is read. */
export const parseCheckOptions = (options: CheckOptions): CheckRequest => ({
  formats: parseFormats(options),
  maxWarnings:
    options.maxWarnings === undefined ? Infinity : parseCount(options.maxWarnings, '--max-warnings'),
  config: parseConfig(options),
  quiet: options.quiet ?? false,
  stats: options.stats ?? false,
  color: options.color,
})

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
