import { PRESETS, RULES, type Level, type Rule } from '@lineagraph/core'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeOut } from '../input/write-out.ts'

/** The options of `rules`, as commander gives them. */
export interface RulesOptions {
  readonly format: string
}

const LETTERS = { error: 'E', warning: 'W', info: 'I', off: '-' } as const satisfies Record<Level, string>
/** Less room than this says nothing of a rule. */
const LEAST_ROOM = 20

/** `lineagraph rules`: lists all rules, with their severities by preset. */
export async function rulesCommand({ format }: RulesOptions): Promise<ExitCode> {
  const rules = [...RULES].sort((one, other) => (one.id < other.id ? -1 : 1))
  if (format === 'text') await writeOut(tableOf(rules, process.stdout.columns))
  else if (format === 'json') await writeOut([`${JSON.stringify(rules.map(plainRule), null, 2)}\n`])
  else throw new UsageError(`there is no format '${format}' for rules`, 'the formats are text, json')
  return EXIT.ok
}

/** A rule a line, cut to the width of the terminal; whole where there is none. */
function* tableOf(rules: readonly Rule[], columns = Infinity): Generator<string> {
  const width = rules.reduce((widest, { id }) => Math.max(widest, id.length), 0)
  const row = (id: string, levels: readonly string[], text: string): string => {
    const head = `${id.padEnd(width)}  ${levels.join(' ')}`
    const room = columns - head.length - 2
    return room < LEAST_ROOM ? `${head}\n` : `${head}  ${cut(text, room)}\n`
  }
  yield row(
    'rule',
    PRESETS.map((preset) => preset.charAt(0)),
    'why',
  )
  for (const { id, severity, why } of rules)
    yield row(
      id,
      PRESETS.map((preset) => LETTERS[severity[preset]]),
      why,
    )
  yield `\npresets: ${PRESETS.map((preset) => `${preset.charAt(0)} ${preset}`).join(', ')}; E error, W warning, I info, - off\n`
}

const cut = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`

const plainRule = ({ id, severity, why, options }: Rule) => ({
  id,
  severity,
  why,
  options: Object.entries(options?.shape ?? {}).map(([name, schema]) => ({
    name,
    default: schema.safeParse(undefined).data ?? null,
    description: schema.description ?? '',
  })),
})
