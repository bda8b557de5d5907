import type { Transform } from '../camera/camera.ts'
import type { Picture } from '../picture/picture.ts'

/** So much of the header of a box must be seen for its ends to stay in the window, CSS pixels. */
const LEAST = 240

/**
 * From where to where the header of a box goes, CSS pixels of the window: over all of the box, or, where that goes on beyond the window, as far as the
 * window does, so that one knows which box one is in, and closes it, wherever one is in it. @param right where the window ends.
 */
export function headerEnds(
  { things }: Picture,
  box: number,
  { x, k }: Transform,
  right: number,
): { readonly from: number; readonly to: number } {
  const from = things.x[box]! * k + x
  const to = from + things.width[box]! * k
  const seen = { from: Math.max(0, from), to: Math.min(right, to) }
  return seen.to - seen.from >= LEAST ? seen : { from, to }
}
