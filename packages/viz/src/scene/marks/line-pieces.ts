import type { Lines, Rect } from '../picture/picture.ts'
import { pointOnCubic } from './hit-test.ts'

/** Around a line, in units of the picture: as much as is free of these. */
const BESIDE = [5, 3, 1] as const
/** A bend is cut into so many parts where its rectangle holds something else. */
const PARTS = 8

/** Rectangles along a line that hold all of it, as few and as wide as others leave room for: what stands in a bend is not in them. */
export function linePieces(
  { starts }: Pick<Lines, 'starts'>,
  curves: Float32Array,
  line: number,
  isFree: (rect: Rect) => boolean,
): Rect[] {
  const found: Rect[] = []
  /** Takes what is from one part of a cubic to another, with what came before where nothing is between. */
  const take = (cubic: number, from: number, to: number): boolean => {
    const along = Array.from({ length: PARTS + 1 }, (_, i) =>
      pointOnCubic(curves, cubic, from + ((to - from) * i) / PARTS),
    )
    const last = found.at(-1)
    for (const off of BESIDE) {
      const rect = around(along, off)
      const both = last && union(last, rect)
      if (both && isFree(both)) found[found.length - 1] = both
      else if (isFree(rect)) found.push(rect)
      else continue
      return true
    }
    return false
  }
  for (let cubic = starts[line]!; cubic + 7 < starts[line + 1]!; cubic += 6) {
    if (take(cubic, 0, 1)) continue
    for (let part = 0; part < PARTS; part++) {
      const [from, to] = [part / PARTS, (part + 1) / PARTS]
      if (take(cubic, from, to)) continue
      // It runs through something: it is held there all the same.
      found.push(around([pointOnCubic(curves, cubic, from), pointOnCubic(curves, cubic, to)], BESIDE[2]))
    }
  }
  return found
}

function around(points: readonly (readonly [number, number])[], off: number): Rect {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs) - off, Math.min(...ys) - off]
  return { x, y, width: Math.max(...xs) + off - x, height: Math.max(...ys) + off - y }
}

/** The rectangle around two. */
export function union(one: Rect, other: Rect): Rect {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
