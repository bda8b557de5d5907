import { grouped } from '../check/grouped.ts'
import type { RunDiff } from '../compare/run-diff.ts'
import { TOOL } from '../model/tool.ts'
import {
  diffCounts,
  diffSections,
  type DiffItem,
  type DiffSection,
  type DiffOptions,
} from './diff-sections.ts'
import { codeSpan, proseLine } from './markdown-text.ts'
import { LONGEST_COMMENT } from './markdown.ts'
import { plural } from './summary-line.ts'

/** What the line about changes that are left out takes, and what stands around the list of a section, at most. */
const LAST_LINE = 200
const AROUND_LIST = 150
/** Of a section with more changes than `MOST_OPEN`, the first few are open, and the others folded. */
const MOST_OPEN = 8
const OPEN = 5
/** As many fields of a change as are told. */
const MOST_DETAILS = 8

/**
 * The difference as Markdown, for a comment on a pull request: kind by kind, long lists folded. It fits a comment: each kind has its
 * share of the room, and what did not fit is counted. Nothing from a run does more in it than be read: see `proseLine`.
 */
export function* diffMarkdown(diff: RunDiff, { base, head }: DiffOptions): Generator<string> {
  const headline = `### ${TOOL.name}: from ${codeSpan(cut(base))} to ${codeSpan(cut(head))}\n\n${[
    ...diffCounts(diff.summary),
  ]
    .map((line) => `- ${proseLine(line)}\n`)
    .join('')}`
  yield headline
  let room = LONGEST_COMMENT - LAST_LINE - headline.length
  let left = 0
  const sections = diffSections(diff)
  for (const [i, section] of sections.entries()) {
    const { text, shown } = sectionOf(section, Math.floor(room / (sections.length - i)))
    yield text
    room -= text.length
    left += section.count - shown
  }
  if (left > 0)
    yield `\n**${plural(left, 'more change')}** did not fit in here. \`${TOOL.name} diff -f text\` shows all.\n`
}

function sectionOf(
  { title, count, items: all }: DiffSection,
  room: number,
): { readonly text: string; readonly shown: number } {
  const items: string[] = []
  const heading = `\n#### ${title}: ${grouped(count)}\n\n`
  let used = heading.length + AROUND_LIST
  for (const one of all()) {
    const item = itemOf(one)
    if (used + item.length > room) break
    used += item.length
    items.push(item)
  }
  if (items.length === 0) return { text: '', shown: 0 }
  const open = count > MOST_OPEN ? OPEN : items.length
  const folded = items.slice(open)
  const more = count - items.length
  const text = [
    heading,
    ...items.slice(0, open),
    ...(folded.length > 0
      ? [`\n<details><summary>${grouped(folded.length)} more</summary>\n\n`, ...folded, '\n</details>\n']
      : []),
    more > 0 ? `\n… and ${grouped(more)} that did not fit\n` : '',
  ]
  return { text: text.join(''), shown: items.length }
}

function itemOf({ text, details }: DiffItem): string {
  const shown = details.slice(0, MOST_DETAILS)
  const more = details.length - shown.length
  const lines = [text, ...shown, ...(more > 0 ? [`and ${plural(more, 'more field')}`] : [])]
  return `- ${lines.map(proseLine).join('\\\n  ')}\n`
}

/** A path is as long as one likes. */
const cut = (name: string): string => (name.length <= 200 ? name : `${name.slice(0, 80)}…${name.slice(-119)}`)
