import {
  edgesOf,
  RESOURCE_FIELDS,
  rowOf,
  type Finding,
  type LineageGraph,
  type NodeIndex,
} from '@lineagraph/core'
import { lookOf, type Sort } from '../tokens/looks.ts'
import { findingRow, namedOf } from './findings.ts'
import { ancestorsOf } from './name-of.ts'
import { queryOf } from './query-details.ts'
import type { EdgeDetails, Named, Neighbor, Slice, ThingDetails } from './protocol.ts'
import type { Shown } from './shown.ts'
import { sortOf } from './sort-of.ts'

/** More around a thing than this is no hierarchy, and no breadcrumb either. */
const MOST_AROUND = 12
/** A raw line is shown up to here: some have ten million characters. */
const LONGEST_LINE = 20_000

/** All that is known of a thing. @param levels what stands for each node, from the coarsest level to the finest. */
export function describe(
  graph: LineageGraph,
  node: NodeIndex,
  levels: readonly Shown[],
  findings: readonly Finding[],
  most: number,
): ThingDetails {
  const inside = graph.childrenOf(node)
  return {
    kind: 'thing',
    ...namedOf(graph, node),
    around: ancestorsOf(graph, node, MOST_AROUND)
      .reverse()
      .map((above) => namedOf(graph, above)),
    fields: fieldsOf(graph, node),
    declared: declaredAt(graph, node),
    inside: firstOf(
      Array.from(inside.subarray(0, most), (child) => namedOf(graph, child)),
      inside.length,
    ),
    ...neighborsOf(graph, node, levels[neighborLevel(sortOf(graph, node))], most),
    findings: firstOf(findings.slice(0, most).map(findingRow), findings.length),
  }
}

/** What always is a card has cards for neighbors; what stands around it, things of its own level. */
function neighborLevel(sort: Sort): number {
  const { always, level } = lookOf(sort)
  return always ? 2 : level
}

const firstOf = <Row>(rows: readonly Row[], total: number): Slice<Row> => ({ rows, from: 0, total })

function declaredAt(graph: LineageGraph, node: NodeIndex): ThingDetails['declared'] {
  const declaration = graph.declarationOf(node)
  return declaration === undefined ? null : { ...declaration, text: cut(declaration.text) }
}

const cut = (text: string): string => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text)

/** The fields of a declaration that are set, Secoda's in their own order and then the others. */
function fieldsOf(graph: LineageGraph, node: NodeIndex): ThingDetails['fields'] {
  const { run } = graph
  const index = graph.resourceOf(node)
  const said = index < 0 ? undefined : run.declaredAt(run.placeOfResource(index))
  // Where the text is a row of a CSV file, the fields are what reading has made of it.
  const object: unknown =
    said === undefined ? graph.identifierOf(node) : (parsed(said) ?? run.resourceAt(index))
  if (typeof object !== 'object' || object === null) return []
  const order = (name: string): number => {
    const at = RESOURCE_FIELDS.findIndex((field) => field === name)
    return at < 0 ? RESOURCE_FIELDS.length : at
  }
  return Object.entries(object)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .sort(([one], [other]) => order(one) - order(other))
    .map(([name, value]) => ({ name, value: cut(typeof value === 'string' ? value : JSON.stringify(value)) }))
}

/** A JSON object; undefined for any other text. */
function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' ? json : undefined
  } catch {
    return undefined
  }
}

/**
 * What feeds a thing and everything inside it, and what they feed, each as what stands for it at the thing's own level: to a schema
 * its neighbors are schemas. What is never shown by itself, a column, has the very ends of its edges for neighbors.
 */
function neighborsOf(
  graph: LineageGraph,
  node: NodeIndex,
  shown: Shown | undefined,
  most: number,
): { feedsIt: Slice<Neighbor>; itFeeds: Slice<Neighbor> } {
  const members = everythingInside(graph, node)
  const standsFor = (other: NodeIndex): number => {
    const ancestor = shown?.ancestor[other] ?? -1
    return ancestor < 0 ? other : ancestor
  }
  const list = (adjacency: LineageGraph['out']): Slice<Neighbor> => {
    const counts = new Map<number, number>()
    for (const member of members)
      for (const other of rowOf(adjacency, member)) {
        if (members.has(other) && other !== node) continue
        const neighbor = standsFor(other)
        counts.set(neighbor, (counts.get(neighbor) ?? 0) + 1)
      }
    const sorted = [...counts].sort(([, one], [, other]) => other - one)
    return firstOf(
      sorted.slice(0, most).map(([thing, count]) => ({ ...namedThing(graph, shown, thing), count })),
      sorted.length,
    )
  }
  return { feedsIt: list(graph.in), itFeeds: list(graph.out) }
}

/** A node, or the group beyond the nodes that stands for some. */
function namedThing(graph: LineageGraph, shown: Shown | undefined, thing: number): Named {
  const group = shown?.groups[thing - graph.nodeCount]
  return group ? { key: group.key, name: group.title, sort: '@external' } : namedOf(graph, thing)
}

function everythingInside(graph: LineageGraph, node: NodeIndex): Set<NodeIndex> {
  const members = new Set([node])
  // A set hands out what is added while it is walked: it is the queue.
  for (const member of members) for (const child of graph.childrenOf(member)) members.add(child)
  return members
}

/** All that is known of the line between two things of a level. Undefined where there is no lineage between them. */
export function describeEdge(
  graph: LineageGraph,
  shown: Shown,
  from: number,
  to: number,
  most: number,
): EdgeDetails | null {
  const between: number[] = []
  for (let node = 0; node < graph.nodeCount; node++) {
    if (shown.ancestor[node] !== from) continue
    for (const edge of edgesOf(graph.out, node))
      if (shown.ancestor[graph.toOf(edge)] === to) between.push(edge)
  }
  const [first] = between
  if (first === undefined) return null
  const place = graph.placesOf(first)[0]
  const text = graph.run.textAt(graph.run.placeOfLineage(graph.linesOf(first)[0]!))
  return {
    kind: 'edge',
    from: namedThing(graph, shown, from),
    to: namedThing(graph, shown, to),
    edges: firstOf(
      between.slice(0, most).map((edge) => ({
        from: namedOf(graph, graph.fromOf(edge)),
        to: namedOf(graph, graph.toOf(edge)),
        places: graph.placesOf(edge).slice(0, most),
      })),
      between.length,
    ),
    declared: place && text !== undefined ? { ...place, text: cut(text) } : null,
    query: queryOf(graph, between),
  }
}
