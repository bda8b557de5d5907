import {
  nodesOfFinding,
  RULES,
  SEVERITIES,
  visible,
  type DeclaredCircles,
  type Finding,
  type LineageGraph,
  type Location,
  type NodeIndex,
  type Report,
} from '@lineagraph/core'
import { lookOf } from '../tokens/looks.ts'
import { nameOf } from './name-of.ts'
import type { FindingDetails, FindingRow, Findings, FindingsWish, Frame, Named } from './protocol.ts'
import { shownPlace } from './shown-text.ts'
import { sortOf } from './sort-of.ts'

/** The gravest first, else in the report's order. */
export const byGravity = (findings: readonly Finding[]): Finding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))

/** Answers which findings there are: sorted as they were wished for last. O(n log n) for another order, O(n) for another filter. */
export function findingsTeller(
  { summary }: Report,
  byGravityFirst: readonly Finding[],
): (wish: FindingsWish) => Findings {
  const counts = new Map<string, number>()
  for (const { rule } of byGravityFirst) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const rules = [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((one, other) => compare(one.rule, other.rule))
  let last: { readonly text: string; readonly heard: readonly Finding[] } | undefined
  const heardBy = ({ mute, rule, by }: FindingsWish): readonly Finding[] => {
    const text = JSON.stringify([mute, rule, by])
    if (last?.text === text) return last.heard
    const isWanted = (finding: Finding): boolean =>
      !mute.includes(finding.severity) && (rule === null || finding.rule === rule)
    const wanted = mute.length > 0 || rule !== null ? byGravityFirst.filter(isWanted) : byGravityFirst
    const heard = by === 'severity' ? wanted : wanted.toSorted(ORDERS[by])
    last = { text, heard }
    return heard
  }
  return (wish) => {
    const heard = heardBy(wish)
    const focus = heard.findIndex(({ fingerprint }) => fingerprint === wish.focus)
    const { errors, warnings, infos } = summary
    return {
      rows: heard.slice(wish.from, wish.from + wish.count).map(findingRow),
      from: wish.from,
      total: heard.length,
      focus,
      ...{ errors, warnings, infos, rules },
      before: heard[focus - 1]?.fingerprint ?? null,
      after: heard[focus + 1]?.fingerprint ?? null,
    }
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const ORDERS = {
  rule: (one: Finding, other: Finding) => compare(one.rule, other.rule),
  place: ({ locations: [one] }: Finding, { locations: [other] }: Finding) =>
    compare(one?.file ?? '', other?.file ?? '') || (one?.line ?? 0) - (other?.line ?? 0),
} as const

export function findingRow({ fingerprint, rule, severity, message, locations, data }: Finding): FindingRow {
  const [first] = locations
  const place = first ? shownPlace(first) : null
  return { fingerprint, rule, severity, message, place, count: data.count }
}

/** @param lineAt reads the text of a line again, undefined where the file has changed since. @param circles of the run. */
export function findingDetails(
  graph: LineageGraph,
  finding: Finding,
  wayRound: FindingDetails['wayRound'],
  lineAt: (location: Location) => string | undefined,
  circles: () => DeclaredCircles,
): FindingDetails {
  const nodes = [...new Set(nodesOfFinding(graph, finding))]
  return {
    ...findingRow(finding),
    help: finding.help,
    why: RULES.find(({ id }) => id === finding.rule)?.why ?? '',
    frames: finding.locations.map((location) => frameOf(location, lineAt(location))),
    things: nodes.map((node) => namedOf(graph, node)),
    circle: finding.rule === 'lineage/no-cycle' ? circleWith(circles(), nodes) : null,
    wayRound,
  }
}

/** The circle that some nodes are on, by its key. */
function circleWith(circles: DeclaredCircles, nodes: readonly NodeIndex[]): string | null {
  const number = circles.circleOf[nodes[0] ?? -1] ?? -1
  return number < 0 ? null : circles.at(number).key
}

export const namedOf = (graph: LineageGraph, node: number): Named => ({
  key: graph.keyOf(node),
  name: nameOf(graph, node),
  sort: sortOf(graph, node),
  ...(isColumn(graph, node) && { within: nameOf(graph, graph.parentOf(node)) }),
})

const isColumn = (graph: LineageGraph, node: number): boolean =>
  graph.parentOf(node) >= 0 && lookOf(sortOf(graph, node)).icon === 'column'

/** Characters of a line that stand before the mark, in the mark and after it. A panel is narrow, a line may have ten million. */
const BEFORE = 24
const MARKED = 120
const AFTER = 40

/** Cuts what is around a place out of its line. */
export function frameOf(
  { file, line, column, endColumn, label = '' }: Location,
  text: string | undefined,
): Frame {
  const at = { file: visible(file), line, column, label: visible(label) }
  if (text === undefined) return { ...at, before: '', marked: '', after: '', isGone: true }
  const [start, end] = [column - 1, Math.max(column, endColumn - 1)]
  const from = Math.max(0, start - BEFORE)
  const until = Math.min(end, start + MARKED)
  return {
    ...at,
    before: (from > 0 ? '…' : '') + visible(text.slice(from, start)),
    marked: visible(text.slice(start, until)) + (until < end ? '…' : ''),
    after: visible(text.slice(end, end + AFTER)) + (end + AFTER < text.length ? '…' : ''),
    isGone: false,
  }
}
