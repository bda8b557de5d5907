import {
  baselineText,
  grouped,
  visible,
  type Baseline,
  type BaselineEntry,
  type Finding,
  type Verdict,
} from '@lineagraph/core'
import {
  checkRun,
  checkRuns,
  prepareCheck,
  readBaseline,
  runInBaseline,
  type CheckOptions,
} from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findRuns } from '../input/find-runs.ts'
import { findTargets } from '../input/find-targets.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeOut } from '../input/write-out.ts'
import { writeTo } from '../input/write-to.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'

/** The options of the commands about baselines, as commander gives them. */
export type BaselineOptions = JudgeOptions & RunOptions

/** The file, where neither an option nor a configuration names another. */
const DEFAULT_FILE = 'lineagraph.baseline.json'
const STALE = 'baseline/stale-entry'

/** `lineagraph baseline create`: keeps today's findings as known. */
export async function createBaseline(paths: readonly string[], options: BaselineOptions): Promise<ExitCode> {
  const job = jobOf(paths, options)
  const [output] = findTargets([{ format: 'baseline', file: job.file }])
  const { findings } = await job.check({ baseline: false })
  if (output)
    await writeTo(output.target, baselineText(findings.map((finding) => entryOf(finding, job.file))))
  await writeOut([
    `kept ${count(findings.length, 'finding')} in '${job.file}'\n`,
    ...(job.isNamed
      ? []
      : [
          `check with --baseline ${job.file}, or write "baseline": "${job.file}" into lineagraph.config.json\n`,
        ]),
  ])
  return EXIT.ok
}

/** `lineagraph baseline prune`: takes out what no longer occurs. */
export async function pruneBaseline(paths: readonly string[], options: BaselineOptions): Promise<ExitCode> {
  const job = jobOf(paths, options)
  const baseline = readBaseline(job.file)
  const [output] = findTargets([{ format: 'baseline', file: job.file }])
  const { findings } = await job.check({ baseline: job.file, rules: { ...job.how.rules, [STALE]: 'error' } })
  const left = withoutStale(baseline, findings)
  const stale = baseline.entries.length - left.length
  if (output && stale > 0) await writeTo(output.target, baselineText(left))
  await writeOut([
    `took ${stale === 0 ? 'nothing' : count(stale, 'entry')} out of '${job.file}': ${count(left.length, 'finding')} left in it\n`,
  ])
  return EXIT.ok
}

/** `lineagraph baseline show`: lists what is known. */
export async function showBaseline(options: JudgeOptions): Promise<ExitCode> {
  const { baselineFile = DEFAULT_FILE } = prepareCheck(['.'], {
    ...parseJudgeOptions(options),
    baseline: false,
  })
  const file = options.baseline ?? baselineFile
  const { entries } = readBaseline(file)
  const width = entries.reduce((widest, { rule }) => Math.max(widest, rule.length), 0)
  await writeOut(linesOf(entries, width))
  await writeOut([`${count(entries.length, 'finding')} in '${file}'\n`])
  return EXIT.ok
}

/** What is checked for a baseline, and which file it is. */
interface Job {
  readonly file: string
  /** Whether a later check finds it without being told. */
  readonly isNamed: boolean
  readonly how: CheckOptions
  /** Checks; throws NothingDeclaredError where nothing is declared, so that a wrong path costs no baseline. */
  check(more: CheckOptions): Promise<Verdict>
}

function jobOf(paths: readonly string[], options: BaselineOptions): Job {
  const how = { ...parseJudgeOptions(options), ...readOptions(options) }
  const run = runPaths(paths, options)
  const folders = options.each && findRuns(options.each)
  const runs = folders?.map((folder) => [folder]) ?? [run]
  const named = [
    ...new Set(runs.flatMap((run) => prepareCheck(run, { ...how, baseline: false }).baselineFile ?? [])),
  ]
  const [file = DEFAULT_FILE, other] = options.baseline === undefined ? named : [options.baseline]
  if (other !== undefined)
    throw new UsageError(
      `the configurations of these folders name several baselines: ${named.join(', ')}`,
      'take the folders of one at a time, or name the file: --baseline FILE',
    )
  return {
    file,
    isNamed: named.includes(file),
    how,
    async check(more) {
      const { lineage, ...shared } = { ...how, ...more }
      const report = folders
        ? await checkRuns(folders, shared)
        : await checkRun(run, { ...shared, ...(lineage !== undefined && { lineage }) })
      mustDeclare(report, nothingIn(options.each ?? run))
      return report
    },
  }
}

const entryOf = ({ fingerprint, rule, message, run }: Finding, file: string): BaselineEntry => ({
  fingerprint,
  rule,
  message,
  ...(run !== undefined && { run: runInBaseline(file, run) }),
})

/** The entries without as many of each as no longer occur. */
function withoutStale({ entries }: Baseline, findings: readonly Finding[]): BaselineEntry[] {
  const stale = new Map<string, number>()
  for (const { rule, data } of findings)
    if (rule === STALE) stale.set(JSON.stringify([data['run'], data['fingerprint']]), data.count)
  return entries.filter(({ run = null, fingerprint }) => {
    const key = JSON.stringify([run, fingerprint])
    const left = stale.get(key) ?? 0
    stale.set(key, left - 1)
    return left <= 0
  })
}

/** Of many runs, each under its name. */
function* linesOf(entries: readonly BaselineEntry[], width: number): Generator<string> {
  let before: string | undefined
  for (const { run, rule, message } of entries) {
    if (run !== before && run !== undefined) yield `${visible(run)}\n`
    before = run
    yield `${run === undefined ? '' : '  '}${visible(rule).padEnd(width)}  ${visible(message)}\n`
  }
}

const count = (number: number, noun: string): string => {
  const many = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${grouped(number)} ${number === 1 ? noun : many}`
}
