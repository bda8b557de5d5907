import type { LineageGraph } from '../graph/lineage-graph.ts'
import { compareBytes } from '../read/compare-bytes.ts'
import { digestOf } from '../read/hash.ts'
import { textOfLineAt } from '../read/line-place.ts'
import type { Baseline } from './baseline.ts'
import { validateConfig, type CheckConfig } from './config.ts'
import { Evidence } from './evidence.ts'
import type { Finding, Report, Severity } from './finding.ts'
import { inFileOrder } from './in-file-order.ts'
import { KnownFindings } from './known-findings.ts'
import { locate } from './locate.ts'
import { MOST_PLACES, type Place } from './place.ts'
import { visible } from './quote.ts'
import { RULES } from './registry.ts'
import { settingsOf } from './rule-setting.ts'
import type { Discovery, Rule } from './rule.ts'
import { statsOf } from './stats.ts'
import { summaryOf } from './summary.ts'

/** A mistake on its way to becoming a finding: its first discovery, and the places of all. */
interface Case {
  readonly discovery: Discovery
  readonly rule: Rule
  /** The first place decides it: set when all are known. */
  severity: Severity
  places: readonly Place[]
  count: number
}

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
 */
export function check(graph: LineageGraph, config: CheckConfig = {}, known?: KnownOfRun): Report {
  validateConfig(config)
  const found = inOrder(graph, casesIn(graph, config))
  if (known === undefined) return reportOn(graph, found)

  const { baseline, run, isGone } = known
  const all = new KnownFindings(baseline)
  const divided = all.divide(found, { run, config })
  const report = reportOn(graph, inFileOrder([divided.fresh, all.findings(isGone)]), divided.known)
  const lineAt: Report['lineAt'] = (place) =>
    place.file === baseline.file ? baseline.lineAt(place.line) : report.lineAt(place)
  return { ...report, lineAt }
}

function reportOn(graph: LineageGraph, findings: readonly Finding[], baselined?: readonly Finding[]): Report {
  const { run } = graph
  const figures = {
    resources: run.resources.length,
    lineage: run.lineage.length,
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
  }
  const summary = summaryOf(figures, findings, baselined?.length ?? 0)
  return {
    ok: summary.ok,
    summary,
    findings,
    ...(baselined && { baselined }),
    runs: [{ files: run.files, summary, stats: () => statsOf(graph) }],
    lineAt: ({ file, line }) => textOfLineAt(run, file, line),
    graph,
  }
}

function casesIn(graph: LineageGraph, config: CheckConfig): Case[] {
  const evidence = new Evidence(graph)
  const cases: Case[] = []
  for (const rule of RULES) {
    const settings = settingsOf(rule, config)
    if (settings.isOff) continue
    for (const found of oneForEachMistake(rule, rule.run(evidence, settings.options))) {
      const level = settings.levelIn(fileOf(graph, found))
      if (level === 'off') continue
      found.severity = level
      cases.push(found)
    }
  }
  return cases
}

/** The file by which overrides look at a mistake: where it is, else what it is about. */
function fileOf({ run }: LineageGraph, { discovery, places }: Case): string | undefined {
  const [place] = places
  if (place) return run.files[place.file]?.name
  return discovery.subject.kind === 'file' ? discovery.subject.file : undefined
}

/** The findings in their order. Each case is let go when its finding is there: a run can have hundreds of thousands. */
function inOrder(graph: LineageGraph, cases: Case[]): Finding[] {
  cases.sort((one, other) => byPlace(other, one))
  const findings: Finding[] = []
  for (let found = cases.pop(); found !== undefined; found = cases.pop())
    findings.push(findingOf(graph, found))
  return findings
}

/** Joins the discoveries that have one identity: their places add up. */
function oneForEachMistake(rule: Rule, discoveries: Iterable<Discovery>): Iterable<Case> {
  const cases = new Map<string, Case>()
  for (const discovery of discoveries) {
    const { identity, places } = discovery
    const count = discovery.count ?? places.length
    const known = cases.get(identity)
    if (known === undefined) {
      cases.set(identity, { discovery, rule, severity: 'info', places: places.slice(0, MOST_PLACES), count })
    } else {
      known.places = [...known.places, ...places].slice(0, MOST_PLACES)
      known.count += count
    }
  }
  return cases.values()
}

/** Files are numbered in the order of their names. A finding about no line comes first. */
function byPlace(one: Case, other: Case): number {
  const [a, b] = [one.places[0], other.places[0]]
  return (
    (a?.file ?? -1) - (b?.file ?? -1) ||
    (a?.line ?? 0) - (b?.line ?? 0) ||
    compareBytes(one.rule.id, other.rule.id) ||
    compareBytes(one.discovery.identity, other.discovery.identity)
  )
}

const findingOf = (graph: LineageGraph, { discovery, rule, severity, places, count }: Case): Finding => ({
  rule: rule.id,
  severity,
  // Whatever a rule took from the run: what people read holds no control character.
  message: visible(discovery.message),
  help: visible(discovery.help),
  subject: discovery.subject,
  locations: places.map((place) => locate(graph.run, place)),
  fingerprint: digestOf(`${rule.id}\n${discovery.identity}`),
  data: { ...discovery.data, count },
})
