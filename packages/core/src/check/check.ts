import type { LineageGraph } from '../graph/lineage-graph.ts'
import { compareBytes } from '../read/compare-bytes.ts'
import { digestOf } from '../read/hash.ts'
import type { CheckConfig } from './config.ts'
import { severityOf, validateConfig } from './config.ts'
import { Evidence } from './evidence.ts'
import type { Finding, Report, Severity } from './finding.ts'
import { locate } from './locate.ts'
import { MOST_PLACES, type Place } from './place.ts'
import { visible } from './quote.ts'
import { RULES } from './registry.ts'
import type { Discovery, Rule } from './rule.ts'

/** A mistake on its way to becoming a finding: its first discovery, and the places of all. */
interface Case {
  readonly discovery: Discovery
  readonly rule: Rule
  readonly severity: Severity
  places: readonly Place[]
  count: number
}

/**
 * Runs the rules over a graph.
 * @param config severities; the recommended ones where it is not given.
 * @returns every mistake once, in one order. Throws ConfigError where the config names a rule that does not exist.
 */
export function check(graph: LineageGraph, config: CheckConfig = {}): Report {
  validateConfig(config)
  const evidence = new Evidence(graph)
  const cases: Case[] = []
  for (const rule of RULES) {
    const severity = severityOf(rule, config)
    if (severity === 'off') continue
    for (const found of oneForEachMistake(rule, severity, rule.run(evidence))) cases.push(found)
  }
  const findings = inOrder(graph, cases)
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length
  const errors = count('error')
  const summary = {
    resources: graph.run.resources.length,
    lineage: graph.run.lineage.length,
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
    errors,
    warnings: count('warning'),
    infos: count('info'),
    baselined: 0,
    ok: errors === 0,
  }
  return { ok: summary.ok, summary, findings, graph }
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
function oneForEachMistake(rule: Rule, severity: Severity, discoveries: Iterable<Discovery>): Iterable<Case> {
  const cases = new Map<string, Case>()
  for (const discovery of discoveries) {
    const { identity, places } = discovery
    const count = discovery.count ?? places.length
    const known = cases.get(identity)
    if (known === undefined) {
      cases.set(identity, { discovery, rule, severity, places: places.slice(0, MOST_PLACES), count })
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
