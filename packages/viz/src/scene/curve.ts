/** A way as numbers: its first point, then three points for each cubic. */
export type Curve = number[]

/** Ends that differ by less in height are joined by a straight line. */
const LEVEL = 7
const LEAST_HANDLE = 24
const CORNER = 13

/**
 * The curve along the points of a way: straight where two of them are level or plumb, with round corners between such pieces, and
 * elsewhere a cubic that leaves and arrives level.
 * @param points x and y of each in turn, at least two points.
 */
export function routeCurve(points: ArrayLike<number>): Curve {
  const curve: Curve = [points[0]!, points[1]!]
  for (let i = 2; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!]
    const corner = cornerAt(points, i)
    if (corner === 0) {
      join(curve, x, y)
      continue
    }
    const [beforeX, beforeY] = towards(x, y, points[i - 2]!, points[i - 1]!, corner)
    const [afterX, afterY] = towards(x, y, points[i + 2]!, points[i + 3]!, corner)
    join(curve, beforeX, beforeY)
    curve.push(x, y, x, y, afterX, afterY)
  }
  return curve
}

/** How far from point i its corner is rounded; 0 where the way does not turn from level to plumb or back. */
function cornerAt(points: ArrayLike<number>, i: number): number {
  if (i + 3 >= points.length) return 0
  const [dx0, dy0] = [points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!]
  const [dx1, dy1] = [points[i + 2]! - points[i]!, points[i + 3]! - points[i + 1]!]
  const turns = (dy0 === 0 && dx1 === 0) || (dx0 === 0 && dy1 === 0)
  return turns ? Math.min(CORNER, Math.hypot(dx0, dy0) / 2, Math.hypot(dx1, dy1) / 2) : 0
}

function towards(x: number, y: number, toX: number, toY: number, distance: number): [number, number] {
  const length = Math.hypot(toX - x, toY - y)
  return [x + ((toX - x) * distance) / length, y + ((toY - y) * distance) / length]
}

/** One cubic from the end of the curve to a point. */
function join(curve: Curve, x: number, y: number): void {
  const [x0, y0] = [curve[curve.length - 2]!, curve[curve.length - 1]!]
  const [dx, dy] = [x - x0, y - y0]
  if (Math.abs(dy) < LEVEL || dx === 0) {
    curve.push(x0 + dx / 3, y0 + dy / 3, x - dx / 3, y - dy / 3, x, y)
  } else {
    const handle = Math.sign(dx) * Math.min(Math.abs(dx), Math.max(LEAST_HANDLE, Math.abs(dx) / 2))
    curve.push(x0 + handle, y0, x - handle, y, x, y)
  }
}

/** A loop over the right upper corner of a thing: how an edge from it to itself is drawn; smaller at a small one. */
export function loopCurve(right: number, top: number, middle: number): Curve {
  const size = middle - top < 20 ? 0.6 : 1
  const [out, up] = [right + 22 * size, top - 10 * size]
  return [
    ...[right, middle, out, middle, out, up, right, up],
    ...[right - 4 * size, up, right - 8 * size, up, right - 12 * size, up],
    ...[right - 17 * size, up, right - 20 * size, top - 7 * size, right - 20 * size, top],
  ]
}

/** A loop beside a card, from one of its rows to another. */
export function rowLoopCurve(right: number, from: number, to: number): Curve {
  const out = right + 16 + Math.min(24, Math.abs(to - from) / 6)
  return [right, from, out, from, out, to, right, to]
}
