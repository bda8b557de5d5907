import { csrOf, type Csr, type EdgeIndex } from './csr.ts'
import type { Groups } from '../resolve/groups.ts'
import type { LineageGraph } from './lineage-graph.ts'
import type { Position, ThingTree } from './visible-tree.ts'

/**
 * Lineage between the things of a tree, with that of columns lifted to their tables: worked out once, so that what is shown at any level can
 * be added up without looking at each edge again. Pairs are sorted by the thing that they leave and then by the one that they enter.
 */
export interface CardEdges {
  /** The positions that each pair leads from and to; the same for what is inside one card. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** How many distinct edges a pair stands for: those of pair p are `members[starts[p]]` to `members[starts[p + 1] - 1]`. */
  readonly edges: Groups
  /** Pairs as adjacency: their `edges` are pairs. */
  readonly out: Csr
  readonly in: Csr
  /** By position: 1 where the thing itself, none of its columns, has an edge to itself. */
  readonly self: Uint8Array
}

/** How many distinct edges a pair stands for. */
export const weightOf = ({ edges: { starts } }: CardEdges, pair: number): number =>
  starts[pair + 1]! - starts[pair]!

/**
 * The edges behind a pair: a view.
 * @example
 * ```ts
 * const edges = edgesOfPair(atlas.cards, 0)
 * ```
 */
export const edgesOfPair = ({ edges: { starts, members } }: CardEdges, pair: number): Uint32Array =>
  members.subarray(starts[pair], starts[pair + 1])

/**
 * Adds the edges of a graph up in O(n + m).
 * @example
 * ```ts
 * const cards = cardEdgesOf(graph, thingTreeOf(graph))
 * ```
 */
export function cardEdgesOf(graph: LineageGraph, { order, at }: ThingTree): CardEdges {
  const { edgeCount } = graph
  const edgeFrom = new Uint32Array(edgeCount)
  const edgeTo = new Uint32Array(edgeCount)
  const self = new Uint8Array(order.length)
  for (let edge: EdgeIndex = 0; edge < edgeCount; edge++) {
    const [from, to] = [graph.fromOf(edge), graph.toOf(edge)]
    const position: Position = at[from]!
    edgeFrom[edge] = position
    edgeTo[edge] = at[to]!
    if (from === to && order[position] === from) self[position] = 1
  }
  const sorted = csrOf(order.length, edgeFrom, edgeTo)
  const pairFrom = new Uint32Array(edgeCount)
  const pairTo = new Uint32Array(edgeCount)
  const starts = new Uint32Array(edgeCount + 1)
  let pairs = 0
  for (let from = 0; from < order.length; from++)
    for (let i = sorted.starts[from]!; i < sorted.starts[from + 1]!; i++) {
      const to = sorted.neighbors[i]!
      if (i > sorted.starts[from]! && sorted.neighbors[i - 1] === to) continue
      pairFrom[pairs] = from
      pairTo[pairs] = to
      starts[pairs++] = i
    }
  starts[pairs] = edgeCount
  const [from, to] = [pairFrom.slice(0, pairs), pairTo.slice(0, pairs)]
  return {
    from,
    to,
    edges: { starts: starts.slice(0, pairs + 1), members: sorted.edges },
    out: csrOf(order.length, from, to),
    in: csrOf(order.length, to, from),
    self,
  }
}
