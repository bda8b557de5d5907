import type { Finding, Location, Report } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import { textOfLineAt } from '../read/line-place.ts'
import { statsOf } from '../check/stats.ts'
import { frameOf } from './frame.ts'
import { colours, noColours, type Paint } from './paint.ts'
import { placesText, placeText } from './place-text.ts'
import { summaryLine } from './summary-line.ts'

export interface PrettyOptions {
  /** With terminal colours. */
  readonly color?: boolean
  /** The figures of the run behind the findings. */
  readonly stats?: boolean
}

/** The report for people: each finding with the line that it points to, read again from its file, and the summary last. */
export function* prettyReport(
  report: Report,
  { color = false, stats = false }: PrettyOptions = {},
): Generator<string> {
  const paint = color ? colours : noColours
  const { run } = report.graph
  const lineAt = ({ file, line }: Location): string | undefined => textOfLineAt(run, file, line)
  for (const finding of report.findings) yield `${[...findingLines(finding, lineAt, paint)].join('\n')}\n\n`
  if (stats) yield `${[...statsLines(report)].join('\n')}\n\n`
  yield `${summaryLine(report.summary)}\n`
}

function* statsLines({ graph }: Report): Generator<string> {
  const { by_type, ...figures } = statsOf(graph)
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
  for (const [name, figure] of rows) yield `   ${name.padEnd(width)}  ${figure}`
}

function* findingLines(
  finding: Finding,
  lineAt: (location: Location) => string | undefined,
  paint: Paint,
): Generator<string> {
  const { severity, rule, message, help, locations } = finding
  yield `${paint.severity(severity, severity.padEnd(7))}  ${paint.faint(rule)}   ${paint.bold(message)}`
  const [first] = locations
  if (first) yield* frameLines(first, severity, lineAt, paint)
  const places = placesText(finding)
  if (places) yield `   ${paint.faint('=')} ${places}`
  yield `   ${paint.faint('=')} help: ${help}`
}

function* frameLines(
  place: Location,
  severity: Finding['severity'],
  lineAt: (location: Location) => string | undefined,
  paint: Paint,
): Generator<string> {
  yield `   ${paint.faint('╭─')} ${placeText(place)}`
  const line = lineAt(place)
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
