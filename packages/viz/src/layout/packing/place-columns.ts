import { gapWithLevel, type Gaps } from '../placing/gaps.ts'
import type { Layered } from '../crossings/layered.ts'

/** Where the column of each vertex begins and ends, from the left of its component: lines run level through it, and turn between two of them. */
export interface Columns {
  readonly left: Float64Array
  readonly right: Float64Array
  /** How far behind each, and before it, lines run level all the same, so that what stands beside cards there is free. */
  readonly levelBehind: Float64Array
  readonly levelBefore: Float64Array
}

/** How far behind each layer, and before it, lines run level. */
export interface Level {
  readonly behind: Float64Array
  readonly before: Float64Array
}

/** Where lines that come from a vertex begin to turn. */
export const beginOfGap = ({ right, levelBehind }: Columns, vertex: number): number =>
  right[vertex]! + levelBehind[vertex]!

/** Where lines to a vertex have turned. */
export const endOfGap = ({ left, levelBefore }: Columns, vertex: number): number =>
  left[vertex]! - levelBefore[vertex]!

/**
 * One column beside the other, a layer each, as wide as its widest card, with gaps for the edges between. O(n + m).
 * @param least of each layer: how wide the gap after it is at least. @param level how much of it lines do not turn in.
 */
export function placeColumns(
  { nodeCount, vertexCount, layerOf, layerStarts, componentStarts, out }: Layered,
  cardWidth: Float64Array,
  gaps: Gaps,
  least: Float64Array = new Float64Array(layerStarts.length),
  level: Level | null = null,
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
      x[layer] = x[layer - 1]! + width[layer - 1]! + gapBehind(layer - 1)
  const left = new Float64Array(vertexCount)
  const right = new Float64Array(vertexCount)
  const levelBehind = new Float64Array(vertexCount)
  const levelBefore = new Float64Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const layer = layerOf[vertex]!
    left[vertex] = x[layer]!
    right[vertex] = left[vertex]! + width[layer]!
    if (!level) continue
    levelBehind[vertex] = level.behind[layer]!
    levelBefore[vertex] = level.before[layer]!
  }
  return { left, right, levelBehind, levelBefore }

  function gapBehind(layer: number): number {
    const isLevel = level ? level.behind[layer]! + level.before[layer + 1]! : 0
    return gapWithLevel(gaps, edges[layer]!, least[layer]!, isLevel)
  }
}
