/** Boxes beside each other, by their left top corners, and what they fill together. */
export interface Packing {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: number
  readonly height: number
}

/**
 * Puts boxes on shelves, the tallest first; on a shelf they stand in columns, so that small ones pile up beside a tall one. The whole comes
 * near to `aspect` times as wide as it is tall, or as wide as `least` where that is more. Equal boxes keep their order. O(n log n).
 */
export function packBoxes(
  width: ArrayLike<number>,
  height: ArrayLike<number>,
  gap: number,
  aspect: number,
  least = 0,
): Packing {
  const count = width.length
  let area = 0
  let room = least
  for (let box = 0; box < count; box++) {
    area += (width[box]! + gap) * (height[box]! + gap)
    room = Math.max(room, width[box]!)
  }
  room = Math.max(room, Math.sqrt(area * aspect))
  const tallestFirst = Array.from({ length: count }, (_, box) => box).sort(
    (a, b) => height[b]! - height[a]! || a - b,
  )

  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const shelf = { top: 0, height: 0 }
  const pile = { left: 0, width: 0, height: 0 }
  let right = 0
  for (const box of tallestFirst) {
    if (width[box]! > pile.width || pile.height + height[box]! > shelf.height) {
      pile.left += pile.height > 0 ? pile.width + gap : 0
      pile.width = width[box]!
      pile.height = 0
      if (pile.left + pile.width > room) {
        shelf.top += shelf.height + gap
        shelf.height = pile.left = 0
      }
      shelf.height = Math.max(shelf.height, height[box]!)
    }
    x[box] = pile.left
    y[box] = shelf.top + pile.height
    pile.height += height[box]! + gap
    right = Math.max(right, pile.left + width[box]!)
  }
  return { x, y, width: right, height: shelf.top + shelf.height }
}
