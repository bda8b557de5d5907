import { linesOf } from '../picture/adjacency.ts'
import type { Prepared } from '../picture/prepared.ts'
import { siblingsIn } from '../picture/siblings.ts'

/** So many alike in one box are never seen at once where names stand alone: they have no icons, and nobody measures them. */
const MOST = 1000

/** By thing of the picture; NaN where it was not asked for. */
const known = new WeakMap<Prepared, Float64Array>()

/**
 * The scale from which on a thing has its icon beside its name: the same for all of its sort in its box, so that they look alike. They are measured
 * when the first of them is asked for: in a large picture few are at a time.
 * @param neededBy the scale from which on a thing has room for both, or 0 where its icon is no reason for its name to be cut.
 */
export function iconScale(picture: Prepared, thing: number, neededBy: (one: number) => number): number {
  const { count, box, sorts } = picture.things
  let from = known.get(picture)
  if (!from) known.set(picture, (from = new Float64Array(count).fill(NaN)))
  if (Number.isNaN(from[thing]!)) {
    const alike = linesOf(siblingsIn(picture.things), box[thing]! + 1).filter(
      (one) => sorts[one] === sorts[thing],
    )
    const scale =
      alike.length > MOST ? Infinity : alike.reduce((most, one) => Math.max(most, neededBy(one)), 0)
    for (const one of alike) from[one] = scale
  }
  return from[thing]!
}
