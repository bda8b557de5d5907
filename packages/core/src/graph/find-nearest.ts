import type { NearestFound, NearestTask } from '../read/nearest-task.ts'
import { Strings, UNSET } from '../read/strings.ts'
import { NearestIndex } from './nearest.ts'

/** Finds what some texts of a table were meant to be, among others of it. */
export function findNearest(strings: Strings, { asked, known, effort }: NearestTask): NearestFound {
  const index = new NearestIndex({ length: known.length, at: (i) => strings.get(known[i]!) })
  const found = index.nearestOf(
    Array.from(asked, (text) => strings.get(text)),
    effort,
  )
  const texts = new Strings()
  const nearest = Int32Array.from(found, (near) => (near === undefined ? UNSET : texts.intern(near)))
  return { texts: texts.parts(), nearest }
}
