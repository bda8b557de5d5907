import { BESIDE_LOOP } from '../../scene/picture/measures.ts'
import { pillEnds } from '../../scene/picture/pill-ends.ts'
import { STROKES, type Lines, type Picture, type Rect, type Things } from '../../scene/picture/picture.ts'

/**
 * What a picture takes, with what is kept free around it, and with the pills at its outermost cards: from where its first things and
 * lines are, which in a picture that has lost others may be far from the origin.
 * @param ends its right and lower end. @param margin units of the picture.
 */
export function boundsOf(
  things: Things,
  { count, curves, starts, strokes, from, to }: Lines,
  lane: Picture['lane'],
  ends: { readonly right: number; readonly bottom: number },
  margin: number,
  direction: Picture['direction'],
): Rect {
  let [left, top] = lane ? [lane.x, lane.y] : [Infinity, Infinity]
  for (let thing = 0; thing < things.count; thing++) {
    left = Math.min(left, things.x[thing]!)
    top = Math.min(top, things.y[thing]!)
  }
  for (let i = 0; i < curves.length; i += 2) {
    left = Math.min(left, curves[i]!)
    top = Math.min(top, curves[i + 1]!)
  }
  let right = ends.right
  for (let line = 0; line < count; line++) {
    if (from[line] !== to[line] || STROKES[strokes[line]!] !== 'back') continue
    for (let i = starts[line]!; i < starts[line + 1]!; i += 2)
      right = Math.max(right, curves[i]! + BESIDE_LOOP)
  }
  const start = (first: number): number => (Number.isFinite(first) ? Math.max(0, first - margin) : 0)
  const pills = pillEnds(things, direction)
  const [startX, startY] = [Math.min(start(left), pills.left), Math.min(start(top), pills.top)]
  return {
    x: startX,
    y: startY,
    width: Math.max(right, pills.right) - startX,
    height: Math.max(ends.bottom, pills.bottom) - startY,
  }
}
