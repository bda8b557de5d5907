import type { Example } from '../check/page.ts'
import { optionsOf } from '../check/rule-options.ts'
import type { Rule } from '../check/rule.ts'
import { colours, noColours } from './paint.ts'
import { optionsSet, severityText, shownFiles, switchedOff } from './rule-page.ts'
import { wrapped } from './wrapped.ts'

/** What the page of a rule for a terminal takes. */
export interface PageTextOptions {
  /** With terminal colours. */
  readonly color?: boolean
  /** Of the terminal. Prose is wrapped to it; lines of files and findings are not. */
  readonly columns?: number
  /** How a report shows what the rule finds in its bad example. */
  readonly found?: string
}

const INDENT = '   '
/** Longer lines of prose are hard to read. */
const WIDEST = 100

/**
 * The page of a rule for a terminal.
 * @example
 * ```ts
 * for (const rule of RULES) for (const piece of pageText(rule, { columns: 80 })) process.stdout.write(piece)
 * ```
 */
export function* pageText(
  rule: Rule,
  { color = false, columns = WIDEST, found }: PageTextOptions = {},
): Generator<string> {
  const { id, summary, why, page } = rule
  const paint = color ? colours : noColours
  const width = Math.min(columns, WIDEST) - INDENT.length
  const prose = (text: string): string => indented(wrapped(text, width))
  const heading = (text: string): string => `\n${paint.bold(text)}\n`

  yield `${paint.bold(id)}   ${severityText(rule)}\n`
  yield prose(`Finds ${summary}.`)
  yield heading('Why')
  yield prose(why)
  if (page.source !== undefined) yield prose(`Source: ${page.source}`)
  yield heading('Bad')
  yield* exampleText(page.bad)
  if (found !== undefined) yield `\n${indented(found.split('\n'))}`
  yield heading('Good')
  yield* exampleText(page.good, page.bad)
  yield heading('How to mend it')
  yield prose(page.mend)
  const options = optionsOf(rule)
  if (options.length > 0) {
    yield heading('Options')
    for (const { name, default: value, description } of options)
      yield prose(`${name}: ${description} Default: ${JSON.stringify(value)}.`)
    yield prose(`in lineagraph.config.json: ${optionsSet(rule)}`)
  }
  yield heading('Switch it off')
  yield prose(`in lineagraph.config.json: ${switchedOff(rule)}`)
  yield prose(`for one check: --rule ${id}=off`)
}

function* exampleText(example: Example, before?: Example): Generator<string> {
  for (const { name, lines, isAsAbove } of shownFiles(example, before)) {
    const what = isAsAbove ? ', as above' : lines.length === 0 ? ', empty' : ':'
    yield `${INDENT}${name}${what}\n`
    if (!isAsAbove) yield indented(lines.map((line) => `${INDENT}${line}`))
  }
  if (example.note !== undefined) yield `${INDENT}${example.note}\n`
}

const indented = (lines: readonly string[]): string =>
  lines.map((line) => `${`${INDENT}${line}`.trimEnd()}\n`).join('')
