import { CUT, partsOf, piecesIn } from './packed-parts.ts'
import type { FileInput, GivenRun } from './run-input.ts'
import { reportOf, runOfReport, type SavedReport } from './saved-report.ts'

/** The run of a report that somebody saved. Rejects where the page is no report, or where it is not whole. */
export async function readReport({ name, blob }: FileInput): Promise<GivenRun> {
  const report = reportIn(await blob.text())
  if (report) return runOfReport(report)
  throw new Error(`${name} is a page, and no report that lineagraph wrote: give a run, or such a report.`)
}

function reportIn(html: string): SavedReport | undefined {
  const pieces = piecesIn(html)
  try {
    return reportOf((name) => partsOf(name, pieces))
  } catch {
    throw new Error(CUT)
  }
}
