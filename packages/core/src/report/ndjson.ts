import type { Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { FindingJson } from './finding-json.ts'
import { FORM } from './json.ts'
import { IN_JSON, Part, ReportBytes } from './report-bytes.ts'
import { textsOf } from './texts-of.ts'

const LINE = new Part('\n')

/**
 * A JSON object a line, for `jq`, databases and log collectors: each finding as in the json report, with `"type": "finding"` at its
 * head, and last `{"type": "summary", "version", "tool", "summary"}`. A file without that last line was cut.
 * @example
 * ```ts
 * for (const piece of ndjsonReport(report)) process.stdout.write(piece)
 * ```
 */
export const ndjsonReport = (report: Verdict): Iterable<string> => textsOf(ndjsonBytes(report))

/** The same as UTF-8. A piece holds until the next is asked for. */
export function* ndjsonBytes(report: Verdict): Generator<Uint8Array> {
  const { summary } = report
  const out = new ReportBytes(IN_JSON)
  const json = new FindingJson(out, '"type":"finding",')
  for (const finding of findingsOf(report).told()) {
    json.write(finding)
    out.part(LINE)
    if (out.isFull) yield out.take()
  }
  out.raw(`${JSON.stringify({ type: 'summary', version: FORM, tool: TOOL, summary })}\n`)
  yield out.take()
}
