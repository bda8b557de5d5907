import {
  exampleFinding,
  nearestName,
  optionsOf,
  pageMarkdown,
  pageText,
  RULES,
  type Rule,
} from '@lineagraph/core'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { takesColor } from '../input/takes-color.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeOut } from '../input/write-out.ts'

/** The options of `explain`, as commander gives them. */
export interface ExplainOptions {
  readonly format: string
  readonly color: boolean
}

const FORMATS = ['text', 'markdown', 'json'] as const
type Format = (typeof FORMATS)[number]

/** `lineagraph explain`: writes the page of a rule, or the list of all rules. */
export async function explainCommand(id: string | undefined, options: ExplainOptions): Promise<ExitCode> {
  const format = FORMATS.find((known) => known === options.format)
  if (format === undefined)
    throw new UsageError(
      `there is no format '${options.format}' for explain`,
      `the formats are ${FORMATS.join(', ')}`,
    )
  if (id === undefined) await writeOut(listOf(sorted(RULES), format))
  else await writeOut(await pageOf(ruleOf(id), format, options.color && takesColor()))
  return EXIT.ok
}

function ruleOf(id: string): Rule {
  const rule = RULES.find((known) => known.id === id)
  if (rule !== undefined) return rule
  const near = nearestName(
    id,
    RULES.map((known) => known.id),
  )
  throw new UsageError(
    `there is no rule '${id}'`,
    near ? `did you mean '${near}'?` : 'lineagraph explain, without a rule, lists them all',
  )
}

async function pageOf(rule: Rule, format: Format, color: boolean): Promise<Iterable<string>> {
  if (format === 'json') return [`${JSON.stringify(plainPage(rule), null, 2)}\n`]
  const found = await exampleFinding(rule, { color })
  if (format === 'markdown') return [`# ${rule.id}\n\n`, ...pageMarkdown(rule, { found })]
  const { columns } = process.stdout
  return pageText(rule, { found, color, ...(columns > 0 && { columns }) })
}

function* listOf(rules: readonly Rule[], format: Format): Generator<string> {
  if (format === 'json') yield `${JSON.stringify(rules.map(plainPage), null, 2)}\n`
  const width = rules.reduce((widest, { id }) => Math.max(widest, id.length), 0)
  if (format === 'text') for (const { id, summary } of rules) yield `${id.padEnd(width)}  ${summary}\n`
  if (format === 'markdown') for (const { id, summary } of rules) yield `- \`${id}\`: ${summary}\n`
}

const plainPage = (rule: Rule) => {
  const { id, severity, summary, why, page } = rule
  return { id, severity, summary, why, options: optionsOf(rule), ...page }
}

const sorted = (rules: readonly Rule[]): Rule[] =>
  [...rules].sort((one, other) => (one.id < other.id ? -1 : 1))
