import type { Cards } from './cards.ts'
import type { Box } from './component-boxes.ts'
import type { Gaps } from './gaps.ts'
import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'
import type { Columns } from './place-columns.ts'
import type { Placement } from './place-components.ts'

/** Where everything is, from the left top of the picture. */
export interface Places {
  /** The left of each layer's column. */
  readonly columnX: Float64Array
  /** The height at which edges meet each vertex. */
  readonly anchorY: Float64Array
  /** The left top of each card. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** The top of the outside lane; the picture's height where there is none. */
  readonly laneTop: number
  readonly width: number
  readonly height: number
}

/** Moves columns and heights to where their components are; cards in the outside lane pile up at the foot of their column. O(n). */
export function placeCards(
  { nodeCount, vertexCount, componentStarts, layerStarts }: Layered,
  { vertices }: Order,
  columns: Columns,
  heights: Float64Array,
  cards: Cards,
  boxes: readonly Box[],
  { left, top, right, bottom }: Placement,
  gaps: Gaps,
): Places {
  const columnX = new Float64Array(columns.x.length)
  const anchorY = new Float64Array(vertexCount)
  const x = new Float64Array(nodeCount)
  const y = new Float64Array(nodeCount)
  const laneTop = bottom > gaps.margin ? bottom + gaps.lane : bottom
  let laneFoot = 0
  boxes.forEach((box, component) => {
    for (let layer = componentStarts[component]!; layer < componentStarts[component + 1]!; layer++) {
      columnX[layer] = left[component]! + columns.x[layer]!
      let nextInLane = laneTop + gaps.lane
      for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
        const vertex = vertices[at]!
        anchorY[vertex] = top[component]! + heights[vertex]! - box.top
        if (vertex >= nodeCount) continue
        x[vertex] = columnX[layer]!
        if (cards.lane[vertex]) {
          anchorY[vertex] = nextInLane + cards.anchor[vertex]!
          nextInLane += cards.height[vertex]! + gaps.card
          laneFoot = Math.max(laneFoot, nextInLane)
        }
        y[vertex] = anchorY[vertex]! - cards.anchor[vertex]!
      }
    }
  })
  const height = Math.max(bottom, laneFoot) + gaps.margin
  return {
    columnX,
    anchorY,
    x,
    y,
    laneTop: laneFoot > 0 ? laneTop : height,
    width: right + gaps.margin,
    height,
  }
}
