/** Boxes beside each other, by their left top corners, and what they fill together. */
export interface Packing {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: number
  readonly height: number
}

interface Pile {
  readonly left: number
  width: number
  height: number
}

interface Shelf {
  readonly top: number
  readonly height: number
  /** From left to right. */
  readonly piles: Pile[]
  right: number
}

/** So many shelves, and piles on each, are looked at for room. */
const LOOKED_AT = 24

/**
 * Puts boxes on shelves, the tallest first, each on the first with room; on a shelf they stand in piles, so that small ones pile up beside a
 * tall one. The whole comes near to `aspect` times as wide as it is tall, or as wide as `least` where that is more. Equal boxes keep their
 * order. O(n log n).
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

  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const shelves: Shelf[] = []
  for (const box of tallestFirst(height)) {
    const [shelf, pile] = placeFor(box)
    x[box] = pile.left
    y[box] = shelf.top + pile.height + (pile.height > 0 ? gap : 0)
    pile.height = y[box]! + height[box]! - shelf.top
  }
  const last = shelves.at(-1)
  const right = shelves.reduce((most, shelf) => Math.max(most, shelf.right), 0)
  return { x, y, width: right, height: last ? last.top + last.height : 0 }

  /** The first pile with room, the last of a shelf as wide as the shelf has room; a new one beside the others of the first shelf with room, or one on a new shelf. */
  function placeFor(box: number): [Shelf, Pile] {
    for (const shelf of shelves.slice(-LOOKED_AT)) {
      const last = shelf.piles.at(-1)!
      for (const pile of shelf.piles.slice(-LOOKED_AT)) {
        if (width[box]! > (pile === last ? room - pile.left : pile.width)) continue
        if (pile.height + gap + height[box]! > shelf.height) continue
        pile.width = Math.max(pile.width, width[box]!)
        shelf.right = Math.max(shelf.right, pile.left + pile.width)
        return [shelf, pile]
      }
      if (shelf.right + gap + width[box]! <= room) return [shelf, newPile(shelf, shelf.right + gap, box)]
    }
    const before = shelves.at(-1)
    const top = before ? before.top + before.height + gap : 0
    const shelf: Shelf = { top, height: height[box]!, piles: [], right: 0 }
    shelves.push(shelf)
    return [shelf, newPile(shelf, 0, box)]
  }

  function newPile(shelf: Shelf, left: number, box: number): Pile {
    const pile: Pile = { left, width: width[box]!, height: 0 }
    shelf.piles.push(pile)
    shelf.right = left + width[box]!
    return pile
  }
}

const tallestFirst = (height: ArrayLike<number>): number[] =>
  Array.from({ length: height.length }, (_, box) => box).sort((a, b) => height[b]! - height[a]! || a - b)

/** With more boxes than this one more or less beside another changes little. */
const MOST = 500
/** So many widths are tried, each wider than the one before by so much. */
const TRIED = { count: 12, wider: 1.08 } as const

/**
 * The packing that can be seen largest in a window that is `aspect` times as wide as it is high, of some that are wider or narrower. O(n log n).
 * @param rest what stands above and below, and is seen with it.
 */
export function packBest(
  width: ArrayLike<number>,
  height: ArrayLike<number>,
  gap: number,
  aspect: number,
  rest: { readonly width: number; readonly height: number },
): Packing {
  const sizeOf = (packing: Packing): number =>
    Math.max(Math.max(packing.width, rest.width) / aspect, packing.height + rest.height)
  let best = packBoxes(width, height, gap, aspect, rest.width)
  if (width.length < 2 || width.length > MOST) return best
  let room = rest.width
  for (let box = 0; box < width.length; box++) room = Math.max(room, width[box]!)
  for (let tried = 0; tried < TRIED.count; tried++) {
    const packing = packBoxes(width, height, gap, 0, room)
    if (sizeOf(packing) < sizeOf(best)) best = packing
    room *= TRIED.wider
  }
  return best
}
