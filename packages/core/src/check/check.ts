import type { LineageGraph } from '../graph/lineage-graph.ts'
import { textOfLineAt, textOfLineFrom } from '../read/line-place.ts'
import type { Run } from '../read/run.ts'
import type { Baseline } from './baseline.ts'
import { Cases } from './cases.ts'
import { validateConfig, type CheckConfig } from './config.ts'
import { Evidence } from './evidence.ts'
import { FindingList } from './finding-list.ts'
import type { Location, Report } from './finding.ts'
import { inFileOrder } from './in-file-order.ts'
import { KnownFindings } from './known-findings.ts'
import { Located } from './located.ts'
import { Mistakes } from './mistakes.ts'
import { RULES } from './registry.ts'
import { settingsOf } from './rule-setting.ts'
import { statsOf } from './stats.ts'
import { summaryOf } from './summary.ts'
import { withLists } from './verdict-lists.ts'

/** What is known of a run already. */
export interface KnownOfRun {
  readonly baseline: Baseline
  /** What the baseline calls the run, where it is about many. */
  readonly run?: string | undefined
  /** Whether a run that the baseline names is no longer there. */
  readonly isGone?: (run: string) => boolean
}

/**
 * Runs the rules over a graph.
 * @param config levels and options; the recommended ones where it is not given.
 * @param known findings that are hidden.
 * @returns every mistake once, in one order. Throws ConfigError where the config names a rule that does not exist.
 * @example
 * ```ts
 * const { ok, findings } = check(graph, { preset: 'strict', rules: { 'lineage/no-self': 'off' } })
 * ```
 */
export function check(graph: LineageGraph, config: CheckConfig = {}, known?: KnownOfRun): Report {
  validateConfig(config)
  const cases = casesIn(graph, config)
  const found = new FindingList(cases, cases.inOrder())
  if (known === undefined) return reportOn(graph, found)

  const { baseline, run, isGone } = known
  const all = new KnownFindings(baseline)
  const divided = all.divide(found, { run, config })
  const stale = all.findings(isGone)
  const fresh = stale.length === 0 ? divided.fresh : FindingList.of(inFileOrder([[...divided.fresh], stale]))
  const report = reportOn(graph, fresh, divided.known)
  const { lineAt: lineOfRun } = report
  const lineAt: Report['lineAt'] = (place) =>
    place.file === baseline.file ? baseline.lineAt(place.line) : lineOfRun(place)
  return Object.assign(report, { lineAt })
}

function reportOn(graph: LineageGraph, findings: FindingList, baselined?: FindingList): Report {
  const { run } = graph
  const figures = {
    resources: run.resources.length,
    lineage: run.lineage.length,
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
  }
  const summary = summaryOf(figures, findings.counts(), baselined?.length ?? 0)
  const rest: Omit<Report, 'findings' | 'baselined'> = {
    ok: summary.ok,
    summary,
    runs: [{ files: run.files, summary, stats: () => statsOf(graph) }],
    lineAt: (location) => lineAt(run, location),
    graph,
  }
  return withLists(rest, findings, baselined)
}

function lineAt(run: Run, location: Location): string | undefined {
  const place = Located.placeIn(run, location)
  // In an export a line can hold several declarations, or a part of one.
  return place === undefined || run.lines.isExport(place.file)
    ? textOfLineAt(run, location.file, location.line)
    : textOfLineFrom(run.lines, place, location.line)
}

function casesIn(graph: LineageGraph, config: CheckConfig): Cases {
  const evidence = new Evidence(graph)
  const cases = new Cases(graph)
  const wanted = RULES.map((rule) => ({ rule, settings: settingsOf(rule, config) })).filter(
    ({ settings }) => !settings.isOff,
  )
  for (const { rule } of wanted) rule.begin?.(evidence)
  for (const { rule, settings } of wanted) {
    const found = rule.run(evidence, settings.options)
    const mistakes = found instanceof Mistakes ? found : Mistakes.told(found)
    cases.add(rule, mistakes, (file) => settings.levelIn(file))
  }
  return cases
}
