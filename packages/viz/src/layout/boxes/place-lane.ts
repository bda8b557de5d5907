import type { Gaps } from '../placing/gaps.ts'
import type { PlacedBox } from './placed-box.ts'
import { placeGrid, type Grid } from '../packing/place-grid.ts'

/** The outside lane at the foot of what the picture holds. */
export interface PlacedLane {
  readonly top: number
  /** Where the last of what stands in it ends, and how far to the right any of it reaches. */
  readonly foot: number
  readonly right: number
  /** What has no edges, below the rest. */
  readonly grid: Grid & { readonly left: number; readonly top: number }
}

/**
 * Puts what stands in the outside lane below all else, each in the column of its layer, by changing `placed.y`. O(n).
 * @param lane, width, height of each item. @param singleWidth, singleHeight of what stands there without edges.
 * @returns null where nothing stands in it.
 */
export function placeLane(
  { layered, order, columns, y, height: contentHeight, width: contentWidth }: PlacedBox,
  lane: Uint8Array,
  width: Float64Array,
  height: Float64Array,
  singleWidth: Float64Array,
  singleHeight: Float64Array,
  gaps: Gaps,
): PlacedLane | null {
  if (!lane.includes(1) && singleWidth.length === 0) return null
  const top = contentHeight > 0 ? contentHeight + gaps.lane : 0
  let next = top + gaps.lane
  let foot = top + gaps.lane
  let right = 0
  for (let layer = 0; layer + 1 < layered.layerStarts.length; layer++) {
    next = top + gaps.lane
    for (let at = layered.layerStarts[layer]!; at < layered.layerStarts[layer + 1]!; at++) {
      const vertex = order.vertices[at]!
      if (vertex >= layered.nodeCount || !lane[vertex]) continue
      y[vertex] = next
      foot = Math.max(foot, next + height[vertex]!)
      right = Math.max(right, columns.left[vertex]! + width[vertex]!)
      next += height[vertex]! + gaps.card
    }
  }
  const grid = placeGrid(singleWidth, singleHeight, gaps.card, gaps.card, Math.max(contentWidth, right))
  const gridTop = right > 0 && grid.height > 0 ? foot + gaps.card : foot
  return {
    top,
    foot: gridTop + grid.height,
    right: Math.max(right, grid.width),
    grid: { ...grid, left: 0, top: gridTop },
  }
}
