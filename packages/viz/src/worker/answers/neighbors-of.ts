import {
  isContainer,
  rowOf,
  type Atlas,
  type CardEdges,
  type NodeIndex,
  type ThingIndex,
  type ThingTree,
} from '@lineagraph/core'
import { firstOf, type Named, type Slice } from '../names/named.ts'
import { namedOf } from '../names/named-of.ts'
import type { Signs } from '../names/signs.ts'
import { countedSorts, namedFully, sortOfThing } from '../names/thing-names.ts'
import { sortOf } from '../names/sort-of.ts'

export interface Neighbor extends Named {
  /** How many edges. */
  readonly count: number
}

export interface NeighborList extends Slice<Neighbor> {
  /** How many things there are, as a picture shows them one by one: `5 tables`, or `5 tables in 2 schemas`. */
  readonly words: string
  readonly edges: number
}

export interface Neighbors {
  readonly feedsIt: NeighborList
  readonly itFeeds: NeighborList
}

/**
 * What feeds a thing and everything inside it, and what they feed: to a container each as what is as far from the outside as itself, so that
 * the neighbors of a schema are schemas; to anything else the very things. A column has the very ends of its edges for neighbors.
 */
export function neighborsOf(atlas: Atlas, signs: Signs, thing: ThingIndex, most: number): Neighbors {
  const { graph, tree } = atlas
  const isRow = thing < graph.nodeCount && tree.rowOf[thing]! >= 0
  const list = (isUp: boolean): NeighborList => {
    const { counts, ends } = isRow ? ofColumn(atlas, thing, isUp) : ofThing(atlas, thing, isUp)
    const sorted = [...counts].sort(([, one], [, other]) => other - one)
    const sortAt = (one: ThingIndex): string => (isRow ? sortOf(graph, one) : sortOfThing(atlas, signs, one))
    const things = countedSorts(Array.from(ends, sortAt))
    const listed = sorted.map(([one]) => one)
    // What is listed may be an end itself, and hold others.
    const places = listed.every((one) => ends.has(one)) ? [] : listed
    const isGrouped = places.some((one) => one >= graph.nodeCount)
    const named = countedSorts(isGrouped ? places.map(() => '') : places.map(sortAt), 'place')
    return {
      ...firstOf(
        sorted.slice(0, most).map(([one, count]) => ({
          ...(isRow ? namedOf(graph, one) : namedFully(atlas, signs, one)),
          count,
        })),
        sorted.length,
      ),
      words: places.length > 0 ? `${things} in ${named}` : things,
      edges: sorted.reduce((sum, [, count]) => sum + count, 0),
    }
  }
  return { feedsIt: list(true), itFeeds: list(false) }
}

/** Edges by what they lead to, and the very things at their ends. */
interface Counted {
  readonly counts: ReadonlyMap<ThingIndex, number>
  readonly ends: ReadonlySet<ThingIndex>
}

function ofColumn({ graph }: Atlas, column: NodeIndex, isUp: boolean): Counted {
  const counts = new Map<ThingIndex, number>()
  for (const other of rowOf(isUp ? graph.in : graph.out, column)) add(counts, other, 1)
  return { counts, ends: new Set(counts.keys()) }
}

function ofThing({ tree, cards }: Atlas, thing: ThingIndex, isUp: boolean): Counted {
  const counts = new Map<ThingIndex, number>()
  const ends = new Set<ThingIndex>()
  const position = tree.at[thing]!
  const end = tree.end[position]!
  const depth = isContainer(tree, thing) ? tree.depth[position]! : Infinity
  const { starts, neighbors, edges } = isUp ? cards.in : cards.out
  const count = (to: ThingIndex, very: ThingIndex, edgeCount: number): void => {
    add(counts, to, edgeCount)
    ends.add(very)
  }
  for (let i = starts[position]!; i < starts[end]!; i++) {
    const other = neighbors[i]!
    const isInside = other >= position && other < end
    if (!isInside) count(aroundAt(tree, other, depth), tree.order[other]!, weightOfPair(cards, edges[i]!))
    else if (other === position && cards.self[position] && i < starts[position + 1]!) count(thing, thing, 1)
  }
  return { counts, ends }
}

const add = (counts: Map<number, number>, thing: number, count: number): void => {
  counts.set(thing, (counts.get(thing) ?? 0) + count)
}

/** What is around a position, or stands there, and has no more things around it than so many. */
function aroundAt(tree: ThingTree, position: number, depth: number): ThingIndex {
  let thing = tree.order[position]!
  while (tree.depth[tree.at[thing]!]! > depth && tree.parents[thing]! >= 0) thing = tree.parents[thing]!
  return thing
}

const weightOfPair = ({ edges: { starts } }: CardEdges, pair: number): number =>
  starts[pair + 1]! - starts[pair]!
