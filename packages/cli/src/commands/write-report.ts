import { conciseReport, jsonReport, prettyReport, type Report } from '@lineagraph/core'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import type { Target } from '../input/find-targets.ts'
import { takesColor } from '../input/takes-color.ts'
import { writeTo } from '../input/write-to.ts'
import type { CheckRequest, ReportFormat } from './check-options.ts'

/** A format of the report, and where it goes. */
export interface ReportOutput {
  readonly format: ReportFormat
  readonly target: Target
}

/** Writes the report to all its outputs. */
export async function writeReport(
  report: Report,
  outputs: readonly ReportOutput[],
  { quiet, stats, color }: CheckRequest,
): Promise<void> {
  const shown = quiet ? errorsOf(report) : report
  for (const { format, target } of outputs) {
    const colored = target.kind === 'standard output' && color && takesColor()
    await writeTo(target, reportText(shown, format, { color: colored, stats }))
  }
}

/** What the command says of a checked run by its exit code. */
export const exitCodeOf = ({ ok, summary }: Report, { maxWarnings }: CheckRequest): ExitCode =>
  ok && summary.warnings <= maxWarnings ? EXIT.ok : EXIT.findings

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
