import type { Cards } from './cards.ts'
import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'
import type { Columns } from './place-columns.ts'

/** What a component fills, the cards in the outside lane left out. */
export interface Box {
  readonly width: number
  readonly height: number
  /** The height of its top, counted as its vertices are. */
  readonly top: number
  /** Whether it has cards in the outside lane. */
  readonly lane: boolean
}

/** Measures the components. O(n). @param heights at which edges meet each vertex, from any zero of its component. */
export function componentBoxes(
  { nodeCount, componentStarts, layerStarts }: Layered,
  { vertices }: Order,
  columns: Columns,
  heights: Float64Array,
  cards: Cards,
): Box[] {
  return Array.from({ length: componentStarts.length - 1 }, (_, component) => {
    const endLayer = componentStarts[component + 1]!
    let top = Infinity
    let bottom = -Infinity
    let lane = false
    for (let at = layerStarts[componentStarts[component]!]!; at < layerStarts[endLayer]!; at++) {
      const vertex = vertices[at]!
      const isCard = vertex < nodeCount
      if (isCard && cards.lane[vertex]) {
        lane = true
        continue
      }
      const above = isCard ? cards.anchor[vertex]! : 0
      const below = isCard ? cards.height[vertex]! - above : 0
      top = Math.min(top, heights[vertex]! - above)
      bottom = Math.max(bottom, heights[vertex]! + below)
    }
    const width = columns.x[endLayer - 1]! + columns.width[endLayer - 1]!
    return top < bottom ? { width, height: bottom - top, top, lane } : { width, height: 0, top: 0, lane }
  })
}
