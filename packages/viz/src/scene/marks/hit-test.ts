import { touches } from '../picture/line-boxes.ts'
import type { Lines, Things } from '../picture/picture.ts'
import type { SpatialIndex } from '../picture/spatial-index.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The things that a point is on or beside, no further than `slack` away. */
export const thingsNear = (
  index: SpatialIndex,
  { x, y, width, height }: Things,
  at: Point,
  slack: number,
): number[] =>
  index
    .touching(at.x - slack, at.y - slack, at.x + slack, at.y + slack)
    .filter(
      (card) =>
        x[card]! <= at.x + slack &&
        x[card]! + width[card]! >= at.x - slack &&
        y[card]! <= at.y + slack &&
        y[card]! + height[card]! >= at.y - slack,
    )

/** The innermost thing at a point, or -1. @param slack how far beside a thing still counts, for targets that are small on the screen. */
export const cardAt = (index: SpatialIndex, things: Things, at: Point, slack = 0): number =>
  thingsNear(index, things, at, slack).reduce((inner, card) => Math.max(inner, card), -1)

/** How many straight pieces stand for a cubic: enough that none is further than a pixel from it at the usual sizes. */
const PIECES = 16

/** The line that runs nearest to a point, no further than `reach` away, or -1. @param near the lines that are looked at. */
export function lineAt(
  near: readonly number[],
  lines: Lines,
  curves: Float32Array,
  boxes: Float32Array,
  at: Point,
  reach: number,
): number {
  let found = -1
  let least = reach ** 2
  for (const line of near) {
    if (!touches(boxes, line, at.x - reach, at.y - reach, at.x + reach, at.y + reach)) continue
    const distance = squaredDistance(lines.starts, curves, line, at)
    if (distance > least) continue
    least = distance
    found = line
  }
  return found
}

function squaredDistance(starts: Uint32Array, curves: Float32Array, line: number, at: Point): number {
  let least = Infinity
  for (let i = starts[line]!; i + 7 < starts[line + 1]!; i += 6) {
    let [px, py] = [curves[i]!, curves[i + 1]!]
    for (let piece = 1; piece <= PIECES; piece++) {
      const [x, y] = pointOnCubic(curves, i, piece / PIECES)
      least = Math.min(least, squaredDistanceToPiece(px, py, x, y, at))
      px = x
      py = y
    }
  }
  return least
}

/** A rectangle by its sides, in units of the picture. */
export interface Sides {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Whether a line runs through a rectangle. @param near the lines that are looked at. */
export const isCrossed = (
  near: readonly number[],
  { starts }: Lines,
  curves: Float32Array,
  boxes: Float32Array,
  sides: Sides,
): boolean =>
  near.some(
    (line) =>
      touches(boxes, line, sides.left, sides.top, sides.right, sides.bottom) &&
      runsThrough(starts, curves, line, sides),
  )

function runsThrough(starts: Uint32Array, curves: Float32Array, line: number, sides: Sides): boolean {
  for (let i = starts[line]!; i + 7 < starts[line + 1]!; i += 6) {
    if (!mayMeet(curves, i, sides)) continue
    let [px, py] = [curves[i]!, curves[i + 1]!]
    for (let piece = 1; piece <= PIECES; piece++) {
      const [x, y] = pointOnCubic(curves, i, piece / PIECES)
      if (meetsSides(px, py, x, y, sides)) return true
      px = x
      py = y
    }
  }
  return false
}

/** Whether a cubic, which is within its four points, may have a point in a rectangle. */
function mayMeet(curves: Float32Array, i: number, { left, top, right, bottom }: Sides): boolean {
  const [x0, x1, x2, x3] = [curves[i]!, curves[i + 2]!, curves[i + 4]!, curves[i + 6]!]
  if (Math.max(x0, x1, x2, x3) < left || Math.min(x0, x1, x2, x3) > right) return false
  const [y0, y1, y2, y3] = [curves[i + 1]!, curves[i + 3]!, curves[i + 5]!, curves[i + 7]!]
  return Math.max(y0, y1, y2, y3) >= top && Math.min(y0, y1, y2, y3) <= bottom
}

/** Whether a straight piece has a point in a rectangle. Source: Liang, Barsky 1984, doi:10.1145/357332.357333. */
function meetsSides(x0: number, y0: number, x1: number, y1: number, sides: Sides): boolean {
  const { left, top, right, bottom } = sides
  let [from, to] = [0, 1]
  for (const [step, room] of [
    [x0 - x1, x0 - left],
    [x1 - x0, right - x0],
    [y0 - y1, y0 - top],
    [y1 - y0, bottom - y0],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) from = Math.max(from, room / step)
    if (step > 0) to = Math.min(to, room / step)
  }
  return from <= to
}

/** The point at `t` from 0 to 1 on the cubic whose four points begin at `i`. */
export function pointOnCubic(curves: Float32Array, i: number, t: number): [number, number] {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return [
    a * curves[i]! + b * curves[i + 2]! + c * curves[i + 4]! + d * curves[i + 6]!,
    a * curves[i + 1]! + b * curves[i + 3]! + c * curves[i + 5]! + d * curves[i + 7]!,
  ]
}

function squaredDistanceToPiece(x0: number, y0: number, x1: number, y1: number, { x, y }: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length))
  return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2
}
