import {
  nodesOfFinding,
  SEVERITIES,
  type DeclaredCircles,
  type Finding,
  type LineageGraph,
  type Location,
  type NodeIndex,
  type Report,
} from '@lineagraph/core'
import { nameOf } from './name-of.ts'
import type { FindingDetails, FindingRow, Findings, FindingsWish, Frame, Named } from './protocol.ts'
import { sortOf } from './sort-of.ts'

/** The gravest first, else in the report's order. */
export const byGravity = (findings: readonly Finding[]): Finding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))

export function findingsOf({ summary }: Report, sorted: readonly Finding[], wish: FindingsWish): Findings {
  const heard = wish.mute.length > 0 ? sorted.filter(({ severity }) => !wish.mute.includes(severity)) : sorted
  return {
    rows: heard.slice(wish.from, wish.from + wish.count).map(findingRow),
    from: wish.from,
    total: heard.length,
    focus: heard.findIndex(({ fingerprint }) => fingerprint === wish.focus),
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
  }
}

export function findingRow({ fingerprint, rule, severity, message, locations, data }: Finding): FindingRow {
  const [first] = locations
  const place = first ? { file: first.file, line: first.line } : null
  return { fingerprint, rule, severity, message, place, count: data.count }
}

/** @param lineAt reads the text of a line again, undefined where the file has changed since. @param circles of the run. */
export function findingDetails(
  graph: LineageGraph,
  finding: Finding,
  lineAt: (location: Location) => string | undefined,
  circles: () => DeclaredCircles,
): FindingDetails {
  const nodes = [...new Set(nodesOfFinding(graph, finding))]
  return {
    ...findingRow(finding),
    help: finding.help,
    frames: finding.locations.map((location) => frameOf(location, lineAt(location))),
    things: nodes.map((node) => namedOf(graph, node)),
    circle: finding.rule === 'lineage/no-cycle' ? circleWith(circles(), nodes) : null,
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
})

/** Characters of a line that stand before the mark, in the mark and after it. A panel is narrow, a line may have ten million. */
const BEFORE = 24
const MARKED = 120
const AFTER = 40

/** Cuts what is around a place out of its line. */
export function frameOf(
  { file, line, column, endColumn, label = '' }: Location,
  text: string | undefined,
): Frame {
  const at = { file, line, column, label }
  if (text === undefined) return { ...at, before: '', marked: '', after: '', isGone: true }
  const [start, end] = [column - 1, Math.max(column, endColumn - 1)]
  const from = Math.max(0, start - BEFORE)
  const until = Math.min(end, start + MARKED)
  return {
    ...at,
    before: (from > 0 ? '…' : '') + text.slice(from, start),
    marked: text.slice(start, until) + (until < end ? '…' : ''),
    after: text.slice(end, end + AFTER) + (end + AFTER < text.length ? '…' : ''),
    isGone: false,
  }
}
