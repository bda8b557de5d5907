import type { Example } from '../check/page.ts'
import { optionsOf } from '../check/rule-options.ts'
import type { Rule } from '../check/rule.ts'
import { optionsSet, severityText, shownFiles, switchedOff } from './rule-page.ts'

/** What the page of a rule takes. */
export interface PageMarkdownOptions {
  /** How a report shows what the rule finds in its bad example. */
  readonly found?: string
}

/**
 * What stands below the name of a rule, as Markdown.
 * @example
 * ```ts
 * for (const rule of RULES) for (const piece of pageMarkdown(rule)) process.stdout.write(piece)
 * ```
 */
export function* pageMarkdown(rule: Rule, { found }: PageMarkdownOptions = {}): Generator<string> {
  const { id, summary, why, page } = rule
  yield `Finds ${summary}.\n\n`
  yield `Severity: ${severityText(rule)}.\n\n`
  yield `**Why.** ${why}\n\n`
  if (page.source !== undefined) yield `**Source.** ${page.source}\n\n`
  yield '**Bad.**\n\n'
  yield* exampleMarkdown(page.bad)
  if (found !== undefined) yield fenced(found.split('\n'), 'text')
  yield '**Good.**\n\n'
  yield* exampleMarkdown(page.good, page.bad)
  yield `**How to mend it.** ${page.mend}\n\n`
  const options = optionsOf(rule)
  if (options.length > 0) {
    yield '**Options.**\n\n'
    for (const { name, default: value, description } of options)
      yield `- \`${name}\`: ${description} Default: \`${JSON.stringify(value)}\`.\n`
    yield `\nIn \`lineagraph.config.json\`: \`${optionsSet(rule)}\`.\n\n`
  }
  yield `**Switch it off.** In \`lineagraph.config.json\`: \`${switchedOff(rule)}\`; for one check: \`--rule ${id}=off\`.\n`
}

function* exampleMarkdown(example: Example, before?: Example): Generator<string> {
  for (const { name, lines, isAsAbove } of shownFiles(example, before)) {
    const what = isAsAbove ? ' as above' : lines.length === 0 ? ', empty' : ''
    yield `\`${name}\`${what}\n\n`
    if (!isAsAbove && lines.length > 0) yield fenced(lines, name.endsWith('.csv') ? 'csv' : 'jsonl')
  }
  if (example.note !== undefined) yield `${example.note}\n\n`
}

/** No line of an example or of a finding begins with backticks: names of the run stand in quotes. */
const fenced = (lines: readonly string[], language: string): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n\n`
