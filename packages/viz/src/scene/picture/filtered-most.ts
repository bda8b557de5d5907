import type { Tally } from './picture.ts'

type Counts = Pick<Tally['things'], 'drawn' | 'hidden'>

/** Whether filters leave out most of what was seen, or bring most of it: places kept would be far apart, or in each other's way. */
export function filteredMost(before: Counts, after: Counts): boolean {
  const [fewer, more] = [before.drawn, after.drawn].sort((one, other) => one - other)
  return before.hidden !== after.hidden && 2 * fewer! < more!
}
