import type { CheckConfig } from '../check/config.ts'
import type { Report } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import { checkGraph, checkRun } from '../node/check-run.ts'
import { findRunAndWorkspace } from '../node/find-workspace.ts'
import { prepareCheck, type CheckOptions } from '../node/prepare-check.ts'
import type { ReadOptions } from '../read/read-run.ts'
import type { Run } from '../read/run.ts'
import type { Source } from '../read/source.ts'

/** What is checked at once, without waiting: it has been read. */
export type Judged = Report | LineageGraph | Run

/** What a test can hand over. */
export type Checkable = string | readonly (string | Source)[] | Judged | Checker

/** An integration that runs itself, as those of `@lineagraph/sdk` do. */
export interface Checker {
  /** Runs it, and checks what it declares. */
  check(options?: CheckConfig & Pick<ReadOptions, 'workspace'>): Promise<Report>
}

/** What was handed over, as a failure calls it, and its report. */
export interface Checked {
  readonly name: string
  readonly report: Report | Promise<Report>
}

/**
 * Checks what a test handed over. The parts are known by their shape: a test may hold core twice, as sources and as a package.
 * @param options undefined where the test says nothing of how; then a report stands as it is, else its graph is checked anew.
 * Throws TypeError where it is nothing that can be checked.
 */
export function checkGiven(given: unknown, options: CheckOptions | undefined): Checked {
  if (typeof given === 'string') return { name: quoted(given), report: checkRun(given, options) }
  if (Array.isArray(given)) return checkSources(given, options)
  if (isReport(given))
    return { name: 'the report', report: options === undefined ? given : checkRead(given.graph, options) }
  if (isGraph(given)) return { name: 'the graph', report: checkRead(given, options) }
  if (isRun(given)) return { name: 'the run', report: checkRead(given, options) }
  if (isChecker(given)) return { name: nameOf(given), report: checkBy(given, options) }
  throw wrong(given)
}

function checkSources(given: readonly unknown[], options: CheckOptions | undefined): Checked {
  const sources = given.filter((one) => typeof one === 'string' || isSource(one))
  const stranger = given.find((one) => typeof one !== 'string' && !isSource(one))
  if (sources.length < given.length) throw wrong(stranger, 'in the list ')
  const names = sources.map((one) => quoted(typeof one === 'string' ? one : one.name))
  return { name: names.join(', ') || 'nothing', report: checkRun(sources, options) }
}

/** What says how a run is read comes too late for one that has been read. */
function checkRead(given: LineageGraph | Run, options: CheckOptions = {}): Report {
  for (const late of ['workspace', 'lineage'] as const)
    if (options[late] !== undefined)
      throw new TypeError(
        `${late} has no effect on what has been read; give it where it is read: checkRun(…, { ${late} })`,
      )
  const prepared = prepareCheck([], options)
  const graph = isGraph(given) ? given : buildGraph(given, { dialect: prepared.config.dialect })
  return checkGraph(graph, prepared)
}

async function checkBy(given: Checker, options: CheckOptions | undefined): Promise<Report> {
  const prepared = prepareCheck([], options ?? {})
  const { workspace } = findRunAndWorkspace([], prepared.load.workspace)
  const report: unknown = await (options === undefined
    ? given.check() // as it would check itself
    : given.check({ ...prepared.config, ...(workspace && { workspace }) }))
  if (!isReport(report))
    throw new TypeError(
      `check() of ${nameOf(given)} gave ${kindOf(report)}, no report; return what checkRun() or check() gives`,
    )
  return prepared.baseline === undefined ? report : checkGraph(report.graph, prepared)
}

const has = <Name extends string>(
  value: unknown,
  ...names: readonly Name[]
): value is Record<Name, unknown> =>
  typeof value === 'object' && value !== null && names.every((name) => name in value)

const isReport = (value: unknown): value is Report =>
  has(value, 'findings', 'summary', 'graph') && isGraph(value.graph)
const isGraph = (value: unknown): value is LineageGraph => has(value, 'run', 'nodeCount') && isRun(value.run)
const isRun = (value: unknown): value is Run => has(value, 'files', 'resources', 'lineage', 'identifiers')
const isSource = (value: unknown): value is Source => has(value, 'name', 'chunks', 'slice')
const isChecker = (value: unknown): value is Checker =>
  has(value, 'check') && typeof value.check === 'function'

const quoted = (path: string): string => `'${visible(path)}'`

function nameOf(value: object): string {
  const name = value.constructor?.name
  return name === undefined || name === '' || name === 'Object' ? 'the object' : name
}

function wrong(given: unknown, where = ''): TypeError {
  const isPromise = has(given, 'then')
  return new TypeError(
    `toPassLineageCheck() was given ${where}${kindOf(given)}; ${
      isPromise
        ? 'await it first: expect(await checkRun(…)), or await expect(…).resolves.toPassLineageCheck()'
        : 'give a path or a list of paths, a run, a graph, a report, or an object with check() that promises a report'
    }`,
  )
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (has(value, 'then')) return 'a promise'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object')
    return Array.isArray(value) ? 'a list' : `an object of the kind ${value.constructor?.name ?? 'Object'}`
  return `a ${typeof value}`
}
