import { LINEAGE_GAPS } from '../layout/gaps.ts'
import { place } from '../layout/place.ts'
import { loopCurve, routeCurve } from '../scene/curve.ts'
import { CARD } from '../scene/measures.ts'
import type { Rect } from '../scene/picture.ts'

/** Where cards stand and lines run. */
export interface Arranged {
  readonly x: Float32Array
  readonly y: Float32Array
  /** As `Lines` has them. */
  readonly curves: Float32Array
  readonly starts: Uint32Array
  /** 1 for each line that runs against the flow. */
  readonly isBack: Uint8Array
  readonly bounds: Rect
  /** Around what stands in the outside lane, where anything does. */
  readonly lane: Rect | null
}

/** With more of them than one in so many cards, what is outside is where the picture begins: it stands in the layers then. */
const FEW_OUTSIDE = 8

/** Lays cards of one size out and turns the ways of their lines into curves. @param isOutside 1 for each card of another run. */
export function arrange(from: Uint32Array, to: Uint32Array, isOutside: Uint8Array): Arranged {
  const nodeCount = isOutside.length
  const outsideCount = isOutside.reduce((sum, one) => sum + one, 0)
  const hasLane = outsideCount > 0 && outsideCount * FEW_OUTSIDE <= nodeCount
  const middle = new Float64Array(from.length).fill(CARD.height / 2)
  const { x, y, routes, reversed, lane, totalWidth, totalHeight } = place({
    count: nodeCount,
    box: new Int32Array(nodeCount).fill(-1),
    isBox: new Uint8Array(nodeCount),
    width: new Float64Array(nodeCount).fill(CARD.width),
    height: new Float64Array(nodeCount).fill(CARD.height),
    head: new Float64Array(nodeCount),
    lane: hasLane ? isOutside : new Uint8Array(nodeCount),
    from,
    to,
    fromPort: middle,
    toPort: middle,
    weight: new Uint32Array(from.length).fill(1),
    direction: 'right',
    gaps: LINEAGE_GAPS,
  })
  const curves: number[] = []
  const starts = new Uint32Array(from.length + 1)
  for (let line = 0; line < from.length; line++) {
    const card = from[line]!
    const curve =
      card === to[line]
        ? loopCurve(x[card]! + CARD.width, y[card]!, y[card]! + CARD.height / 2)
        : routeCurve(routes.points.subarray(2 * routes.starts[line]!, 2 * routes.starts[line + 1]!))
    for (const value of curve) curves.push(value)
    starts[line + 1] = curves.length
  }
  return {
    x: Float32Array.from(x),
    y: Float32Array.from(y),
    curves: Float32Array.from(curves),
    starts,
    isBack: reversed,
    bounds: { x: 0, y: 0, width: totalWidth, height: totalHeight },
    lane,
  }
}
