import type { VisibleLines } from '@lineagraph/core'
import type { Placing } from '../../layout/placing/placing.ts'
import { STUB } from '../../layout/placing/stub.ts'
import {
  addCurve,
  backLoopCurve,
  loopCurve,
  roomForCurve,
  routeCurve,
  rowLoopCurve,
  type Curve,
} from '../../scene/picture/curve.ts'
import { BOX, CARD } from '../../scene/picture/measures.ts'
import { STROKES, type CardRows, type Lines } from '../../scene/picture/picture.ts'

/** Numbers of a curve that follows no way: a loop has the most. */
const OWN_ROOM = 20

/** How high a loop is that stands beside its card, and how high one above it. */
const [BESIDE, ABOVE] = [14, 10]

/** The curves of lines, along the ways that the layout has found. */
export function lineCurves(
  lines: VisibleLines & Pick<Lines, 'strokes'>,
  rows: CardRows,
  placing: Placing,
  box: Int32Array,
  direction: 'right' | 'down',
): Pick<Lines, 'curves' | 'starts'> {
  const { x, y, width, height, routes } = placing
  const curves = new Float64Array(roomForCurve(routes.points.length) + OWN_ROOM * lines.count)
  const starts = new Uint32Array(lines.count + 1)
  let at = 0
  for (let line = 0; line < lines.count; line++) {
    const [first, end] = [2 * routes.starts[line]!, 2 * routes.starts[line + 1]!]
    if (end - first < 4) at = add(curveWithoutWay(line))
    else if (direction === 'right') at = addCurve(curves, at, routes.points, first, end)
    else at = add(turned(routeCurve(turned(routes.points.subarray(first, end)))))
    starts[line + 1] = at
  }
  return { curves: new Float32Array(curves.subarray(0, at)), starts }

  function add(curve: ArrayLike<number>): number {
    curves.set(curve, at)
    return at + curve.length
  }

  function curveWithoutWay(line: number): Curve {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    if (from === to) {
      const [start, end] = [endHeight(from, lines.fromRow[line]!), endHeight(to, lines.toRow[line]!)]
      const right = x[from]! + width[from]!
      if (start !== end)
        return STROKES[lines.strokes[line]!] === 'back'
          ? backLoopCurve(right, start, end)
          : rowLoopCurve(right, start, end)
      // Right under the header of its box there is no room above it.
      return isUnderHeader(from)
        ? rowLoopCurve(right, start, start - BESIDE)
        : loopCurve(right, y[from]!, start)
    }
    return width[from]! < width[to]! ? stubCurve(from, 1) : stubCurve(to, -1)
  }

  function isUnderHeader(thing: number): boolean {
    const around = box[thing]!
    return around >= 0 && y[thing]! - ABOVE < y[around]! + BOX.head
  }

  /** On the way out of a thing (1), or into it (-1). */
  function stubCurve(thing: number, way: 1 | -1): Curve {
    const isRight = direction === 'right'
    const [start, breadth] = isRight ? [x[thing]!, width[thing]!] : [y[thing]!, height[thing]!]
    const across = isRight
      ? y[thing]! + Math.min(height[thing]!, CARD.height) - STUB.inside
      : x[thing]! + width[thing]! - 2 * STUB.inside
    const begin = way > 0 ? start + breadth : start - STUB.length
    const points = Float64Array.of(begin, across, begin + STUB.length, across)
    return routeCurve(isRight ? points : turned(points))
  }

  function endHeight(thing: number, row: number): number {
    return y[thing]! + (row >= 0 ? rows.y[row]! : Math.min(height[thing]!, CARD.height) / 2)
  }
}

/** Points with what is level plumb, and the other way round. */
const turned = (points: ArrayLike<number>): Float64Array =>
  Float64Array.from(points, (_, i) => points[i % 2 === 0 ? i + 1 : i - 1]!)
