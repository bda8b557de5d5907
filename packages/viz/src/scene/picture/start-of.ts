import type { Picture, Rect } from './picture.ts'

/** What begins so much further to the right stands in the same column, units of the picture. */
const COLUMN = 24

/**
 * Where one begins to read a picture that does not fit into the window: at what the data comes from, which is the topmost of the first column, boxes
 * included, or the leftmost of the first row where it leads down; null where nothing stands anywhere.
 */
export function startOf({
  things,
  bounds,
  direction,
}: Pick<Picture, 'things' | 'bounds' | 'direction'>): Rect | null {
  const { count, x, y, depth } = things
  const [along, across] = direction === 'right' ? [x, y] : [y, x]
  let least = Infinity
  for (let thing = 0; thing < count; thing++) if (depth[thing] === 0) least = Math.min(least, along[thing]!)
  let first = -1
  for (let thing = 0; thing < count; thing++) {
    if (depth[thing] !== 0 || along[thing]! > least + COLUMN) continue
    if (first < 0 || across[thing]! < across[first]!) first = thing
  }
  if (first < 0) return null
  return {
    x: x[first]!,
    y: y[first]!,
    width: bounds.x + bounds.width - x[first]!,
    height: bounds.y + bounds.height - y[first]!,
  }
}
