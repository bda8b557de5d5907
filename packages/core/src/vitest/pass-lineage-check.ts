import type { MatcherResult } from 'vitest'
import type { Report } from '../check/finding.ts'
import type { CheckOptions } from '../node/prepare-check.ts'
import { checkGiven } from './checkable.ts'
import { failureText } from './failure-text.ts'

/** How a run is checked by a test, and when it passes. */
export interface LineageCheckOptions extends Omit<CheckOptions, 'onProgress' | 'onPhase'> {
  /** How many warnings it may have: any number where it is not given. */
  readonly maxWarnings?: number
}

/**
 * The matcher. What has been read is judged at once, so that it can stand inside another expectation; what has to be read first takes a
 * promise. Throws, or rejects, where nothing can be judged: then `.not` is no more right than the matcher itself.
 * @param color whether a failure is told in colours.
 */
export function passLineageCheck(
  received: unknown,
  { maxWarnings = Infinity, ...config }: LineageCheckOptions,
  color: boolean,
): MatcherResult {
  if (!(maxWarnings >= 0)) throw new TypeError(`maxWarnings is ${maxWarnings}, no count; write 0, 1, 2 …`)
  const { name, report } = checkGiven(received, Object.keys(config).length > 0 ? config : undefined)
  const judge = (report: Report) => {
    mustDeclare(report, name)
    const pass = report.ok && report.summary.warnings <= maxWarnings
    return { pass, message: () => failureText({ name, report, maxWarnings, pass, color }) }
  }
  return report instanceof Promise ? refusingHaste(report.then(judge)) : judge(report)
}

function mustDeclare({ graph }: Report, name: string): void {
  if (graph.run.files.every(({ role, declarationCount }) => role === 'catalog' || declarationCount === 0))
    throw new Error(
      `nothing was checked: no declaration found in ${name}; a run is a folder with resources.jsonl and lineage.jsonl, or such files`,
    )
}

/** Inside another expectation, vitest asks a promise for its `pass` and takes what is not there for a failure, or with `.not` for none. */
function refusingHaste<Result>(promise: Promise<Result>): Promise<Result> {
  return Object.defineProperty(promise, 'pass', {
    get() {
      promise.catch(() => {}) // what it has to say comes too late
      throw new TypeError(
        'toPassLineageCheck() must read this first, which nothing waits for inside another expectation; give it a report: await checkRun(…)',
      )
    },
  })
}
