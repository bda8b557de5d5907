import type { CheckedRun, Finding, Location, Verdict } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import type { Stats } from '../check/stats.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { frameOf } from './frame.ts'
import { isOfMany } from './is-of-many.ts'
import { colours, noColours, type Paint } from './paint.ts'
import { placesText, placeText } from './place-text.ts'
import { reportLine, summaryLine } from './summary-line.ts'

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
export function* prettyReport(
  report: Verdict,
  { color = false, stats = false }: PrettyOptions = {},
): Generator<string> {
  const paint = color ? colours : noColours
  if (isOfMany(report)) yield* manyRuns(report, paint, stats)
  else {
    yield* blocks(findingsOf(report), report, paint)
    const figures = stats ? report.runs[0]?.stats() : undefined
    if (figures) yield `${statsLines(figures).join('\n')}\n\n`
  }
  yield `${reportLine(report)}\n`
}

function* manyRuns(report: Verdict, paint: Paint, stats: boolean): Generator<string> {
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
    yield* blocks(own, report, paint)
    if (figures) yield `${statsLines(figures).join('\n')}\n\n`
  }
  const others = ofRun.get(undefined) ?? []
  if (others.length > 0) yield `${paint.bold('── beside the runs')}\n\n`
  yield* blocks(others, report, paint)
}

const headingOf = ({ name = '', summary }: CheckedRun, paint: Paint): string =>
  `${paint.bold(`── ${visible(name)}`)}  ${paint.faint(summaryLine(summary))}`

function* blocks(findings: Iterable<Finding>, report: Verdict, paint: Paint): Generator<string> {
  for (const finding of findings) yield `${[...findingLines(finding, report, paint)].join('\n')}\n\n`
}

function statsLines({ by_type, ...figures }: Stats): string[] {
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
  return rows.map(([name, figure]) => `   ${name.padEnd(width)}  ${figure}`)
}

function* findingLines(finding: Finding, report: Verdict, paint: Paint): Generator<string> {
  const { severity, rule, message, help, locations } = finding
  yield `${paint.severity(severity, severity.padEnd(7))}  ${paint.faint(rule)}   ${paint.bold(message)}`
  const [first] = locations
  if (first) yield* frameLines(first, severity, report.lineAt(first), paint)
  const places = placesText(finding)
  if (places) yield `   ${paint.faint('=')} ${places}`
  yield `   ${paint.faint('=')} help: ${help}`
}

function* frameLines(
  place: Location,
  severity: Finding['severity'],
  line: string | undefined,
  paint: Paint,
): Generator<string> {
  yield `   ${paint.faint('╭─')} ${placeText(place)}`
  if (line === undefined) {
    yield `   ${paint.faint('│')} ${paint.faint('(the file has changed since it was read)')}`
    return
  }
  const { text, indent, width } = frameOf(line, place)
  const mark = width === 1 ? '╵' : `╰${'─'.repeat(width - 2)}╯`
  yield `   ${paint.faint('│')} ${text}`
  if (line !== '')
    yield `   ${paint.faint('│')} ${' '.repeat(indent)}${paint.severity(severity, `${mark} ${place.label ?? ''}`.trimEnd())}`
}
