import type { Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { FORM } from './json.ts'

/**
 * A JSON object a line, for `jq`, databases and log collectors: each finding as in the json report, with `"type": "finding"` at its
 * head, and last `{"type": "summary", "version", "tool", "summary"}`. A file without that last line was cut.
 * @example
 * ```ts
 * for (const piece of ndjsonReport(report)) process.stdout.write(piece)
 * ```
 */
export function* ndjsonReport(report: Verdict): Generator<string> {
  const { summary } = report
  for (const finding of findingsOf(report)) yield `${JSON.stringify({ type: 'finding', ...finding })}\n`
  yield `${JSON.stringify({ type: 'summary', version: FORM, tool: TOOL, summary })}\n`
}
