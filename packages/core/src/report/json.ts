import type { Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { FindingJson } from './finding-json.ts'
import { isOfMany } from './is-of-many.ts'
import { jsonList } from './json-list.ts'
import { IN_JSON, Part, ReportBytes } from './report-bytes.ts'
import { textsOf } from './texts-of.ts'

/** What the json report can hold beyond the findings. */
export interface JsonOptions {
  readonly stats?: boolean
}

const LINE = new Part('\n')
const NEXT_LINE = new Part(',\n')

/** The version of the form: it grows when a field changes its meaning or goes. */
export const FORM = 1

/**
 * The report as JSON, piece by piece: one finding a line, so that it can be read and compared by line tools too. Ends with a line
 * end. Never one string: a run can have a million findings. Its schema is `schema/report.schema.json`.
 * @example
 * ```ts
 * const { summary } = JSON.parse([...jsonReport(report, { stats: true })].join(''))
 * ```
 */
export const jsonReport = (report: Verdict, options: JsonOptions = {}): Iterable<string> =>
  textsOf(jsonBytes(report, options))

/** The same as UTF-8. A piece holds until the next is asked for. */
export function* jsonBytes(report: Verdict, { stats = false }: JsonOptions = {}): Generator<Uint8Array> {
  const { runs, summary } = report
  const out = new ReportBytes(IN_JSON)
  out.raw(`{\n"version": ${FORM},\n"tool": ${JSON.stringify(TOOL)},\n"summary": ${JSON.stringify(summary)}`)
  if (isOfMany(report)) {
    out.raw(',\n"runs": ')
    const figures = runs.map(({ name, summary, stats: count }) => ({
      name,
      summary,
      ...(stats && { stats: count() }),
    }))
    for (const piece of jsonList(figures)) out.raw(piece)
  }
  out.raw(',\n"findings": [')
  const findings = findingsOf(report)
  const json = new FindingJson(out)
  let before = LINE
  for (const finding of findings.told()) {
    out.part(before)
    before = NEXT_LINE
    json.write(finding)
    if (out.isFull) yield out.take()
  }
  out.raw(findings.length === 0 ? ']' : '\n]')
  if (stats && !isOfMany(report)) out.raw(`,\n"stats": ${JSON.stringify(runs[0]?.stats())}`)
  out.raw('\n}\n')
  yield out.take()
}
