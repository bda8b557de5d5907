/** A way as numbers: its first point, then three points for each cubic. */
export type Curve = number[]

/** Ends that differ by less in height are joined by a straight line. */
const LEVEL = 7
const LEAST_HANDLE = 24
const CORNER = 13

/** The curve along the points of a way. @param points x and y of each in turn, at least two points. */
export function routeCurve(points: Float64Array): Curve {
  const curve = new Float64Array(roomForCurve(points.length))
  return Array.from(curve.subarray(0, addCurve(curve, 0, points, 0, points.length)))
}

/** How many numbers a curve has at most along so many numbers of points. */
export const roomForCurve = (numbers: number): number => 6 * numbers

/**
 * Writes the curve along the points of a way: straight where two of them are level or plumb, with round corners between such pieces, and
 * elsewhere a cubic that leaves and arrives level.
 * @param at where the curve begins in `curve`. @param points x and y of each in turn; those from `start` to `end` are the way, at least two points.
 * @returns where the curve ends.
 */
export function addCurve(
  curve: Float64Array,
  at: number,
  points: Float64Array,
  start: number,
  end: number,
): number {
  let x0 = points[start]!
  let y0 = points[start + 1]!
  curve[at] = x0
  curve[at + 1] = y0
  let next = at + 2
  for (let i = start + 2; i < end; i += 2) {
    const x = points[i]!
    const y = points[i + 1]!
    const dx0 = x - points[i - 2]!
    const dy0 = y - points[i - 1]!
    const dx1 = i + 3 < end ? points[i + 2]! - x : NaN
    const dy1 = i + 3 < end ? points[i + 3]! - y : NaN
    // A corner, where the way turns from level to plumb or back, is rounded.
    const before = Math.abs(dx0) + Math.abs(dy0)
    const after = Math.abs(dx1) + Math.abs(dy1)
    const turns = (dy0 === 0 && dx1 === 0) || (dx0 === 0 && dy1 === 0)
    const corner = turns ? Math.min(CORNER, before / 2, after / 2) : 0
    if (corner === 0) {
      join(curve, next, x0, y0, x, y)
      next += 6
      x0 = x
      y0 = y
      continue
    }
    join(curve, next, x0, y0, x - (dx0 * corner) / before, y - (dy0 * corner) / before)
    x0 = x + (dx1 * corner) / after
    y0 = y + (dy1 * corner) / after
    write(curve, next + 6, x, y, x, y, x0, y0)
    next += 12
  }
  return next
}

/** One cubic from a point to another. */
function join(curve: Float64Array, at: number, x0: number, y0: number, x: number, y: number): void {
  const dx = x - x0
  const dy = y - y0
  if (Math.abs(dy) < LEVEL || dx === 0) {
    write(curve, at, x0 + dx / 3, y0 + dy / 3, x - dx / 3, y - dy / 3, x, y)
  } else {
    const handle = Math.sign(dx) * Math.min(Math.abs(dx), Math.max(LEAST_HANDLE, Math.abs(dx) / 2))
    write(curve, at, x0 + handle, y0, x - handle, y, x, y)
  }
}

function write(
  curve: Float64Array,
  at: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): void {
  curve[at] = x1
  curve[at + 1] = y1
  curve[at + 2] = x2
  curve[at + 3] = y2
  curve[at + 4] = x3
  curve[at + 5] = y3
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
  const out = right + 20 + Math.min(24, Math.abs(to - from) / 6)
  return [right, from, out, from, out, to, right, to]
}

/** The same of what leads back in a circle within the card: around the loops of the others, with room for what is said of it. */
export function backLoopCurve(right: number, from: number, to: number): Curve {
  const dip = Math.sign(from - to) * 16
  const [first, last] = [from + dip, to - dip]
  const [near, far, out] = [right + 14, right + 28, right + 52]
  return [
    ...[right, from, near, from, near, first, far, first],
    ...[out, first, out, last, far, last],
    ...[near, last, near, to, right, to],
  ]
}
