import { check } from '../check/check.ts'
import type { CheckConfig } from '../check/config.ts'
import type { Report } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import { checkRun } from '../node/check-run.ts'
import type { ReadOptions } from '../read/read-run.ts'
import type { Run } from '../read/run.ts'
import type { Source } from '../read/source.ts'

/** What is checked at once, without waiting: it has been read. */
export type Judged = Report | LineageGraph | Run

/** What a test can hand over. */
export type Checkable =
  string | readonly (string | Source)[] | Judged | { check(options?: CheckConfig): Promise<Report> }

/** What was handed over, as a failure calls it, and its report. */
export interface Checked {
  readonly name: string
  readonly report: Report | Promise<Report>
}

/**
 * Checks what a test handed over. The parts are known by their shape: a test may hold core twice, as sources and as a package.
 * @param config undefined where the test says nothing of it; then a report stands as it is, else its graph is checked anew.
 * Throws TypeError where it is nothing that can be checked.
 */
export function checkGiven(given: unknown, config: (CheckConfig & ReadOptions) | undefined): Checked {
  if (typeof given === 'string') return { name: quoted(given), report: checkRun(given, config) }
  if (Array.isArray(given)) return checkSources(given, config)
  if (isReport(given))
    return { name: 'the report', report: config === undefined ? given : check(given.graph, config) }
  if (isGraph(given)) return { name: 'the graph', report: check(given, config) }
  if (isRun(given)) return { name: 'the run', report: check(buildGraph(given), config) }
  if (isChecker(given)) return { name: nameOf(given), report: checkBy(given, config) }
  throw wrong(given)
}

function checkSources(given: readonly unknown[], config: (CheckConfig & ReadOptions) | undefined): Checked {
  const sources = given.filter((one) => typeof one === 'string' || isSource(one))
  const stranger = given.find((one) => typeof one !== 'string' && !isSource(one))
  if (sources.length < given.length) throw wrong(stranger, 'in the list ')
  const names = sources.map((one) => quoted(typeof one === 'string' ? one : one.name))
  return { name: names.join(', ') || 'nothing', report: checkRun(sources, config) }
}

async function checkBy(
  given: { check(options?: CheckConfig): unknown },
  config: CheckConfig | undefined,
): Promise<Report> {
  const report = await given.check(config)
  if (isReport(report)) return report
  throw new TypeError(
    `check() of ${nameOf(given)} gave ${kindOf(report)}, no report; return what checkRun() or check() gives`,
  )
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
const isChecker = (value: unknown): value is { check(options?: CheckConfig): unknown } =>
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
