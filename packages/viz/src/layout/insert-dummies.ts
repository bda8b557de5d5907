import { csrOf, type Csr } from '@lineagraph/core'
import type { Components } from './find-components.ts'

/** With more dummies than 4 for each node and edge, edges share their ways. */
const SHARING_FROM = 4

/**
 * So many dummies there may be at most for each node and edge, the longest edges get none then; fewer where a picture is so large that it
 * would have more in all than a second is enough for, but any picture may have some. A box has its share of what a picture has.
 */
const MOST_DUMMIES = 20
const MOST_IN_ALL = 1_500_000
const IN_ANY_CASE = 200_000

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

/** Edges that share a way: all leave one node, or all enter one. */
export interface Bundles {
  /** Of each edge; -1 for one that goes its own way. */
  readonly of: Int32Array
  /** Of each bundle: 1 where its edges leave one node, 0 where they enter one. */
  readonly atTail: Uint8Array
}

/** No edge shares its way. */
export const noBundles = (edgeCount: number): Bundles => ({
  of: new Int32Array(edgeCount).fill(-1),
  atTail: new Uint8Array(0),
})

/** Edges from left to right. */
export interface Edges {
  readonly tail: Uint32Array
  readonly head: Uint32Array
  /** 1 where the data flows from head to tail. */
  readonly reversed: Uint8Array
}

/**
 * Gives each edge a dummy in each layer that it passes. Where that makes too many, edges share the way: all that leave a node or
 * all that enter it, whichever are more; turned ones keep apart from the others. O(n + m + dummies).
 * @param layer of each node, counted within its component. @param bundles of edges that share their ways in any case.
 * @param share of the dummies that a picture may have.
 */
export function insertDummies(
  layer: Uint32Array,
  edges: Edges,
  components: Pick<Components, 'count' | 'componentOf'>,
  bundles: Bundles = noBundles(edges.tail.length),
  share = 1,
): Layered {
  const nodeCount = layer.length
  const { tail, head, reversed } = edges
  const edgeCount = tail.length
  const passed = tail.map((node, edge) => layer[head[edge]!]! - layer[node]! - 1)
  const mostPassed = longestWithDummies(passed, nodeCount, share)
  for (let edge = 0; edge < edgeCount; edge++) if (passed[edge]! > mostPassed) passed[edge] = FAR
  const { wayOf, anchor, atTail } = findWays(nodeCount, edges, passed, bundles)

  const wayStarts = new Uint32Array(anchor.length + 1)
  wayStarts[0] = nodeCount
  for (let edge = 0; edge < edgeCount; edge++)
    if (passed[edge] !== FAR)
      wayStarts[wayOf[edge]! + 1] = Math.max(wayStarts[wayOf[edge]! + 1]!, passed[edge]!)
  for (let way = 0; way < anchor.length; way++) wayStarts[way + 1]! += wayStarts[way]!
  const vertexCount = wayStarts[anchor.length]!

  const componentStarts = layersOfComponents(layer, components)
  const layerOf = new Uint32Array(vertexCount)
  for (let node = 0; node < nodeCount; node++)
    layerOf[node] = componentStarts[components.componentOf[node]!]! + layer[node]!

  // First a segment for each dummy, towards the anchor of its way, then one for each edge, between its way and its other end.
  const dummyCount = vertexCount - nodeCount
  const from = new Uint32Array(dummyCount + edgeCount)
  const to = new Uint32Array(from.length)
  const weight = new Uint32Array(from.length)
  const loose = new Uint8Array(from.length)
  const dummyStarts = new Uint32Array(edgeCount).fill(FAR)
  const tailSegment = new Uint32Array(edgeCount).fill(FAR)
  const headSegment = new Uint32Array(edgeCount).fill(FAR)
  let segmentCount = dummyCount
  for (let edge = 0; edge < edgeCount; edge++) {
    if (passed[edge] === FAR) continue
    const way = wayOf[edge]!
    const first = atTail[way] ? wayStarts[way]! : wayStarts[way + 1]! - passed[edge]!
    const last = first + passed[edge]! - 1
    dummyStarts[edge] = first
    tailSegment[edge] = headSegment[edge] = segmentCount
    if (last >= first && atTail[way]) tailSegment[edge] = wayStarts[way]! - nodeCount
    if (last >= first && !atTail[way]) headSegment[edge] = wayStarts[way + 1]! - 1 - nodeCount
    from[segmentCount] = last >= first && atTail[way] ? last : tail[edge]!
    to[segmentCount] = last >= first && !atTail[way] ? first : head[edge]!
    weight[segmentCount] = 1
    loose[segmentCount++] = reversed[edge]!
    if (last < first) continue
    weight[(atTail[way] ? last : first) - nodeCount]!++ // as yet, those whose way begins or ends at this dummy
    loose[(atTail[way] ? wayStarts[way]! : wayStarts[way + 1]! - 1) - nodeCount] = reversed[edge]!
  }
  for (let way = 0; way < anchor.length; way++) {
    const node = anchor[way]!
    const first = wayStarts[way]!
    const last = wayStarts[way + 1]! - 1
    if (atTail[way])
      for (let dummy = last; dummy >= first; dummy--) {
        layerOf[dummy] = layerOf[node]! + dummy - first + 1
        from[dummy - nodeCount] = dummy === first ? node : dummy - 1
        to[dummy - nodeCount] = dummy
        if (dummy < last) weight[dummy - nodeCount]! += weight[dummy + 1 - nodeCount]!
      }
    else
      for (let dummy = first; dummy <= last; dummy++) {
        layerOf[dummy] = layerOf[node]! - (last - dummy) - 1
        from[dummy - nodeCount] = dummy
        to[dummy - nodeCount] = dummy === last ? node : dummy + 1
        if (dummy > first) weight[dummy - nodeCount]! += weight[dummy - 1 - nodeCount]!
      }
  }
  return {
    nodeCount,
    vertexCount,
    layerOf,
    layerStarts: startsOfLayers(layerOf, componentStarts.at(-1)!),
    componentStarts,
    out: csrOf(vertexCount, from.subarray(0, segmentCount), to.subarray(0, segmentCount)),
    into: csrOf(vertexCount, to.subarray(0, segmentCount), from.subarray(0, segmentCount)),
    weight: weight.subarray(0, segmentCount),
    loose: loose.subarray(0, segmentCount),
    dummyStarts,
    tailSegment,
    headSegment,
  }
}

/** How many layers an edge may pass at most so that there are not too many dummies. */
function longestWithDummies(passed: Uint32Array, nodeCount: number, share: number): number {
  const room = Math.max(
    share * IN_ANY_CASE,
    Math.min(share * MOST_IN_ALL, MOST_DUMMIES * (nodeCount + passed.length)),
  )
  const counts = new Uint32Array(nodeCount)
  for (const layers of passed) counts[layers]!++
  let dummies = 0
  for (let layers = 1; layers < nodeCount; layers++) {
    dummies += layers * counts[layers]!
    if (dummies > room) return layers - 1
  }
  return nodeCount
}

/** A way is a row of dummies that starts at an anchor, which is the tail or the head of all edges that take it. */
function findWays(nodeCount: number, { tail, head, reversed }: Edges, passed: Uint32Array, bundles: Bundles) {
  const edgeCount = tail.length
  const shares = hasTooManyDummies(nodeCount, passed, bundles)
  const ownWays = shares ? 4 * nodeCount : edgeCount
  const wayOf = new Uint32Array(edgeCount)
  const anchor = new Uint32Array(ownWays + bundles.atTail.length)
  const atTail = new Uint8Array(anchor.length).fill(1)
  atTail.set(bundles.atTail, ownWays)
  const { outs, ins } = countLong(nodeCount, { tail, head, reversed }, passed)
  for (let edge = 0; edge < edgeCount; edge++) {
    const byTail = outs[tail[edge]!]! >= ins[head[edge]!]!
    if (bundles.of[edge]! >= 0) {
      wayOf[edge] = ownWays + bundles.of[edge]!
    } else if (!shares) {
      wayOf[edge] = edge
    } else {
      wayOf[edge] = 4 * (byTail ? tail : head)[edge]! + (byTail ? 2 : 0) + reversed[edge]!
      atTail[wayOf[edge]!] = byTail ? 1 : 0
    }
    anchor[wayOf[edge]!] = (atTail[wayOf[edge]!] ? tail : head)[edge]!
  }
  return { wayOf, anchor, atTail }
}

function hasTooManyDummies(nodeCount: number, passed: Uint32Array, bundles: Bundles): boolean {
  let dummies = 0
  for (let edge = 0; edge < passed.length; edge++)
    if (passed[edge] !== FAR && bundles.of[edge] === -1) dummies += passed[edge]!
  return dummies > SHARING_FROM * (nodeCount + passed.length)
}

/** How many edges with dummies leave and enter each node. */
function countLong(nodeCount: number, { tail, head }: Edges, passed: Uint32Array) {
  const outs = new Uint32Array(nodeCount)
  const ins = new Uint32Array(nodeCount)
  for (let edge = 0; edge < tail.length; edge++)
    if (passed[edge]! > 0 && passed[edge] !== FAR) {
      outs[tail[edge]!]!++
      ins[head[edge]!]!++
    }
  return { outs, ins }
}

function layersOfComponents(
  layer: Uint32Array,
  { count, componentOf }: Pick<Components, 'count' | 'componentOf'>,
): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let node = 0; node < layer.length; node++) {
    const end = componentOf[node]! + 1
    starts[end] = Math.max(starts[end]!, layer[node]! + 1)
  }
  for (let component = 0; component < count; component++) starts[component + 1]! += starts[component]!
  return starts
}

function startsOfLayers(layerOf: Uint32Array, layerCount: number): Uint32Array {
  const starts = new Uint32Array(layerCount + 1)
  for (const layer of layerOf) starts[layer + 1]!++
  for (let layer = 0; layer < layerCount; layer++) starts[layer + 1]! += starts[layer]!
  return starts
}
