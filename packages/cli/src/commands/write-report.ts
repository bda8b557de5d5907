import { sep } from 'node:path'
import { errorsOf, reportPieces, type Verdict } from '@lineagraph/core'
import type { PlannedCheck } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import type { Target } from '../input/find-targets.ts'
import { takesColor } from '../input/takes-color.ts'
import { writeTo } from '../input/write-to.ts'
import type { CheckRequest, OutputFormat } from './check-options.ts'

/** A format of the report, and where it goes. */
export interface ReportOutput {
  readonly format: OutputFormat
  readonly target: Target
}

/** What a page shows beside the findings: the run itself. */
export interface ShownRun {
  readonly title: string
  readonly planned: PlannedCheck
  /** What it is compared with. */
  readonly base?: { readonly name: string; readonly planned: Pick<PlannedCheck, 'files' | 'plan'> }
}

/** Whether an output is a page, for which a run is planned before it is checked. */
export const hasPage = (outputs: readonly { readonly format: OutputFormat }[]): boolean =>
  outputs.some(({ format }) => format === 'html')

/**
 * Writes the report to all its outputs.
 * @param run what pages show; needed where an output is one.
 */
export async function writeReport(
  report: Verdict,
  outputs: readonly ReportOutput[],
  { quiet, stats, color }: Pick<CheckRequest, 'quiet' | 'stats' | 'color'>,
  run?: ShownRun,
): Promise<void> {
  const shown = quiet ? errorsOf(report) : report
  const folder = process.cwd().replaceAll(sep, '/')
  for (const { format, target } of outputs) {
    if (format === 'html') {
      const { htmlReport } = await import('../html/html-report.ts')
      if (run === undefined) throw new Error('a page needs the run that it shows')
      await writeTo(target, await htmlReport(report, run))
      continue
    }
    const colored = target.kind === 'standard output' && color && takesColor()
    await writeTo(target, reportPieces(shown, format, { color: colored, stats, folder }))
  }
}

/** What the command says of a checked run by its exit code. */
export const exitCodeOf = ({ ok, summary }: Verdict, { maxWarnings }: CheckRequest): ExitCode =>
  ok && summary.warnings <= maxWarnings ? EXIT.ok : EXIT.findings
