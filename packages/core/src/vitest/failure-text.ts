import { SEVERITIES, type Report } from '../check/finding.ts'
import { prettyReport } from '../report/pretty.ts'
import { plural, summaryLine } from '../report/summary-line.ts'

/** How many findings a failure shows before it only counts them: as many as can be read at once. */
const SHOWN = 10

/** A verdict that a test did not expect. */
export interface Failure {
  readonly name: string
  readonly report: Report
  readonly maxWarnings: number
  readonly pass: boolean
  readonly color: boolean
}

/** What vitest says of it: the findings as `check` shows them, the gravest first. */
export function failureText({ name, report, maxWarnings, pass, color }: Failure): string {
  const { summary, findings } = report
  if (pass) return `expected ${name} not to pass the lineage check, and it does: ${summaryLine(summary)}`
  const shown = SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity)).slice(
    0,
    SHOWN,
  )
  const pretty = [...prettyReport({ ...report, findings: shown }, { color })].join('').trimEnd()
  return [
    `expected ${name} to pass the lineage check\n`,
    pretty,
    ...(report.ok ? [`allowed: ${plural(maxWarnings, 'warning')}`] : []),
    ...(shown.length < findings.length
      ? [`shown: ${shown.length} of them, the gravest first; lineagraph check shows all`]
      : []),
  ].join('\n')
}
