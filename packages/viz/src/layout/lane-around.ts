import type { Placing } from './placing/placing.ts'

type Rect = NonNullable<Placing['lane']>

/**
 * The outside lane, as wide as what stands in it and as the lines that turn there. O(n + points).
 * @param whole the lane as wide as the picture. @param least its width. @param side from its sides to what stands in it.
 */
export function laneAround(
  whole: Rect,
  lane: Uint8Array,
  { x, width }: Pick<Placing, 'x' | 'width'>,
  { points }: Pick<Placing['routes'], 'points'>,
  least: number,
  side: number,
): Rect {
  let [left, right] = [Infinity, -Infinity]
  const hold = (from: number, to: number): void => {
    left = Math.min(left, from)
    right = Math.max(right, to)
  }
  lane.forEach((isIn, thing) => isIn && hold(x[thing]!, x[thing]! + width[thing]!))
  for (let at = 0; at < points.length; at += 2) if (points[at + 1]! > whole.y) hold(points[at]!, points[at]!)
  const end = Math.min(whole.x + whole.width, Math.max(right + side, left - side + least))
  const begin = Math.max(whole.x, Math.min(left - side, end - least))
  return { ...whole, x: begin, width: end - begin }
}
