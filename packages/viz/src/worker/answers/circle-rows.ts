import { nodesOfFinding, type EdgeIndex, type Finding } from '@lineagraph/core'
import { endingAt } from '../pictures/circles-shown.ts'
import type { Sheet } from '../pictures/draw.ts'
import type { CircleEdge, FindingDetails } from './findings.ts'
import { namedOf } from '../names/named-of.ts'
import type { Slice, Named, Place } from '../names/named.ts'
import { shownPlace } from '../names/shown-text.ts'

/** A circle in which lineage runs. */
export interface CircleRow {
  readonly key: string
  /** How many things are in it. */
  readonly size: number
  /** A short way round, as the picture numbers it. */
  readonly way: readonly Named[]
  readonly isShortest: boolean
  /** The edges without which no circle is left. */
  readonly cut: readonly { readonly from: Named; readonly to: Named; readonly places: readonly Place[] }[]
}

/** No circle names more of its things, edges and places than this. */
const MOST = 100

/** The circles of a run, as many as are wished for. */
export function circlesOfRun(
  { atlas: { graph }, circles }: Sheet,
  from: number,
  count: number,
): Slice<CircleRow> {
  const { declared } = circles()
  const end = Math.min(declared.count, from + count)
  const rows: CircleRow[] = []
  for (let number = from; number < end; number++) {
    const { key, nodes, way, isShortest, cut } = declared.at(number)
    rows.push({
      ...{ key, size: nodes.length, isShortest },
      way: endingAt(way, cut)
        .slice(0, MOST)
        .map((edge) => namedOf(graph, graph.fromOf(edge))),
      cut: cut.slice(0, MOST).map((edge: EdgeIndex) => ({
        from: namedOf(graph, graph.fromOf(edge)),
        to: namedOf(graph, graph.toOf(edge)),
        places: graph.placesOf(edge).slice(0, MOST).map(shownPlace),
      })),
    })
  }
  return { rows, from, total: declared.count }
}

/** The circle that a finding tells; null for one that tells none. */
export function circleOfFinding(
  { atlas: { graph }, circles }: Sheet,
  finding: Finding,
): FindingDetails['wayRound'] {
  if (finding.rule !== 'lineage/no-cycle') return null
  const { declared } = circles()
  const number = nodesOfFinding(graph, finding)
    .map((node) => declared.circleOf[node]!)
    .find((circle) => circle >= 0)
  if (number === undefined) return null
  const { nodes, way, cut } = declared.at(number)
  const told = (edge: EdgeIndex): CircleEdge => ({
    from: namedOf(graph, graph.fromOf(edge)),
    to: namedOf(graph, graph.toOf(edge)),
    place: graph.placesOf(edge).slice(0, 1).map(shownPlace)[0] ?? null,
  })
  return {
    size: nodes.length,
    way: endingAt(way, cut).slice(0, MOST).map(told),
    cut: cut.slice(0, MOST).map(told),
  }
}
