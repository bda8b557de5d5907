import type { LinesMark } from './marks.ts'
import { stopBefore } from './stop-before.ts'

/** What draws a line: a canvas, or what writes a path. */
interface Pen {
  moveTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void
}

/** Leads a pen along a line of a mark, from its end where its dashes are counted from there. */
export function trace(
  {
    curves,
    starts,
    transform: { x, y, k },
    shorter,
    fromEnd,
  }: Pick<LinesMark, 'curves' | 'starts' | 'transform' | 'shorter' | 'fromEnd'>,
  line: number,
  pen: Pen,
): void {
  const [start, end] = [starts[line]!, starts[line + 1]!]
  if (end === start) return
  const last = end - 8
  if (fromEnd?.[line]) {
    for (let at = last; at >= start; at -= 6) {
      const [x1, y1, x2, y2, x3, y3] = stopBefore(curves, at, at === last ? shorter / k : 0)
      if (at === last) pen.moveTo(x3 * k + x, y3 * k + y)
      const [x0, y0] = [curves[at]!, curves[at + 1]!]
      pen.bezierCurveTo(x2 * k + x, y2 * k + y, x1 * k + x, y1 * k + y, x0 * k + x, y0 * k + y)
    }
    return
  }
  pen.moveTo(curves[start]! * k + x, curves[start + 1]! * k + y)
  for (let at = start; at <= last; at += 6)
    if (at < last || shorter === 0)
      pen.bezierCurveTo(
        curves[at + 2]! * k + x,
        curves[at + 3]! * k + y,
        curves[at + 4]! * k + x,
        curves[at + 5]! * k + y,
        curves[at + 6]! * k + x,
        curves[at + 7]! * k + y,
      )
    else {
      const [x1, y1, x2, y2, x3, y3] = stopBefore(curves, at, shorter / k)
      pen.bezierCurveTo(x1 * k + x, y1 * k + y, x2 * k + x, y2 * k + y, x3 * k + x, y3 * k + y)
    }
}
