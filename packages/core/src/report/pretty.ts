import type { Told } from '../check/finding-list.ts'
import type { CheckedRun, Finding, Verdict } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import type { Stats } from '../check/stats.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { isOfMany } from './is-of-many.ts'
import { colours, noColours, type Paint } from './paint.ts'
import { PrettyBlocks } from './pretty-block.ts'
import { AS_IT_IS, ReportBytes } from './report-bytes.ts'
import { reportLine, summaryLine } from './summary-line.ts'
import { textsOf } from './texts-of.ts'

/** What the report for people takes. */
export interface PrettyOptions {
  /** With terminal colours. */
  readonly color?: boolean
  /** The figures of the run behind the findings. */
  readonly stats?: boolean
}

/**
 * The report for people: each finding with the line that it points to, read again from its file, and the summary last. Of many runs,
 * each has a heading.
 * @example
 * ```ts
 * for (const piece of prettyReport(report, { color: true })) process.stdout.write(piece)
 * ```
 */
export const prettyReport = (report: Verdict, options: PrettyOptions = {}): Iterable<string> =>
  textsOf(prettyBytes(report, options))

/** The same as UTF-8. A piece holds until the next is asked for. */
export function* prettyBytes(
  report: Verdict,
  { color = false, stats = false }: PrettyOptions = {},
): Generator<Uint8Array> {
  const paint = color ? colours : noColours
  const out = new ReportBytes(AS_IT_IS)
  const blocks = new PrettyBlocks(out, report, paint)
  for (const part of isOfMany(report) ? manyRuns(report, paint, stats) : oneRun(report, stats)) {
    if (typeof part === 'string') out.raw(part)
    else blocks.write(part)
    if (out.isFull) yield out.take()
  }
  out.raw(`${reportLine(report)}\n`)
  yield out.take()
}

/** One finding as the report shows it. */
export function prettyFinding(
  finding: Told,
  report: Pick<Verdict, 'lineAt'>,
  { color = false }: Pick<PrettyOptions, 'color'> = {},
): string {
  const out = new ReportBytes(AS_IT_IS)
  new PrettyBlocks(out, report, color ? colours : noColours).write(finding)
  return [...textsOf([out.take()])].join('').trimEnd()
}

/** Findings, and texts as they are. */
type Parts = Generator<Told | string>

function* oneRun(report: Verdict, stats: boolean): Parts {
  yield* findingsOf(report).told()
  yield* statsText(stats ? report.runs[0]?.stats() : undefined)
}

function* manyRuns(report: Verdict, paint: Paint, stats: boolean): Parts {
  const { findings, runs } = report
  const ofRun = new Map<string | undefined, Finding[]>()
  for (const finding of findings) {
    const known = ofRun.get(finding.run)
    if (known) known.push(finding)
    else ofRun.set(finding.run, [finding])
  }
  for (const run of runs) {
    const own = ofRun.get(run.name) ?? []
    const figures = stats ? run.stats() : undefined
    if (own.length > 0 || figures) yield `${headingOf(run, paint)}\n\n`
    yield* own
    yield* statsText(figures)
  }
  const others = ofRun.get(undefined) ?? []
  if (others.length > 0) yield `${paint.bold('── beside the runs')}\n\n`
  yield* others
}

const headingOf = ({ name = '', summary }: CheckedRun, paint: Paint): string =>
  `${paint.bold(`── ${visible(name)}`)}  ${paint.faint(summaryLine(summary))}`

function* statsText(stats: Stats | undefined): Generator<string> {
  if (stats === undefined) return
  const { by_type, ...figures } = stats
  const rows: [string, string][] = [
    ...Object.entries(by_type).map(([type, count]): [string, string] => [
      visible(type) || '(no type)',
      String(count),
    ]),
    ...Object.entries(figures).map(([name, figure]): [string, string] => [
      name.replaceAll('_', ' '),
      Array.isArray(figure) ? figure.join(', ') || 'none' : String(figure),
    ]),
  ]
  const width = rows.reduce((widest, [name]) => Math.max(widest, name.length), 0)
  for (const [name, figure] of rows) yield `   ${name.padEnd(width)}  ${figure}\n`
  yield '\n'
}
