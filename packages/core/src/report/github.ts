import { grouped } from '../check/grouped.ts'
import { SEVERITIES, type Finding, type Location, type Verdict, type Severity } from '../check/finding.ts'
import type { FindingList } from '../check/finding-list.ts'
import { visible } from '../check/quote.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { byRule } from './by-rule.ts'
import { fileOfFinding, streamOf } from './file-of-finding.ts'
import { placesText, whereText } from './place-text.ts'
import { plural, reportLine } from './summary-line.ts'
import { wellFormed } from './well-formed.ts'

/** As many annotations of a level as GitHub shows for a step. Source: docs/problem-matchers.md of actions/toolkit. */
const SHOWN = 10
const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>

/**
 * The report as workflow commands, which GitHub shows at the lines of a pull request: the first ten of each level, since it shows no more
 * for a step, and then a notice of how many are left out, of which rules. The summary is last, for the log.
 * @example
 * ```ts
 * for (const piece of githubReport(report)) process.stdout.write(piece)
 * ```
 */
export function* githubReport(report: Verdict): Generator<string> {
  const findings = findingsOf(report)
  const counts = findings.counts()
  const isTooMany = SEVERITIES.some((severity) => counts[severity] > SHOWN)
  const isLeft = new Uint8Array(findings.length)
  for (const severity of SEVERITIES) {
    // The notice of what is left out takes the place of one.
    const most = isTooMany && severity === 'info' ? SHOWN - 1 : SHOWN
    let shown = 0
    for (let i = 0; i < findings.length; i++) {
      if (findings.severityAt(i) !== severity) continue
      if (shown++ < most) yield annotationOf(findings.at(i), report)
      else isLeft[i] = 1
    }
  }
  const left = findings.where((index) => isLeft[index] === 1)
  if (left.length > 0) yield noticeOf(left)
  yield `${TOOL.name}: ${reportLine(report)}\n`
}

function annotationOf(finding: Finding, report: Verdict): string {
  const { rule, severity, message, help, locations } = finding
  const [place] = locations
  const file = fileOfFinding(finding, report)
  const isFile = file !== undefined && streamOf(file) === undefined
  const properties = {
    ...(isFile && { file: visible(file) }),
    ...(isFile && place && { line: place.line, col: place.column, endColumn: lastColumnOf(place) }),
    title: rule,
  }
  const where = isFile ? undefined : whereText(finding)
  const lines = [message, where, placesText(finding), `help: ${help}`].filter((line) => line !== undefined)
  return command(COMMAND[severity], properties, lines.join('\n'))
}

/** GitHub counts the last column in. */
const lastColumnOf = ({ column, endColumn }: Location): number => Math.max(column, endColumn - 1)

function noticeOf(left: FindingList): string {
  const rules = byRule(left).map(({ rule, findings }) => `${rule} (${grouped(findings.length)})`)
  const title = `${TOOL.name}: ${plural(left.length, 'more finding')}`
  const message = `GitHub shows ${SHOWN} annotations of a level for a step. Not shown: ${rules.join(', ')}.\nThe whole report: -f pretty instead of github, or beside it -f pretty:FILE.`
  return command('notice', { title }, message)
}

/** Source: toolkit/packages/core/src/command.ts, which escapes the same characters. */
function command(
  name: string,
  properties: { readonly [name: string]: string | number },
  data: string,
): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${given.join(',')}::${escapeData(data)}\n`
}

const escapeData = (text: string): string =>
  wellFormed(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
