import type { Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { isOfMany } from './is-of-many.ts'
import { jsonList } from './json-list.ts'

/** What the json report can hold beyond the findings. */
export interface JsonOptions {
  readonly stats?: boolean
}

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
export function* jsonReport(report: Verdict, { stats = false }: JsonOptions = {}): Generator<string> {
  const { runs, summary } = report
  yield `{\n"version": ${FORM},\n"tool": ${JSON.stringify(TOOL)},\n"summary": ${JSON.stringify(summary)}`
  if (isOfMany(report)) {
    yield ',\n"runs": '
    yield* jsonList(
      runs.map(({ name, summary, stats: count }) => ({ name, summary, ...(stats && { stats: count() }) })),
    )
  }
  yield ',\n"findings": '
  yield* jsonList(findingsOf(report))
  if (stats && !isOfMany(report)) yield `,\n"stats": ${JSON.stringify(runs[0]?.stats())}`
  yield '\n}\n'
}
