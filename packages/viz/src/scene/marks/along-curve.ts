import { pointOnCubic, type Sides } from './hit-test.ts'
import type { Lines } from '../picture/picture.ts'

/** How many straight pieces stand for a cubic. */
const PIECES = 12

/** A part of a line in straight pieces: their ends, and how far each is from the first. */
interface Run {
  readonly points: [x: number, y: number][]
  readonly reached: number[]
}

/**
 * The point of a line at a part of its length from 0 to 1; null for a line without a curve.
 * @param window where only what is seen of the line counts, of several parts the longest, and null where nothing is. Units of the picture.
 */
export function pointAlong(
  { starts }: Pick<Lines, 'starts'>,
  curves: Float32Array,
  line: number,
  window: Sides = EVERYWHERE,
): ((part: number) => [x: number, y: number]) | null {
  const [start, end] = [starts[line]!, starts[line + 1]!]
  let longest: Run | null = null
  let run: Run | null = null
  for (let i = start; i + 7 < end; i += 6)
    for (let piece = 1; piece <= PIECES; piece++) {
      const [from, to] = [
        pointOnCubic(curves, i, (piece - 1) / PIECES),
        pointOnCubic(curves, i, piece / PIECES),
      ]
      const [first, last] = partWithin(from, to, window)
      if (first >= last) {
        run = null
        continue
      }
      const between = (t: number): [number, number] => [
        from[0] + (to[0] - from[0]) * t,
        from[1] + (to[1] - from[1]) * t,
      ]
      if (!run || first > 0) run = { points: [between(first)], reached: [0] }
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]) * (last - first)
      run.points.push(between(last))
      run.reached.push(run.reached.at(-1)! + length)
      if (!longest || run.reached.at(-1)! > longest.reached.at(-1)!) longest = run
    }
  return longest && pointOf(longest)
}

const pointOf =
  ({ points, reached }: Run) =>
  (part: number): [x: number, y: number] => {
    const wanted = part * reached.at(-1)!
    let i = 1
    while (i < points.length - 1 && reached[i]! < wanted) i++
    const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!]
    const t = (wanted - reached[i - 1]!) / (reached[i]! - reached[i - 1]! || 1)
    return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
  }

const EVERYWHERE: Sides = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

/** Which part of a straight piece is in a rectangle, from 0 to 1: none where it begins no sooner than it ends. */
function partWithin(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  { left, top, right, bottom }: Sides,
): [first: number, last: number] {
  let [first, last] = [0, 1]
  for (const [at, by, least, most] of [
    [x0, x1 - x0, left, right],
    [y0, y1 - y0, top, bottom],
  ] as const) {
    if (by === 0) {
      if (at < least || at > most) return [1, 0]
      continue
    }
    const [one, other] = [(least - at) / by, (most - at) / by]
    first = Math.max(first, Math.min(one, other))
    last = Math.min(last, Math.max(one, other))
  }
  return [first, last]
}

/** Where along a line a mark is tried, the middle first. */
export const TRIED_ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9] as const
