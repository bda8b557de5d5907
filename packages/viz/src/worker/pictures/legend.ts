import type { LegendEntry } from '../../scene/picture/picture.ts'
import { orderOf, type Sort } from '../../tokens/looks.ts'

/** Sorts with their numbers: Secoda's types from the outside in, then unknown ones, then what is not declared. What is switched off stays. */
export function legendOf(counts: ReadonlyMap<Sort, number>, off: readonly Sort[]): LegendEntry[] {
  const all = new Map([...off.map((sort) => [sort, 0] as const), ...counts])
  return [...all]
    .filter(([sort, count]) => count > 0 || off.includes(sort))
    .sort(([one], [other]) => orderOf(one) - orderOf(other))
    .map(([sort, count]) => ({ sort, count, off: off.includes(sort) }))
}
