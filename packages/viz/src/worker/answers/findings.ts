import {
  findingsOf,
  nodesOfFinding,
  RULES,
  SEVERITIES,
  visible,
  type DeclaredCircles,
  type Finding,
  type Headline,
  type FindingList,
  type LineageGraph,
  type Location,
  type NodeIndex,
  type Report,
  type Severity,
} from '@lineagraph/core'
import { sortedBy } from './by-gravity.ts'
import type { Named, Place, Slice } from '../names/named.ts'
import { namedOf } from '../names/named-of.ts'
import { shownPlace } from '../names/shown-text.ts'

export interface FindingRow {
  readonly fingerprint: string
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly place: Place | null
  /** How many places it has. */
  readonly count: number
}

/** A line and what is marked in it, cut to what a panel can show. */
export interface Frame {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly label: string
  /** Empty text where the file has changed since it was read. */
  readonly before: string
  readonly marked: string
  readonly after: string
  readonly isGone: boolean
}

export interface FindingDetails extends FindingRow {
  readonly help: string
  /** Why such a thing matters; empty where its rule is not known. */
  readonly why: string
  readonly frames: readonly Frame[]
  readonly things: readonly Named[]
  /** The circle of lineage that it is about, by its key; null for anything else. */
  readonly circle: string | null
  /** Where lineage runs in a circle: a way round, and the edges that open it, which need not lie on it. */
  readonly wayRound: {
    readonly size: number
    readonly way: readonly CircleEdge[]
    readonly cut: readonly CircleEdge[]
  } | null
}

export interface CircleEdge {
  readonly from: Named
  readonly to: Named
  readonly place: Place | null
}

export interface FindingsWish {
  readonly mute: readonly string[]
  /** The only rule that is wanted; null for all. */
  readonly rule: string | null
  readonly by: 'severity' | 'rule' | 'place'
  readonly from: number
  readonly count: number
  /** The fingerprint whose row is looked for. */
  readonly focus: string | null
}

export interface Findings extends Slice<FindingRow> {
  /** The row of the focus, or -1. */
  readonly focus: number
  /** How many there are of the rule that is wanted, or of all, whether they are left out or not. */
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** The rules that have found anything, by name, with how many findings of severities that are not left out. */
  readonly rules: readonly { readonly rule: string; readonly count: number }[]
  /** The findings before and after the focus in this list, if they are there. */
  readonly before: string | null
  readonly after: string | null
}

/** The findings from an index on, as rows. */
export const findingRows = (findings: FindingList, from: number, count: number): FindingRow[] =>
  Array.from({ length: Math.max(0, Math.min(count, findings.length - from)) }, (_, i) =>
    findingRow(findings.headlineAt(from + i)),
  )

/** Finds a finding of a list by its fingerprint, or gives -1. All are worked out when the first is looked for. */
export function indexByPrint(findings: FindingList): (fingerprint: string) => number {
  let indexes: Map<string, number> | undefined
  return (fingerprint) => {
    indexes ??= new Map(Array.from({ length: findings.length }, (_, i) => [findings.fingerprintAt(i), i]))
    return indexes.get(fingerprint) ?? -1
  }
}

/** Answers which findings there are: sorted as they were wished for last. O(n log n) for another order, O(n) for another filter. */
export function findingsTeller(
  report: Report,
  byGravityFirst: FindingList,
): (wish: FindingsWish) => Findings {
  const counts = countsOf(byGravityFirst)
  const rules = [...counts.keys()].sort(compare)
  const numberOfRule = new Map(rules.map((rule, number) => [rule, number]))
  const inOrder = {
    severity: byGravityFirst,
    rule: byGravityFirst.pick(sortedBy(byGravityFirst, (i) => numberOfRule.get(byGravityFirst.ruleAt(i))!)),
    place: findingsOf(report), // the report is in this order
  } as const
  let last:
    | { readonly text: string; readonly heard: FindingList; readonly indexOf: (print: string) => number }
    | undefined
  const heardBy = ({ mute, rule, by }: FindingsWish) => {
    const text = JSON.stringify([mute, rule, by])
    if (last?.text === text) return last
    const all = inOrder[by]
    const isWanted = (index: number): boolean =>
      !mute.includes(all.severityAt(index)) && (rule === null || all.ruleAt(index) === rule)
    const heard = mute.length > 0 || rule !== null ? all.where(isWanted) : all
    return (last = { text, heard, indexOf: indexByPrint(heard) })
  }
  return (wish) => {
    const { heard, indexOf } = heardBy(wish)
    const focus = wish.focus === null ? -1 : indexOf(wish.focus)
    const printAt = (index: number): string | null =>
      focus >= 0 && index >= 0 && index < heard.length ? heard.fingerprintAt(index) : null
    const of = (severity: Severity): number =>
      (wish.rule === null ? rules : [wish.rule]).reduce(
        (sum, rule) => sum + (counts.get(rule)?.[severity] ?? 0),
        0,
      )
    const heardOf = (rule: string): number =>
      SEVERITIES.reduce((sum, one) => sum + (wish.mute.includes(one) ? 0 : counts.get(rule)![one]), 0)
    return {
      rows: findingRows(heard, wish.from, wish.count),
      from: wish.from,
      total: heard.length,
      focus,
      ...{ errors: of('error'), warnings: of('warning'), infos: of('info') },
      rules: rules.map((rule) => ({ rule, count: heardOf(rule) })),
      before: printAt(focus - 1),
      after: printAt(focus + 1),
    }
  }
}

/** How many findings of each severity a rule has. O(n). */
function countsOf(findings: FindingList): Map<string, Record<Severity, number>> {
  const counts = new Map<string, Record<Severity, number>>()
  for (let i = 0; i < findings.length; i++) {
    const rule = findings.ruleAt(i)
    const own = counts.get(rule) ?? { error: 0, warning: 0, info: 0 }
    own[findings.severityAt(i)]++
    counts.set(rule, own)
  }
  return counts
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export function findingRow({ fingerprint, rule, severity, message, locations, count }: Headline): FindingRow {
  const [first] = locations
  const place = first ? shownPlace(first) : null
  return { fingerprint, rule, severity, message, place, count }
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
    ...findingRow({ ...finding, count: finding.data.count }),
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
