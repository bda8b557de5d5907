/** Things in rows and columns, by their left top corners, and what they fill together. */
export interface Grid {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: number
  readonly height: number
}

const ASPECT = 1.6
/** How much wider than the room there is columns may be together, where that is one column more. */
const OVER = 1.15

/** So many columns stand in a room, and one at least. */
export const columnsIn = (room: number, width: number, gap: number): number =>
  Math.max(1, Math.floor((OVER * room + gap) / (width + gap)))

/**
 * Puts things beside each other in rows, in their order, in columns as wide as the widest of them. The whole comes near to `aspect` times
 * as wide as it is tall, or as wide as `room` where that is more. O(n).
 */
export function placeGrid(
  width: ArrayLike<number>,
  height: ArrayLike<number>,
  gapX: number,
  gapY: number,
  room = 0,
  aspect = ASPECT,
): Grid {
  const count = width.length
  let widest = 0
  let heights = 0
  for (let thing = 0; thing < count; thing++) {
    widest = Math.max(widest, width[thing]!)
    heights += height[thing]! + gapY
  }
  const columns = Math.max(
    columnsIn(room, widest, gapX),
    Math.round(Math.sqrt((aspect * heights) / (widest + gapX))),
  )
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  let top = 0
  let right = 0
  let bottom = 0
  for (let thing = 0; thing < count; thing++) {
    const column = thing % columns
    if (column === 0 && thing > 0) top = bottom + gapY
    x[thing] = column * (widest + gapX)
    y[thing] = top
    right = Math.max(right, x[thing]! + width[thing]!)
    bottom = Math.max(bottom, top + height[thing]!)
  }
  return { x, y, width: right, height: bottom }
}
