import { layerGap, type Gaps } from '../placing/gaps.ts'
import type { Layered } from '../crossings/layered.ts'

/** Where the column of each vertex begins and ends, from the left of its component: lines run level through it, and turn between two of them. */
export interface Columns {
  readonly left: Float64Array
  readonly right: Float64Array
}

/**
 * One column beside the other, a layer each, as wide as its widest card, with gaps for the edges between. O(n + m).
 * @param least of each layer: how wide the gap after it is at least.
 */
export function placeColumns(
  { nodeCount, vertexCount, layerOf, layerStarts, componentStarts, out }: Layered,
  cardWidth: Float64Array,
  gaps: Gaps,
  least: Float64Array = new Float64Array(layerStarts.length),
): Columns {
  const layerCount = layerStarts.length - 1
  const width = new Float64Array(layerCount)
  const edges = new Uint32Array(layerCount)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const layer = layerOf[vertex]!
    if (vertex < nodeCount) width[layer] = Math.max(width[layer]!, cardWidth[vertex]!)
    edges[layer]! += out.starts[vertex + 1]! - out.starts[vertex]!
  }
  const x = new Float64Array(layerCount)
  for (let component = 0; component + 1 < componentStarts.length; component++)
    for (let layer = componentStarts[component]! + 1; layer < componentStarts[component + 1]!; layer++)
      x[layer] =
        x[layer - 1]! + width[layer - 1]! + Math.max(least[layer - 1]!, layerGap(gaps, edges[layer - 1]!))
  const left = new Float64Array(vertexCount)
  const right = new Float64Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    left[vertex] = x[layerOf[vertex]!]!
    right[vertex] = left[vertex]! + width[layerOf[vertex]!]!
  }
  return { left, right }
}
