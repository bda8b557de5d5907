import type { LineageGraph } from '../graph/lineage-graph.ts'
import { check } from './check.ts'
import type { CheckConfig, Override } from './config.ts'
import type { Report } from './finding.ts'
import { parseBaseline } from './parse-baseline.ts'

/**
 * How a run is read, resolved and checked, as plain data: for a check in another place than the one where config file and baseline lie,
 * such as a page.
 */
export interface CheckPlan {
  /** Overrides name the files that they mean, of those that findings can be in. */
  readonly config: Omit<CheckConfig, 'overrides'> & {
    readonly overrides: readonly (Pick<Override, 'rules'> & { readonly files: readonly string[] })[]
  }
  /** The name of the file that is meant for lineage alone, where it is not called so. */
  readonly lineage?: string
  /** Whether the run is read beside a workspace, be there nothing in it. */
  readonly hasWorkspace: boolean
  readonly baseline?: PlainBaseline
}

/** A baseline as plain data. */
export interface PlainBaseline {
  /** How findings call the file. */
  readonly file: string
  readonly text: string
  /** What the baseline calls the run, where it is about many. */
  readonly run?: string
  /** The runs it names that are no longer there. */
  readonly gone: readonly string[]
}

/**
 * Checks a graph as planned: the same findings as where the plan was made.
 * @example
 * ```ts
 * import { planCheck } from '@lineagraph/core/node'
 * const { plan } = planCheck(['out/'], { config: true })
 * const report = checkByPlan(graph, plan)
 * ```
 */
export function checkByPlan(graph: LineageGraph, { config, baseline }: CheckPlan): Report {
  const overrides = config.overrides.map(({ files, rules }): Override => {
    const meant = new Set(files)
    return { files: (file) => meant.has(file), rules }
  })
  if (baseline === undefined) return check(graph, { ...config, overrides })
  const gone = new Set(baseline.gone)
  return check(
    graph,
    { ...config, overrides },
    {
      baseline: parseBaseline(baseline.text, baseline.file),
      run: baseline.run,
      isGone: (run) => gone.has(run),
    },
  )
}
