import type { Prepared } from '../picture/prepared.ts'
import type { Sort } from '../../tokens/looks.ts'

/** So many alike are never seen at once where names stand alone: they have no icons, and nobody measures them. */
const MOST = 1000

/** Scales, from the first on and below the second. */
export type Scales = readonly [from: number, to: number]

/** Of each sort of a picture that was asked for the scales at which names stand alone, apart from one another. */
const known = new WeakMap<Prepared, Map<Sort, readonly Scales[]>>()

/**
 * Whether things of a sort have their icons beside their names at a scale: all of the sort in the picture or none, so that they look alike. They have
 * none where the icon would be what cuts a name of theirs. They are measured when the first of them is asked for, once for all scales.
 * @param aloneAt the scales at which the name of a thing is whole, but would not be so beside its icon.
 */
export function hasIcons(
  picture: Prepared,
  sort: Sort,
  k: number,
  aloneAt: (thing: number) => Scales,
): boolean {
  let bySort = known.get(picture)
  if (!bySort) known.set(picture, (bySort = new Map()))
  let alone = bySort.get(sort)
  if (!alone) bySort.set(sort, (alone = joined(thingsOf(picture, sort)?.map(aloneAt) ?? [[0, Infinity]])))
  return !alone.some(([from, to]) => k >= from && k < to)
}

/** Null where they are too many. */
function thingsOf({ things: { sorts } }: Prepared, sort: Sort): number[] | null {
  const alike: number[] = []
  for (let thing = 0; thing < sorts.length && alike.length <= MOST; thing++)
    if (sorts[thing] === sort) alike.push(thing)
  return alike.length > MOST ? null : alike
}

/** Those that touch, as one. O(n log n). */
function joined(scales: readonly Scales[]): Scales[] {
  const apart: Scales[] = []
  for (const [from, to] of scales.toSorted(([one], [other]) => one - other)) {
    const last = apart.at(-1)
    if (last && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)]
    else apart.push([from, to])
  }
  return apart
}
