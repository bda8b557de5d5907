import type { Size, Transform } from '../camera/camera.ts'
import { pointOnCubic } from './hit-test.ts'
import type { Prepared } from '../picture/prepared.ts'

/** CSS pixels: how large the squares are in which lines are measured, and how far apart the points on lines. */
const [SQUARE, STEP] = [16, 4]
/** What is the denser of all that is drawn by so much counts: a few places where lines come together are no matter. */
const DENSE = 0.25
/** At this scale and nearer the layout has put lines so far apart that they have room. */
const NEAR = 0.8

/**
 * How far apart lines are where they run side by side most densely, in CSS pixels, from the middle of one to that of the next; Infinity where they are
 * seen from near. What several share counts once. O(length in the window).
 */
export function lineRoom(
  picture: Prepared,
  lines: readonly number[],
  { x, y, k }: Transform,
  { width, height }: Size,
): number {
  if (k >= NEAR) return Infinity
  const { starts } = picture.lines
  const curves = picture.curvesAt(k)
  const columns = Math.ceil(width / SQUARE)
  const rows = Math.ceil(height / SQUARE)
  const points = new Uint16Array(columns * rows)
  const known = new Set<string>()
  for (const line of lines)
    for (let i = starts[line]!; i + 7 < starts[line + 1]!; i += 6) {
      const [left, top] = [curves[i]! * k + x, curves[i + 1]! * k + y]
      const [right, bottom] = [curves[i + 6]! * k + x, curves[i + 7]! * k + y]
      if (Math.max(left, right) < 0 || Math.min(left, right) > width) continue
      if (Math.max(top, bottom) < 0 || Math.min(top, bottom) > height) continue
      const piece = [left, top, right, bottom].map((value) => Math.round(2 * value)).join()
      if (known.has(piece)) continue
      known.add(piece)
      const steps = Math.ceil((Math.abs(right - left) + Math.abs(bottom - top)) / STEP)
      for (let step = 0; step < steps; step++) {
        const [px, py] = pointOnCubic(curves, i, (step + 0.5) / steps)
        const [column, row] = [Math.floor((px * k + x) / SQUARE), Math.floor((py * k + y) / SQUARE)]
        if (column >= 0 && column < columns && row >= 0 && row < rows) points[row * columns + column]!++
      }
    }
  const full = points.filter((count) => count > 0).sort()
  const all = full.reduce((sum, count) => sum + count, 0)
  let denser = all
  for (const count of full) {
    denser -= count
    if (denser <= DENSE * all) return SQUARE ** 2 / (STEP * count)
  }
  return Infinity
}
