import type { Lines } from './picture.ts'

/**
 * A box around each line: left, top, right, bottom, four numbers a line. A cubic lies within the hull of its points, so the box of
 * the points will do. Made once a picture: it tells quickly which lines a window or a pointer can touch.
 */
export function lineBoxes({ count, curves, starts }: Lines): Float32Array {
  const boxes = new Float32Array(4 * count)
  for (let line = 0; line < count; line++) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = starts[line]!; i < starts[line + 1]!; i += 2) {
      left = Math.min(left, curves[i]!)
      right = Math.max(right, curves[i]!)
      top = Math.min(top, curves[i + 1]!)
      bottom = Math.max(bottom, curves[i + 1]!)
    }
    boxes.set([left, top, right, bottom], 4 * line)
  }
  return boxes
}

/** Whether the box of a line touches the rectangle from (left, top) to (right, bottom). */
export const touches = (
  boxes: Float32Array,
  line: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean =>
  boxes[4 * line]! <= right &&
  boxes[4 * line + 2]! >= left &&
  boxes[4 * line + 1]! <= bottom &&
  boxes[4 * line + 3]! >= top
