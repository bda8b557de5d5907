import { resolve } from 'node:path'
import type { Baseline } from '../check/baseline.ts'
import { check } from '../check/check.ts'
import { FindingList } from '../check/finding-list.ts'
import type { Finding, Verdict } from '../check/finding.ts'
import { joinRuns, type RunPart } from '../check/join-runs.ts'
import { KnownFindings, type Divided } from '../check/known-findings.ts'
import { statsOf } from '../check/stats.ts'
import { summaryOf } from '../check/summary.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { compareBytes } from '../read/compare-bytes.ts'
import { keepLines } from '../read/line-place.ts'
import type { Run } from '../read/run.ts'
import { nameOf } from './find-sources.ts'
import { loadRun } from './load-run.ts'
import { prepareCheck, type CheckOptions, type PreparedCheck } from './prepare-check.ts'
import { isGoneFrom, readBaseline, runInBaseline } from './read-baseline.ts'
import { readConfig } from './read-config.ts'
import { ReadAgain } from './read-again.ts'

/** How many runs are checked. A config file that is looked for is looked for from each folder. */
export interface CheckRunsOptions extends Omit<CheckOptions, 'lineage' | 'onPhase'> {
  /** Whether the figures of each run are counted before it is let go. */
  readonly stats?: boolean
}

/** A folder, and how the run in it is checked. */
interface Task {
  readonly name: string
  readonly prepared: PreparedCheck
}

/** What all runs share. */
interface Shared {
  readonly stats: boolean
  readonly again: ReadAgain
  readonly known: ReadonlyMap<Baseline, KnownFindings>
  /** What is found in catalogs, by what and where: every run that has the catalog beside it finds it again. */
  readonly beside: Map<string, { readonly finding: Finding; readonly isKnown: boolean }>
}

/**
 * Checks many folders, each as a run of its own, and lets go of each before the next: what is held is what is found.
 * @returns one report, in which findings name their run. Rejects with PathError or ConfigError; what is wrong with a configuration is
 * said before any run is read.
 * @example
 * ```ts
 * const { runs } = await checkRuns(['runs/a', 'runs/b'])
 * for (const { name, summary } of runs) console.log(name, summary.errors)
 * ```
 */
export async function checkRuns(
  folders: readonly string[],
  options: CheckRunsOptions = {},
): Promise<Verdict> {
  const { stats = false, ...given } = options
  const tasks = tasksOf(folders, given)
  const baselines = new Set(tasks.flatMap(({ prepared: { baseline } }) => baseline ?? []))
  const known = new Map([...baselines].map((baseline) => [baseline, new KnownFindings(baseline)]))
  const shared: Shared = { stats, again: new ReadAgain(), known, beside: new Map() }
  const parts: RunPart[] = []
  for (const task of tasks) parts.push(await checkOne(task, shared))

  const beside = [...shared.beside.values()]
  const found = (isKnown: boolean): Finding[] =>
    beside.filter((each) => each.isKnown === isKnown).map(({ finding }) => finding)
  const stale = [...known].flatMap(([{ file }, findings]) => findings.findings(isGoneFrom(file)))
  const textOf = new Map([...baselines].map((baseline) => [baseline.file, baseline]))
  return joinRuns(
    parts,
    { findings: [...found(false), ...stale], baselined: found(true) },
    ({ file, line }) => textOf.get(file)?.lineAt(line),
  )
}

/** Every folder once, in the order in which its files come; each config file and each baseline is read once. */
function tasksOf(folders: readonly string[], options: CheckOptions): Task[] {
  const read = { config: once(readConfig), baseline: once(readBaseline) }
  const names = [...new Set(folders.map((folder) => nameOf(folder).replace(/(?<=.)\/+$/, '') || '.'))]
  return names
    .sort((one, other) => compareBytes(`${one}/`, `${other}/`))
    .map((name) => ({ name, prepared: prepareCheck([name], options, read) }))
}

function once<Result>(read: (path: string) => Result): (path: string) => Result {
  const results = new Map<string, Result>()
  return (path) => {
    const key = resolve(path)
    const known = results.get(key)
    if (known !== undefined) return known
    const result = read(path)
    results.set(key, result)
    return result
  }
}

async function checkOne({ name, prepared }: Task, shared: Shared): Promise<RunPart> {
  const { config, load, baseline } = prepared
  const run = await loadRun([name], load, shared.again)
  const graph = buildGraph(run, { dialect: config.dialect })
  const { findings, summary } = check(graph, config)
  const known = baseline && shared.known.get(baseline)
  const divide = (found: readonly Finding[], folder: string | undefined): Divided => {
    const list = FindingList.of(found)
    return known?.divide(list, { run: folder, config }) ?? { fresh: list, known: FindingList.of([]) }
  }
  const isBeside = besideIn(run)
  const own = findings.filter((finding) => !isBeside(finding)).map((finding) => ({ ...finding, run: name }))
  const divided = divide(own, baseline && runInBaseline(baseline.file, name))
  const more = findings.filter((finding) => isBeside(finding) && !shared.beside.has(keyOf(finding)))
  const dividedMore = divide(more, undefined)
  for (const finding of dividedMore.fresh) shared.beside.set(keyOf(finding), { finding, isKnown: false })
  for (const finding of dividedMore.known) shared.beside.set(keyOf(finding), { finding, isKnown: true })

  const stats = shared.stats ? statsOf(graph) : undefined
  return {
    run: {
      name,
      files: run.files,
      summary: summaryOf(summary, divided.fresh.counts(), divided.known.length),
      stats: () => stats,
    },
    findings: [...divided.fresh],
    baselined: known && [...divided.known],
    lineAt: linesFor(run, findings),
  }
}

/** Tells what is found in a catalog beside a run from what is found in the run. */
function besideIn(run: Run): (finding: Finding) => boolean {
  const catalogs = new Set(run.files.filter(({ role }) => role === 'catalog').map(({ name }) => name))
  return ({ locations: [place] }) => place !== undefined && catalogs.has(place.file)
}

const keyOf = ({ fingerprint, locations: [place] }: Finding): string => `${place?.file}\n${fingerprint}`

function linesFor(run: Run, findings: readonly Finding[]): RunPart['lineAt'] {
  const textAt = keepLines(
    run,
    findings.flatMap(({ locations: [first] }) => first ?? []),
  )
  return ({ file, line }) => textAt(file, line)
}
