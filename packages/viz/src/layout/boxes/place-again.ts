import { drawIn } from '../coordinates/draw-in.ts'
import { stayInPlace } from '../coordinates/stay-in-place.ts'
import { boxColumns } from './box-columns.ts'
import type { BoxInput } from './box-input.ts'
import { freeSegments } from './free-segments.ts'
import { packBox } from './pack-box.ts'
import type { FreshBox } from './place-fresh.ts'
import type { PlacedBox } from './placed-box.ts'

/** What differs by less stands at the same place. */
const SAME = 0.01

/**
 * The box as it is to be shown: where it was in the picture before, and what it holds would not be where it was then, that is brought back
 * there as far as it can. O(n log n).
 */
export function placeAgain(fresh: FreshBox, input: BoxInput): PlacedBox {
  const { lines, placed, distances, label } = fresh
  const { height, before, lane } = input
  if (!before || isWhereItWas(placed, before)) return placed
  const tops = fresh.tops.slice()
  stayInPlace(lines.layered, lines.order, tops, height, before, distances)
  // Lines that went over what has moved away hold no room open that nothing stands in.
  const rise = lines.tailAt.map((at, segment) => at - lines.headAt[segment]!)
  drawIn(lines.layered, lines.order, tops, distances, { rise, free: freeSegments(lines.layered, lane) })
  return packBox({ ...fresh, tops, ...boxColumns(lines, tops, label, input) }, input, before)
}

/** Whether everything that was in the picture before stands where it stood then. */
function isWhereItWas({ columns, y, singles }: PlacedBox, before: NonNullable<BoxInput['before']>): boolean {
  const isAt = (now: number, then: number): boolean => Number.isNaN(then) || Math.abs(now - then) < SAME
  return (
    before.x.every((x, item) => isAt(columns.left[item]!, x)) &&
    before.y.every((top, item) => isAt(y[item]!, top)) &&
    before.singles.x.every((x, single) => isAt(singles.x[single]!, x)) &&
    before.singles.y.every((top, single) => isAt(singles.y[single]!, top))
  )
}
