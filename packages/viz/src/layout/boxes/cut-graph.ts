import { boxGraphs, type BoxGraph } from './box-graph.ts'
import { findStubs } from './find-stubs.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { splitEdges, type Pieces } from './split-edges.ts'

/** What is to be placed as a graph for each open box, and the numbers by which boxes know what is in them. */
export interface CutGraph {
  readonly pieces: Pieces
  /** By box, the picture last; undefined for what is no box. */
  readonly graphs: readonly (BoxGraph | undefined)[]
  /** Of each piece, in its box. */
  readonly linkOf: Uint32Array
  /** Of each thing and box that has edges, in its box. */
  readonly localOf: Uint32Array
  /** 1 for what feeds a box around it. */
  readonly stub: Uint8Array
}

/** Cuts edges at the sides of open boxes. O(n + m log m + pieces). */
export function cutGraph(input: PlacingInput): CutGraph {
  const pieces = splitEdges(input)
  const graphs = boxGraphs(input, pieces)
  const linkOf = new Uint32Array(pieces.edge.length)
  const localOf = new Uint32Array(input.count)
  for (const graph of graphs) {
    graph?.links.forEach((piece, link) => (linkOf[piece] = link))
    graph?.items.forEach((item, i) => (localOf[item] = i))
  }
  return { pieces, graphs, linkOf, localOf, stub: findStubs(input, pieces) }
}
