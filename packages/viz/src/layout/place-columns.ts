import { layerGap, type Gaps } from './gaps.ts'
import type { Layered } from './layered.ts'

/** Where each layer's column stands, from the left of its component. */
export interface Columns {
  readonly x: Float64Array
  readonly width: Float64Array
}

/** One column beside the other, each as wide as its widest card, with gaps for the edges between. O(n + m). @param least of each layer: how wide the gap after it is at least. */
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
  return { x, width }
}
