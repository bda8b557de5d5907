import type { LegendEntry } from '../scene/picture.ts'
import { SORTS, type Sort } from '../tokens/looks.ts'

/** The sorts of a level with their numbers: Secoda's types from the outside in, then unknown ones, then what is not declared. */
export function legendOf(sorts: readonly Sort[], off: ReadonlySet<Sort>): LegendEntry[] {
  const counts = new Map<Sort, number>()
  for (const sort of sorts) counts.set(sort, (counts.get(sort) ?? 0) + 1)
  return [...counts]
    .sort(([one], [other]) => orderOf(one) - orderOf(other))
    .map(([sort, count]) => ({ sort, count, off: off.has(sort) }))
}

function orderOf(sort: Sort): number {
  const known = SORTS.indexOf(sort)
  return known < 0 ? SORTS.indexOf('@external') - 0.5 : known
}
