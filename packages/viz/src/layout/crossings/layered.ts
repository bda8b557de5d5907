import type { Csr } from '@lineagraph/core'

/** Instead of the first dummy of an edge that is too long to be given any: it is led round the outside. */
export const FAR = 0xffffffff

/**
 * A graph in which every edge leads from one layer to the next: its vertices are the nodes, by their index, then the dummies, which
 * are the places where a long edge passes a layer. The layers of all components stand in one row, one component after another,
 * so that no step needs to take the graph apart.
 */
export interface Layered {
  readonly nodeCount: number
  readonly vertexCount: number
  /** Of each vertex. */
  readonly layerOf: Uint32Array
  /** Where each layer starts in an order of the vertices; layer count + 1. */
  readonly layerStarts: Uint32Array
  /** The first layer of each component; component count + 1. */
  readonly componentStarts: Uint32Array
  /** The segments, from layer to layer. */
  readonly out: Csr
  readonly into: Csr
  /** How many edges run along each segment. */
  readonly weight: Uint32Array
  /** 1 for each segment between a card and a turned edge, which goes round the card: the two need not be level. */
  readonly loose: Uint8Array
  /** Edge i passes dummyStarts[i], + 1, … from left to right, one in each layer between its ends; FAR for one that passes outside. */
  readonly dummyStarts: Uint32Array
  /** The segments at both ends of each edge; FAR for one that passes outside. */
  readonly tailSegment: Uint32Array
  readonly headSegment: Uint32Array
}
