import type { Transform } from '../camera/camera.ts'
import { isCrossed } from './hit-test.ts'
import { drawnFor } from '../picture/trunks.ts'
import type { Prepared } from '../picture/prepared.ts'

/** Whether no line runs under a rectangle of the window, in CSS pixels. @param except lines that may. */
export function isClearOfLines(
  picture: Prepared,
  { x, y, k }: Transform,
  left: number,
  top: number,
  right: number,
  bottom: number,
  except = -1,
): boolean {
  const sides = { left: (left - x) / k, top: (top - y) / k, right: (right - x) / k, bottom: (bottom - y) / k }
  const near = picture.lineIndex
    .touching(sides.left, sides.top, sides.right, sides.bottom)
    .filter((line) => line !== except)
  return !isCrossed(
    drawnFor(picture.trunksAt(k), near),
    picture.lines,
    picture.curvesAt(k),
    picture.boxes,
    sides,
  )
}
