/**
 * A cubic that stops before its end, on its own way: what is drawn over it then lies on it. De Casteljau's.
 * @param at where in `curves` its first point is. @param before how far before its end, in the units of the curve; all of it where it is no longer.
 * @returns its second, third and last point.
 */
export function stopBefore(
  curves: ArrayLike<number>,
  at: number,
  before: number,
): readonly [number, number, number, number, number, number] {
  const [x0, y0, x1, y1] = [curves[at]!, curves[at + 1]!, curves[at + 2]!, curves[at + 3]!]
  const [x2, y2, x3, y3] = [curves[at + 4]!, curves[at + 5]!, curves[at + 6]!, curves[at + 7]!]
  // It arrives at three times the distance of its last two points a unit of t.
  const speed = 3 * Math.hypot(x3 - x2, y3 - y2)
  const t = before > 0 && speed > 0 ? Math.max(0, 1 - before / speed) : 1
  const to = (from: number, end: number): number => from + (end - from) * t
  const [ax, ay, bx, by, cx, cy] = [to(x0, x1), to(y0, y1), to(x1, x2), to(y1, y2), to(x2, x3), to(y2, y3)]
  const [dx, dy, ex, ey] = [to(ax, bx), to(ay, by), to(bx, cx), to(by, cy)]
  return [ax, ay, dx, dy, to(dx, ex), to(dy, ey)]
}
