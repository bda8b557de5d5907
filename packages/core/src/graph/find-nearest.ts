import type { NearestFound, NearestTask } from '../read/nearest-task.ts'
import { Strings, UNSET } from '../read/strings.ts'
import { NearestIndex } from './nearest.ts'

/** An index of some texts of a table. */
export const nearestAmong = (strings: Strings, known: NearestTask['known']): NearestIndex =>
  new NearestIndex({ length: known.length, at: (i) => strings.get(known[i]!) })

/** Finds what some texts of a table were meant to be. @param index of the known ones, where there is one already. */
export function findNearest(
  strings: Strings,
  { asked, known, effort }: NearestTask,
  index = nearestAmong(strings, known),
): NearestFound {
  const found = index.nearestOf(
    Array.from(asked, (text) => strings.get(text)),
    effort,
  )
  const texts = new Strings()
  const nearest = Int32Array.from(found, (near) => (near === undefined ? UNSET : texts.intern(near)))
  return { texts: texts.parts(), nearest }
}
