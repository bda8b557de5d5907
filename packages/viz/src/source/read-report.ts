import { PartsInPage } from './parts-in-page.ts'
import type { FileInput, GivenRun } from './run-input.ts'
import { reportOf, runOfReport } from './saved-report.ts'

/** Bytes of the page that are looked through at once, between which the browser does what else there is: some 5 ms. */
const SLICE = 1 << 19

/** The run of a report that somebody saved. Rejects where the page is no report, or where it is not whole. */
export async function readReport({ name, blob }: FileInput): Promise<GivenRun> {
  const parts = new PartsInPage()
  for (let at = 0; at < blob.size; at += SLICE) parts.take(await blob.slice(at, at + SLICE).text()) // what a cut character becomes is no matter
  const report = reportOf((part) => parts.named(part))
  if (report) return runOfReport(report)
  throw new Error(`${name} is a page, and no report that lineagraph wrote: give a run, or such a report.`)
}
