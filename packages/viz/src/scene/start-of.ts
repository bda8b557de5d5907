import type { Picture, Rect } from './picture.ts'

/**
 * Where one begins to read a picture that does not fit into the window: from the left top on of what stands nearest to that of the picture,
 * boxes included; null where nothing does.
 */
export function startOf({ things, bounds }: Pick<Picture, 'things' | 'bounds'>): Rect | null {
  const { count, x, y, depth } = things
  let first = -1
  for (let thing = 0; thing < count; thing++)
    if (depth[thing] === 0 && (first < 0 || x[thing]! + y[thing]! < x[first]! + y[first]!)) first = thing
  if (first < 0) return null
  return {
    x: x[first]!,
    y: y[first]!,
    width: bounds.x + bounds.width - x[first]!,
    height: bounds.y + bounds.height - y[first]!,
  }
}
