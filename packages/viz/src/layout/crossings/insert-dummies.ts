import { csrOf } from '@lineagraph/core'
import type { Components } from '../layers/find-components.ts'
import { findWays, noBundles, type Bundles, type Edges, type Ways } from './find-ways.ts'
import { FAR, type Layered } from './layered.ts'

/**
 * So many dummies there may be at most for each node and edge, the longest edges get none then; fewer where a picture is so large that it
 * would have more in all than a second is enough for, but any picture may have some. A box has its share of what a picture has.
 */
const MOST_DUMMIES = 20
const MOST_IN_ALL = 1_500_000
const IN_ANY_CASE = 200_000

/**
 * Gives each edge a dummy in each layer that it passes. Where that makes too many, edges share the way: all that leave a node or
 * all that enter it, whichever are more; turned ones, and those that look otherwise, keep apart. O(n + m + dummies).
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
  const { tail, head } = edges
  const edgeCount = tail.length
  const passed = tail.map((node, edge) => layer[head[edge]!]! - layer[node]! - 1)
  const mostPassed = longestWithDummies(passed, nodeCount, share)
  for (let edge = 0; edge < edgeCount; edge++) if (passed[edge]! > mostPassed) passed[edge] = FAR
  const ways = findWays(nodeCount, edges, passed, bundles)
  const wayStarts = startsOfWays(nodeCount, ways, passed)
  const vertexCount = wayStarts.at(-1)!

  const componentStarts = layersOfComponents(layer, components)
  const layerOf = new Uint32Array(vertexCount)
  for (let node = 0; node < nodeCount; node++)
    layerOf[node] = componentStarts[components.componentOf[node]!]! + layer[node]!

  // First a segment for each dummy, towards the anchor of its way, then one for each edge, between its way and its other end.
  const most = vertexCount - nodeCount + edgeCount
  const segments: Segments = {
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    weight: new Uint32Array(most),
    loose: new Uint8Array(most),
  }
  const { segmentCount, ...ofEdges } = joinEdges(nodeCount, edges, passed, ways, wayStarts, segments)
  leadWays(nodeCount, ways, wayStarts, layerOf, segments)
  const [from, to] = [segments.from.subarray(0, segmentCount), segments.to.subarray(0, segmentCount)]
  return {
    nodeCount,
    vertexCount,
    layerOf,
    layerStarts: startsOfLayers(layerOf, componentStarts.at(-1)!),
    componentStarts,
    out: csrOf(vertexCount, from, to),
    into: csrOf(vertexCount, to, from),
    weight: segments.weight.subarray(0, segmentCount),
    loose: segments.loose.subarray(0, segmentCount),
    ...ofEdges,
  }
}

/** As columns, in the making. */
interface Segments {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly weight: Uint32Array
  readonly loose: Uint8Array
}

/** Where the dummies of each way start: as many as its longest edge passes. They come after the nodes. */
function startsOfWays(nodeCount: number, { wayOf, anchor }: Ways, passed: Uint32Array): Uint32Array {
  const starts = new Uint32Array(anchor.length + 1)
  starts[0] = nodeCount
  for (let edge = 0; edge < passed.length; edge++)
    if (passed[edge] !== FAR) starts[wayOf[edge]! + 1] = Math.max(starts[wayOf[edge]! + 1]!, passed[edge]!)
  for (let way = 0; way < anchor.length; way++) starts[way + 1]! += starts[way]!
  return starts
}

/** Joins the way of each edge with its other end, and finds which segments are at its ends. Counts at each dummy how many ways of edges end there. */
function joinEdges(
  nodeCount: number,
  { tail, head, reversed }: Edges,
  passed: Uint32Array,
  { wayOf, atTail }: Ways,
  wayStarts: Uint32Array,
  { from, to, weight, loose }: Segments,
): Pick<Layered, 'dummyStarts' | 'tailSegment' | 'headSegment'> & { readonly segmentCount: number } {
  const dummyStarts = new Uint32Array(tail.length).fill(FAR)
  const tailSegment = new Uint32Array(tail.length).fill(FAR)
  const headSegment = new Uint32Array(tail.length).fill(FAR)
  let segmentCount = wayStarts.at(-1)! - nodeCount
  for (let edge = 0; edge < tail.length; edge++) {
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
    weight[(atTail[way] ? last : first) - nodeCount]!++
    loose[(atTail[way] ? wayStarts[way]! : wayStarts[way + 1]! - 1) - nodeCount] = reversed[edge]!
  }
  return { dummyStarts, tailSegment, headSegment, segmentCount }
}

/** Leads each way from its anchor, layer by layer: what runs along a segment is all that has not yet gone off. */
function leadWays(
  nodeCount: number,
  { anchor, atTail }: Ways,
  wayStarts: Uint32Array,
  layerOf: Uint32Array,
  { from, to, weight }: Segments,
): void {
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
