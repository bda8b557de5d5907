import type { Lines, Picture, Rect, Things } from '../../scene/picture/picture.ts'

/**
 * What a picture takes, with what is kept free around it: from where its first things and lines are, which in a picture that has lost others
 * may be far from the origin. @param ends its right and lower end. @param margin units of the picture.
 */
export function boundsOf(
  { count, x, y }: Things,
  { curves }: Lines,
  lane: Picture['lane'],
  ends: { readonly right: number; readonly bottom: number },
  margin: number,
): Rect {
  let [left, top] = lane ? [lane.x, lane.y] : [Infinity, Infinity]
  for (let thing = 0; thing < count; thing++) {
    left = Math.min(left, x[thing]!)
    top = Math.min(top, y[thing]!)
  }
  for (let i = 0; i < curves.length; i += 2) {
    left = Math.min(left, curves[i]!)
    top = Math.min(top, curves[i + 1]!)
  }
  const start = (first: number): number => (Number.isFinite(first) ? Math.max(0, first - margin) : 0)
  const [startX, startY] = [start(left), start(top)]
  return { x: startX, y: startY, width: ends.right - startX, height: ends.bottom - startY }
}
