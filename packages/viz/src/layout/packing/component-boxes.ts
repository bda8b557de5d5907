import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Columns } from './place-columns.ts'

/** What a component fills, the cards in the outside lane left out. */
export interface ComponentBox {
  readonly width: number
  readonly height: number
  /** The height of its top, counted as its vertices are. */
  readonly top: number
  /** Whether it has cards in the outside lane. */
  readonly lane: boolean
  /** Whether it is no component, but what has no edges, and no lineage inside. */
  readonly isApart?: boolean
}

/** Measures the components. O(n). @param y the top of each vertex, from any zero of its component. @param height of each item. */
export function componentBoxes(
  { nodeCount, componentStarts, layerStarts }: Layered,
  { vertices }: Order,
  columns: Columns,
  y: Float64Array,
  height: Float64Array,
  inLane: Uint8Array,
): ComponentBox[] {
  return Array.from({ length: componentStarts.length - 1 }, (_, component) => {
    const endLayer = componentStarts[component + 1]!
    let top = Infinity
    let bottom = -Infinity
    let lane = false
    let width = 0
    for (let at = layerStarts[componentStarts[component]!]!; at < layerStarts[endLayer]!; at++) {
      const vertex = vertices[at]!
      const isItem = vertex < nodeCount
      width = Math.max(width, columns.right[vertex]!)
      if (isItem && inLane[vertex]) {
        lane = true
        continue
      }
      top = Math.min(top, y[vertex]!)
      bottom = Math.max(bottom, y[vertex]! + (isItem ? height[vertex]! : 0))
    }
    return top < bottom ? { width, height: bottom - top, top, lane } : { width, height: 0, top: 0, lane }
  })
}
