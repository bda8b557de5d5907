import { CARD } from './measures.ts'
import { FORMS, type Lines, type Things } from './picture.ts'

/**
 * A box around each line: left, top, right, bottom, four numbers a line. A cubic lies within the hull of its points, so the box of
 * the points will do; a line that ends at a row, or leaves or enters the foot of a card, may end at the header too, where rows are not drawn. Made once a
 * picture: it tells quickly which lines a window or a pointer can touch.
 */
export function lineBoxes(
  { count, curves, starts, from, to, fromRow, toRow }: Lines,
  { y, forms }: Pick<Things, 'y' | 'forms'>,
): Float32Array {
  const boxes = new Float32Array(4 * count)
  for (let line = 0; line < count; line++) {
    let left = Infinity
    let top = Infinity
    let right = -Infinity
    let bottom = -Infinity
    const start = starts[line]!
    const end = starts[line + 1]!
    for (let i = start; i < end; i += 2) {
      left = Math.min(left, curves[i]!)
      right = Math.max(right, curves[i]!)
      top = Math.min(top, curves[i + 1]!)
      bottom = Math.max(bottom, curves[i + 1]!)
    }
    if (end > start && (fromRow[line]! >= 0 || FORMS[forms[from[line]!]!] === 'card'))
      top = Math.min(top, y[from[line]!]! + CARD.height / 2)
    if (end > start && (toRow[line]! >= 0 || FORMS[forms[to[line]!]!] === 'card'))
      top = Math.min(top, y[to[line]!]! + CARD.height / 2)
    boxes[4 * line] = left
    boxes[4 * line + 1] = top
    boxes[4 * line + 2] = right
    boxes[4 * line + 3] = bottom
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
