import { pointOnCubic } from './hit-test.ts'
import type { Lines } from '../picture/picture.ts'

/** How many straight pieces stand for a cubic. */
const PIECES = 12

/** The point of a line at a part of its length from 0 to 1; null for a line without a curve. */
export function pointAlong(
  { starts }: Pick<Lines, 'starts'>,
  curves: Float32Array,
  line: number,
): ((part: number) => [x: number, y: number]) | null {
  const [start, end] = [starts[line]!, starts[line + 1]!]
  if (end - start < 8) return null
  const points: [number, number][] = [[curves[start]!, curves[start + 1]!]]
  const reached = [0]
  for (let i = start; i + 7 < end; i += 6)
    for (let piece = 1; piece <= PIECES; piece++) {
      const [x, y] = pointOnCubic(curves, i, piece / PIECES)
      const [fromX, fromY] = points.at(-1)!
      points.push([x, y])
      reached.push(reached.at(-1)! + Math.hypot(x - fromX, y - fromY))
    }
  return (part) => {
    const wanted = part * reached.at(-1)!
    let i = 1
    while (i < points.length - 1 && reached[i]! < wanted) i++
    const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!]
    const t = (wanted - reached[i - 1]!) / (reached[i]! - reached[i - 1]! || 1)
    return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
  }
}

/** Where along a line a mark is tried, the middle first. */
export const TRIED_ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9] as const
