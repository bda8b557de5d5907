import type { Transform } from '../camera/camera.ts'
import type { Picture } from '../picture/picture.ts'

/** So much of the header of a box must be seen for its end to stay in the window, CSS pixels. */
const LEAST = 240

/**
 * Where the header of a box ends, CSS pixels of the window: at the right side of the box, or, where that goes on beyond the window, at the side of the
 * window, so that one closes a box wherever one is in it. @param right where the window ends.
 */
export function headerEnd({ things }: Picture, box: number, { x, k }: Transform, right: number): number {
  const left = things.x[box]! * k + x
  const side = left + things.width[box]! * k
  return side > right && right - left >= LEAST ? right : side
}
