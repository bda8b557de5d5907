import { fileURLToPath } from 'node:url'
import type { Verdict } from '@lineagraph/core'
import type { PlannedCheck } from '@lineagraph/core/node'
import { reportPage } from '@lineagraph/viz/server'

/** The built app of a report lies beside the bundle. */
const BUNDLE = fileURLToPath(new URL('report', import.meta.url))

/** A checked run as one HTML file, piece by piece. */
export const htmlReport = (
  verdict: Verdict,
  run: { readonly title: string; readonly planned: PlannedCheck },
): Promise<Iterable<string>> => reportPage(BUNDLE, { ...run, verdict })
