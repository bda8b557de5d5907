import { buildGraph } from '../graph/build-graph.ts'
import { readRun } from '../read/read-run.ts'
import { bytesSource, type Source } from '../read/source.ts'
import { check } from './check.ts'
import type { CheckConfig } from './config.ts'
import type { Report } from './finding.ts'
import type { Example } from './page.ts'
import { parseBaseline } from './parse-baseline.ts'

/** What the baseline of an example is called. */
export const BASELINE_FILE = 'lineagraph.baseline.json'

/** Checks the run of an example, beside its catalogs and against its baseline. */
export async function checkExample(
  { files, workspace, baseline, made = (text) => text }: Example,
  config: CheckConfig = {},
): Promise<Report> {
  const run = await readRun(
    sourcesOf(files, made),
    workspace && { workspace: sourcesOf(workspace, (text) => text) },
  )
  const known = baseline && { baseline: parseBaseline(baseline.join('\n'), BASELINE_FILE) }
  return check(buildGraph(run), config, known)
}

const encoder = new TextEncoder()

const sourcesOf = (files: Example['files'], made: Example['made'] & {}): Source[] =>
  Object.entries(files).map(([name, lines]) => {
    const bytes = made(lines.map((line) => `${line}\n`).join(''))
    return bytesSource(name, typeof bytes === 'string' ? encoder.encode(bytes) : bytes)
  })
