import { DETAIL } from './measures.ts'
import { pillEnds } from './pill-ends.ts'
import type { Picture, Rect } from './picture.ts'

/** What stays free around things and lines at the scale from which rows are drawn, where every pixel counts: 8 of them, units of the picture. */
const AROUND = 8 / DETAIL.full

/** What a picture holds, its pills too, with less around it than its bounds have. @param boxes of its lines, four numbers each. O(n). */
export function heldBy({
  things,
  bounds,
  direction,
  boxes,
}: Pick<Picture, 'things' | 'bounds' | 'direction'> & { readonly boxes: Float32Array }): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const hold = (x: number, y: number, endX: number, endY: number): void => {
    left = Math.min(left, x - AROUND)
    top = Math.min(top, y - AROUND)
    right = Math.max(right, endX + AROUND)
    bottom = Math.max(bottom, endY + AROUND)
  }
  const { x, y, width, height } = things
  for (let thing = 0; thing < things.count; thing++)
    hold(x[thing]!, y[thing]!, x[thing]! + width[thing]!, y[thing]! + height[thing]!)
  for (let at = 0; at < boxes.length; at += 4)
    hold(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
  if (left > right) return bounds
  const pills = pillEnds(things, direction)
  left = Math.max(bounds.x, Math.min(left, pills.left))
  top = Math.max(bounds.y, Math.min(top, pills.top))
  return {
    x: left,
    y: top,
    width: Math.min(bounds.x + bounds.width, Math.max(right, pills.right)) - left,
    height: Math.min(bounds.y + bounds.height, Math.max(bottom, pills.bottom)) - top,
  }
}
