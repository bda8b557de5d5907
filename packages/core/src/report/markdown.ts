import { grouped } from '../check/grouped.ts'
import type { Finding, Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { byRule, type RuleFindings } from './by-rule.ts'
import { codeSpan, proseLine } from './markdown-text.ts'
import { placesText, whereText } from './place-text.ts'
import { plural, reportLine } from './summary-line.ts'

/** As long as a comment on GitHub may be, in characters. GitLab and step summaries take more. */
export const LONGEST_COMMENT = 65_536
/** What the line about findings that are left out takes, and what stands around the list of a rule, at most. */
const LAST_LINE = 200
const AROUND_LIST = 100
/** Of a rule with more findings than `MOST_OPEN`, the first few are open, and the others folded. */
const MOST_OPEN = 8
const OPEN = 5

/**
 * The report as Markdown, for a comment on a pull request or the summary of a step, piece by piece: rule by rule, the gravest first, long
 * lists folded. It fits a comment: each rule has its share of the room, and what did not fit is counted. Nothing from a run does more in
 * it than be read: see `proseLine`.
 * @example
 * ```ts
 * const comment = [...markdownReport(report)].join('')
 * ```
 */
export function* markdownReport(report: Verdict): Generator<string> {
  const headline = `### ${TOOL.name}: ${reportLine(report)}\n`
  yield headline
  let room = LONGEST_COMMENT - LAST_LINE - headline.length
  let left = 0
  const groups = byRule(findingsOf(report))
  for (const [i, group] of groups.entries()) {
    const { text, shown } = sectionOf(group, Math.floor(room / (groups.length - i)))
    yield text
    room -= text.length
    left += group.findings.length - shown
  }
  if (left > 0)
    yield `\n**${plural(left, 'more finding')}** did not fit in here. \`${TOOL.name} check -f pretty\` shows all.\n`
}

/** A heading and as many findings as fit; nothing where none does. */
function sectionOf(
  { rule, severity, findings }: RuleFindings,
  room: number,
): { readonly text: string; readonly shown: number } {
  const items: string[] = []
  const heading = `\n#### ${severity} ${codeSpan(rule)}\n\n`
  let used = heading.length + AROUND_LIST
  for (const finding of findings) {
    const item = itemOf(finding)
    if (used + item.length > room) break
    used += item.length
    items.push(item)
  }
  if (items.length === 0) return { text: '', shown: 0 }
  const open = findings.length > MOST_OPEN ? OPEN : items.length
  const folded = items.slice(open)
  const more = findings.length - items.length
  const text = [
    heading,
    ...items.slice(0, open),
    ...(folded.length > 0
      ? [`\n<details><summary>${grouped(folded.length)} more</summary>\n\n`, ...folded, '\n</details>\n']
      : []),
    more > 0 ? `\n… and ${grouped(more)} of this rule that did not fit\n` : '',
  ]
  return { text: text.join(''), shown: items.length }
}

function itemOf(finding: Finding): string {
  const { message, help } = finding
  const where = whereText(finding)
  const head = where === undefined ? 'the run' : codeSpan(where)
  const places = placesText(finding)
  return `- ${[`${head}: ${proseLine(message)}`, places && proseLine(places), `help: ${proseLine(help)}`]
    .filter((line) => line !== undefined)
    .join('\\\n  ')}\n`
}
