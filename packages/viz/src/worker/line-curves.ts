import type { VisibleLines } from '@lineagraph/core'
import type { Placing } from '../layout/placing.ts'
import { addCurve, loopCurve, rowLoopCurve, routeCurve, type Curve } from '../scene/curve.ts'
import { CARD } from '../scene/measures.ts'
import type { CardRows, Lines } from '../scene/picture.ts'

/** The curves of lines, along the ways that the layout has found. */
export function lineCurves(
  lines: VisibleLines,
  rows: CardRows,
  placing: Placing,
  direction: 'right' | 'down',
): Pick<Lines, 'curves' | 'starts'> {
  const { x, y, width, height, routes } = placing
  const curves: number[] = []
  const starts = new Uint32Array(lines.count + 1)
  for (let line = 0; line < lines.count; line++) {
    const [first, end] = [2 * routes.starts[line]!, 2 * routes.starts[line + 1]!]
    if (end - first < 4) curves.push(...curveWithoutWay(line))
    else if (direction === 'right') addCurve(curves, routes.points, first, end)
    else curves.push(...turned(routeCurve(turned(routes.points.subarray(first, end)))))
    starts[line + 1] = curves.length
  }
  return { curves: new Float32Array(curves), starts }

  function curveWithoutWay(line: number): Curve {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    if (from === to) {
      const [start, end] = [endHeight(from, lines.fromRow[line]!), endHeight(to, lines.toRow[line]!)]
      return start === end
        ? loopCurve(x[from]! + width[from]!, y[from]!, start)
        : rowLoopCurve(x[from]! + width[from]!, start, end)
    }
    return routeCurve([
      x[from]! + width[from]!,
      endHeight(from, lines.fromRow[line]!),
      x[to]!,
      endHeight(to, lines.toRow[line]!),
    ])
  }

  function endHeight(thing: number, row: number): number {
    return y[thing]! + (row >= 0 ? rows.y[row]! : Math.min(height[thing]!, CARD.height) / 2)
  }
}

/** Points with what is level plumb, and the other way round. */
const turned = (points: ArrayLike<number>): number[] =>
  Array.from(points, (_, i) => points[i % 2 === 0 ? i + 1 : i - 1]!)
