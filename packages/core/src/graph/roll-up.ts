import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { Tuples } from '../read/tuples.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** An edge between shown things, and how many distinct edges of the graph it stands for. */
export interface RolledEdge {
  readonly from: NodeIndex
  readonly to: NodeIndex
  readonly count: number
}

/** Lineage lifted to what is shown. `edges` counts, `inside` and `hidden` add up to the edges of the graph. */
export interface RolledUp {
  /** In the order in which the first edge of each was declared. */
  readonly edges: readonly RolledEdge[]
  /** Edges of which both ends are inside one shown thing; an edge from a shown thing itself to itself is not among them. */
  readonly inside: number
  /** Edges of which an end has no shown ancestor. */
  readonly hidden: number
}

/**
 * The nearest shown ancestor of every node, itself included, or NO_NODE. O(n): each step up is taken once. In a circle of parents
 * that holds nothing shown there is none.
 */
export function shownAncestors(parents: Int32Array, isShown: (node: NodeIndex) => boolean): Int32Array {
  const UNKNOWN = -2
  const ancestor = new Int32Array(parents.length).fill(UNKNOWN)
  const way: NodeIndex[] = []
  for (let start = 0; start < parents.length; start++) {
    let node = start
    while (node !== NO_NODE && ancestor[node] === UNKNOWN) {
      ancestor[node] = isShown(node) ? node : NO_NODE
      way.push(node)
      if (ancestor[node] === node) break
      node = parents[node]!
    }
    const found = node === NO_NODE ? NO_NODE : ancestor[node]!
    for (const below of way) ancestor[below] = found
    way.length = 0
  }
  return ancestor
}

/**
 * Lifts every edge to the shown ancestors of its ends; twins become one, with their count.
 * @param shownAncestor of every node, or NO_NODE: from `shownAncestors`.
 */
export function rollUp(graph: LineageGraph, shownAncestor: Int32Array): RolledUp {
  const pairs = new Tuples(2)
  const counts: number[] = []
  let inside = 0
  let hidden = 0
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const from = shownAncestor[graph.fromOf(edge)]!
    const to = shownAncestor[graph.toOf(edge)]!
    const isSelf = graph.fromOf(edge) === from && graph.toOf(edge) === to
    if (from === NO_NODE || to === NO_NODE) {
      hidden++
    } else if (from === to && !isSelf) {
      inside++
    } else {
      const pair = pairs.intern(Int32Array.of(from, to))
      counts[pair] = (counts[pair] ?? 0) + 1
    }
  }
  const edges = counts.map((count, pair) => ({ from: pairs.get(pair, 0), to: pairs.get(pair, 1), count }))
  return { edges, inside, hidden }
}
