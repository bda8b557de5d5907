import { fileURLToPath } from 'node:url'
import type { Verdict } from '@lineagraph/core'
import { reportPage, type ReportedRun } from '@lineagraph/viz/server'

/** The built app of a report lies beside the bundle. */
const BUNDLE = fileURLToPath(new URL('report', import.meta.url))

/** A checked run as one HTML file, piece by piece. */
export const htmlReport = (verdict: Verdict, run: Omit<ReportedRun, 'verdict'>): Promise<Iterable<string>> =>
  reportPage(BUNDLE, { ...run, verdict })
