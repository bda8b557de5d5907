import { compareRuns, DIFF_FORMATS, formatDiff, grouped, type DiffSummary } from '@lineagraph/core'
import { prepareCheck, STANDARD_INPUT } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { parseOutput } from '../input/parse-options.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, type RunOptions } from '../input/run-paths.ts'
import { takesColor } from '../input/takes-color.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { checkSide, findSide } from './read-side.ts'

/** The options of `diff`, as commander gives them. */
export interface DiffCommandOptions
  extends Omit<JudgeOptions, 'baseline'>, Pick<RunOptions, 'workspace' | 'threads'> {
  readonly format?: readonly string[]
  readonly failOn?: readonly string[]
  readonly color: boolean
}

/** What `--fail-on` can name, and how many of it there are. */
const FAILURES = {
  removed: ({ resources, edges }: DiffSummary) => resources.removed + edges.removed,
  changed: ({ resources }: DiffSummary) => resources.changed + resources.moved,
  'new-findings': ({ findings }: DiffSummary) => findings.new,
  impact: ({ impact }: DiffSummary) => impact.things,
} as const

type Failure = keyof typeof FAILURES
const FAILURE_NAMES = Object.keys(FAILURES) as readonly Failure[]

/** `lineagraph diff`: reads two runs, checks both in one way, and writes what differs. */
export async function diffCommand(
  base: string,
  head: string,
  options: DiffCommandOptions,
): Promise<ExitCode> {
  const formats = (options.format ?? ['text']).map((given) => parseOutput(given, DIFF_FORMATS))
  const failures = parseFailures(options.failOn ?? [])
  if (base === STANDARD_INPUT && head === STANDARD_INPUT)
    throw new UsageError('standard input comes only once', 'write one of the two runs into a file first')
  // What is known of the head is no news either: the base is the baseline of a difference.
  const how = { ...parseJudgeOptions(options), ...readOptions(options), baseline: false as const }
  const outputs = findTargets(formats)
  const [baseSide, headSide] = [await findSide(base), await findSide(head)]
  const prepared = prepareCheck(
    headSide.paths.map((path) => (typeof path === 'string' ? path : '.')),
    how,
  )

  const diff = await withProgress(async (hooks) => {
    const reports = [
      await checkSide(baseSide, prepared, hooks),
      await checkSide(headSide, prepared, hooks),
    ] as const
    return compareRuns(...reports)
  })
  mustDeclare(diff.base, nothingIn([base]))
  mustDeclare(diff.head, nothingIn([head]))
  for (const { format, target } of outputs) {
    const color = target.kind === 'standard output' && options.color && takesColor()
    await writeTo(target, formatDiff(diff, format, { base, head, color }))
  }
  const failed = failures.filter((failure) => FAILURES[failure](diff.summary) > 0)
  for (const failure of failed)
    process.stderr.write(`lineagraph: --fail-on ${failure}: ${grouped(FAILURES[failure](diff.summary))}\n`)
  return failed.length > 0 ? EXIT.findings : EXIT.ok
}

function parseFailures(given: readonly string[]): readonly Failure[] {
  const names = given.flatMap((text) => text.split(','))
  return FAILURE_NAMES.filter((failure) => {
    const unknown = names.find((name) => !FAILURE_NAMES.some((known) => known === name))
    if (unknown !== undefined)
      throw new UsageError(
        `--fail-on ${unknown} names nothing that can differ`,
        `write one or more of ${FAILURE_NAMES.join(', ')}`,
      )
    return names.includes(failure)
  })
}
