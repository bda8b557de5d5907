import { quadtree, type Quadtree } from 'd3-quadtree'
import { touches } from './line-boxes.ts'
import type { Lines, Things } from './picture.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** The things of a picture, to be found by place: their left upper corners, and how far the largest reaches. */
export interface CardIndex {
  readonly corners: Quadtree<number>
  readonly widest: number
  readonly highest: number
}

export const indexCards = ({ count, x, y, width, height }: Things): CardIndex => ({
  corners: quadtree<number>(
    Array.from({ length: count }, (_, card) => card),
    (card) => x[card]!,
    (card) => y[card]!,
  ),
  widest: width.reduce((most, one) => Math.max(most, one), 0),
  highest: height.reduce((most, one) => Math.max(most, one), 0),
})

/** The things that a point is on or beside, no further than `slack` away. */
export function thingsNear(
  { corners, widest, highest }: CardIndex,
  { x, y, width, height }: Things,
  at: Point,
  slack: number,
): number[] {
  const found: number[] = []
  const [left, right] = [at.x - slack, at.x + slack]
  const [top, bottom] = [at.y - slack, at.y + slack]
  corners.visit((node, x0, y0, x1, y1) => {
    if (x0 > right || x1 < left - widest || y0 > bottom || y1 < top - highest) return true
    if (node.length) return false
    for (let leaf: typeof node.next | typeof node | undefined = node; leaf; leaf = leaf.next) {
      const card = leaf.data
      const isNear =
        x[card]! <= right &&
        x[card]! + width[card]! >= left &&
        y[card]! <= bottom &&
        y[card]! + height[card]! >= top
      if (isNear) found.push(card)
    }
    return false
  })
  return found
}

/** The innermost thing at a point, or -1. @param slack how far beside a thing still counts, for targets that are small on the screen. */
export const cardAt = (index: CardIndex, things: Things, at: Point, slack = 0): number =>
  thingsNear(index, things, at, slack).reduce((inner, card) => Math.max(inner, card), -1)

/** How many straight pieces stand for a cubic: enough that none is further than a pixel from it at the usual sizes. */
const PIECES = 16

/** The line that runs nearest to a point, no further than `reach` away, or -1. */
export function lineAt(
  lines: Lines,
  curves: Float32Array,
  boxes: Float32Array,
  at: Point,
  reach: number,
): number {
  let found = -1
  let least = reach ** 2
  for (let line = 0; line < lines.count; line++) {
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
