import type { Verdict } from '../check/finding.ts'
import { conciseReport } from './concise.ts'
import { githubReport } from './github.ts'
import { gitlabReport, type GitlabOptions } from './gitlab.ts'
import { jsonBytes, type JsonOptions } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { ndjsonBytes } from './ndjson.ts'
import { prettyBytes, type PrettyOptions } from './pretty.ts'
import { sarifReport } from './sarif.ts'
import { textsOf } from './texts-of.ts'

/** What single formats take; the others pass it over. */
export type ReportOptions = PrettyOptions & JsonOptions & GitlabOptions

type Write = (report: Verdict, options: ReportOptions) => Iterable<string | Uint8Array>

const FORMATS = {
  pretty: prettyBytes,
  concise: conciseReport,
  json: jsonBytes,
  ndjson: ndjsonBytes,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  gitlab: gitlabReport,
  markdown: markdownReport,
} as const satisfies { readonly [name: string]: Write }

/** The forms in which a report can be written. */
export type ReportFormat = keyof typeof FORMATS
/** All of them. */
export const REPORT_FORMATS = Object.keys(FORMATS) as readonly ReportFormat[]
/** Those that can show the figures of the run. */
export const FORMATS_WITH_STATS: readonly ReportFormat[] = ['pretty', 'json']

/**
 * Writes a report in a format, piece by piece. The same report gives the same bytes.
 * @example
 * ```ts
 * for (const piece of formatReport(report, 'sarif')) process.stdout.write(piece)
 * ```
 */
export const formatReport = (
  report: Verdict,
  format: ReportFormat,
  options: ReportOptions = {},
): Iterable<string> => textsOf(reportPieces(report, format, options))

/**
 * The same for who writes bytes: as UTF-8 in formats that come as that. Such a piece holds until the next is asked for.
 * @example
 * ```ts
 * import { appendFileSync } from 'node:fs'
 * for (const piece of reportPieces(report, 'json')) appendFileSync('report.json', piece)
 * ```
 */
export function reportPieces(
  report: Verdict,
  format: ReportFormat,
  options: ReportOptions = {},
): Iterable<string | Uint8Array> {
  const write: Write = FORMATS[format]
  return write(report, options)
}
