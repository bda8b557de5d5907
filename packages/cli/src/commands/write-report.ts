import { sep } from 'node:path'
import { errorsOf, formatReport, type ReportFormat, type Verdict } from '@lineagraph/core'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import type { Target } from '../input/find-targets.ts'
import { takesColor } from '../input/takes-color.ts'
import { writeTo } from '../input/write-to.ts'
import type { CheckRequest } from './check-options.ts'

/** A format of the report, and where it goes. */
export interface ReportOutput {
  readonly format: ReportFormat
  readonly target: Target
}

/** Writes the report to all its outputs. */
export async function writeReport(
  report: Verdict,
  outputs: readonly ReportOutput[],
  { quiet, stats, color }: CheckRequest,
): Promise<void> {
  const shown = quiet ? errorsOf(report) : report
  const folder = process.cwd().replaceAll(sep, '/')
  for (const { format, target } of outputs) {
    const colored = target.kind === 'standard output' && color && takesColor()
    await writeTo(target, formatReport(shown, format, { color: colored, stats, folder }))
  }
}

/** What the command says of a checked run by its exit code. */
export const exitCodeOf = ({ ok, summary }: Verdict, { maxWarnings }: CheckRequest): ExitCode =>
  ok && summary.warnings <= maxWarnings ? EXIT.ok : EXIT.findings
