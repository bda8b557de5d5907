import { NO_NODE } from '../resolve/nodes.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** What a picture can show by itself: a node of the graph, or, from the node count on, a group of them. */
export type ThingIndex = number

/**
 * Things under one heading that no declaration makes: tables of other integrations by the parts of their names, or so many siblings that
 * they are better shown in ranges.
 */
export type ThingGroup =
  | { readonly kind: 'outside'; readonly key: string; readonly parts: readonly (string | null)[] }
  | { readonly kind: 'range'; readonly key: string; readonly first: ThingIndex; readonly last: ThingIndex }

/** The key of the group around all that is outside. */
export const OUTSIDE = 'outside:'

/** The key of a thing among the groups that there are so far. */
export const keyAmong = (graph: LineageGraph, groups: readonly ThingGroup[], thing: ThingIndex): string =>
  groups[thing - graph.nodeCount]?.key ?? graph.keyOf(thing)

/** More children than this are shown in ranges of about so many. */
const MOST_CHILDREN = 1500
const RANGE = 1000

/** Puts each table of another integration below its schema, its database and the group of all. */
export function groupOutside(graph: LineageGraph, parents: number[], groups: ThingGroup[]): void {
  const known = new Map<string, ThingIndex>()
  const group = (key: string, parts: readonly (string | null)[], parent: ThingIndex): ThingIndex => {
    const found = known.get(key)
    if (found !== undefined) return found
    parents.push(parent)
    groups.push({ kind: 'outside', key, parts })
    known.set(key, parents.length - 1)
    return parents.length - 1
  }
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kindOf(node) !== 'external_table') continue
    const { cluster = null, database = null, schema = null } = graph.placePartsOf(node)
    let around = group(OUTSIDE, [], NO_NODE)
    if (cluster !== null || database !== null)
      around = group(OUTSIDE + JSON.stringify([cluster, database]), [cluster, database], around)
    if (schema !== null)
      around = group(
        OUTSIDE + JSON.stringify([cluster, database, schema]),
        [cluster, database, schema],
        around,
      )
    parents[node] = around
  }
}

/** Puts ranges between things and their parents where there are too many, until nowhere are. */
export function splitIntoRanges(
  graph: LineageGraph,
  parents: number[],
  isRow: (thing: ThingIndex) => boolean,
  groups: ThingGroup[],
): void {
  const { nodeCount } = graph
  const rangesOf = new Map<ThingIndex, number>()
  for (let left = true; left;) {
    left = false
    const count = new Uint32Array(parents.length + 1) // by parent + 1
    for (let thing = 0; thing < parents.length; thing++) if (!isRow(thing)) count[parents[thing]! + 1]!++
    const size = new Map<ThingIndex, number>()
    count.forEach((children, parent) => {
      if (children > MOST_CHILDREN) size.set(parent - 1, Math.ceil(children / Math.ceil(children / RANGE)))
    })
    if (size.size === 0) return
    const open = new Map<ThingIndex, { range: ThingIndex; room: number }>()
    const thingCount = parents.length
    for (let thing = 0; thing < thingCount; thing++) {
      const parent = parents[thing]!
      const most = isRow(thing) ? undefined : size.get(parent)
      if (most === undefined) continue
      left = true
      let here = open.get(parent)
      if (!here || here.room === 0) {
        const number = rangesOf.get(parent) ?? 0
        rangesOf.set(parent, number + 1)
        parents.push(parent)
        const key = `range:${number}:${parent === NO_NODE ? '' : keyAmong(graph, groups, parent)}`
        groups.push({ kind: 'range', key, first: thing, last: thing })
        open.set(parent, (here = { range: parents.length - 1, room: most }))
      }
      parents[thing] = here.range
      here.room--
      const group = groups[here.range - nodeCount]!
      if (group.kind === 'range') groups[here.range - nodeCount] = { ...group, last: thing }
    }
  }
}
