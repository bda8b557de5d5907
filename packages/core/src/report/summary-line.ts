import { grouped } from '../check/grouped.ts'
import type { Verdict, Summary } from '../check/finding.ts'
import { isOfMany } from './is-of-many.ts'

/** The summary of a report in a line. */
export const reportLine = (report: Verdict): string =>
  summaryLine(report.summary, isOfMany(report) ? report.runs.length : undefined)

/**
 * `2 errors, 1 warning in 120 resources, 88 edges`.
 * @param runs how many runs these are, where a report is about many.
 * @example
 * ```ts
 * summaryLine(report.summary) // '2 errors, 1 warning in 120 resources, 88 edges'
 * ```
 */
export function summaryLine(
  { errors, warnings, infos, baselined, resources, lineage }: Summary,
  runs?: number,
): string {
  const found = [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    infos > 0 && plural(infos, 'note'),
  ].filter((part) => part !== false)
  const hidden = baselined > 0 ? `, ${baselined} in the baseline` : ''
  const all = runs === undefined ? '' : ` of ${plural(runs, 'run')}`
  const of = `${plural(resources, 'resource')}, ${plural(lineage, 'edge')}${all}`
  return `${found.length > 0 ? found.join(', ') : 'no findings'} in ${of}${hidden}`
}

/** `1 error`, `1,200 errors`. */
export const plural = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
