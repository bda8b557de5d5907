import { pointOnCubic } from './hit-test.ts'
import type { Lines } from '../picture/picture.ts'

/** How many straight pieces stand for a cubic. */
const PIECES = 12
/** So much of a line is seen on both sides of its count at least, CSS pixels, where the count is narrower; and where there is no room for more. */
const SEEN = { ample: 8, tight: 2 } as const
/** Across the text of a count, from its middle, CSS pixels. */
const HALF_HEIGHT = 7
/** Beside a count a line has turned by no more than this from how it runs under the count: the cosines of 35 degrees, and of 10, where it looks straight. */
const [GENTLE, STRAIGHT] = [0.82, 0.985]

/**
 * How a line runs under a count in the middle of which it is, at `t` of the cubic that begins at `piece`; null where that leaves too little of the line to be seen.
 * @param half of its width, CSS pixels. @param isTight whether a little of the line is enough.
 */
export type RunsUnder = (
  piece: number,
  t: number,
  half: number,
  isTight?: boolean,
) => 'straight' | 'gently' | null

/**
 * A count stands where about its own length of line is seen on both sides of it, and where the line runs straight or turns gently: on a corner, or over all of a
 * short end, one would not see what it belongs to. Where it is tight, a little on both sides does. @param k the scale at which the line is drawn.
 */
export function roomOn(
  { starts }: Pick<Lines, 'starts'>,
  curves: Float32Array,
  line: number,
  k: number,
): RunsUnder {
  const [start, end] = [starts[line]!, starts[line + 1]!]
  const points: (readonly [number, number])[] = [[curves[start]! * k, curves[start + 1]! * k]]
  const reached = [0]
  for (let i = start; i + 7 < end; i += 6)
    for (let piece = 1; piece <= PIECES; piece++) {
      const [x, y] = pointOnCubic(curves, i, piece / PIECES)
      const [fromX, fromY] = points.at(-1)!
      points.push([x * k, y * k])
      reached.push(reached.at(-1)! + Math.hypot(x * k - fromX, y * k - fromY))
    }
  return (piece, t, half, isTight = false) => {
    const place = ((piece - start) / 6 + t) * PIECES
    const at = Math.min(reached.length - 2, Math.floor(place))
    const here = reached[at]! + (reached[at + 1]! - reached[at]!) * (place - at)
    const [ux, uy] = directionAt(here)
    const covered = Math.min((half + 2) / Math.abs(ux), HALF_HEIGHT / Math.abs(uy))
    const needed = covered + (isTight ? SEEN.tight : Math.max(SEEN.ample, 2 * half))
    if (here < needed || reached.at(-1)! - here < needed) return null
    const turns = [here - covered, here + covered].map((beside) => {
      const [vx, vy] = directionAt(beside)
      return ux * vx + uy * vy
    })
    const most = Math.min(...turns)
    return most >= STRAIGHT ? 'straight' : most >= GENTLE ? 'gently' : null
  }

  /** How the line runs so far along it. */
  function directionAt(length: number): readonly [number, number] {
    let [low, high] = [0, points.length - 2]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (reached[middle]! <= length) low = middle
      else high = middle - 1
    }
    const [[x0, y0], [x1, y1]] = [points[low]!, points[low + 1]!]
    const distance = Math.hypot(x1 - x0, y1 - y0) || 1
    return [(x1 - x0) / distance, (y1 - y0) / distance]
  }
}
